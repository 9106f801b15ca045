"""Entering a project, changing what is said of it, stopping it and taking it up again."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.models import Avtale, Prosjekt, Prosjektstatus
from avtaler.tjenester.avvisning import Avvist, oversatt
from avtaler.tjenester.laas import laast
from kommuner.models import Region

SETNINGER = {"prosjekt_til_etter_fra": ("fra", lambda: _("Prosjektet må begynne før det avsluttes."))}

#: What a person may say of a project; its steps, its status and its money have ways of their own.
FELT = frozenset(
    {
        "avtale", "navn", "beskrivelse", "klasse", "merknad", "opphav", "tema", "gruppe", "ansvarlig", "neste_dato",
        "neste", "fra", "er_eksempel", "eksempel_merknad", "kilde",
    }
)  # fmt: skip


def registrer_prosjekt(region: Region, *, felt: Mapping[str, Any]) -> Prosjekt:
    """Enter a project of the region. Raises Avvist when its agreement is another region's."""
    _bare_kjente(felt)
    _krev_samme_region(felt.get("avtale"), region.pk)
    with oversatt(SETNINGER):
        return Prosjekt.objects.create(region=region, **felt)


def endre_prosjekt(prosjekt_id: int, versjon: int | None, felt: Mapping[str, Any]) -> Prosjekt:
    """Change what is said of the project. Raises Konflikt and Avvist.

    The agreement it is under stays while it has participants: they are chosen among those of that agreement.
    """
    _bare_kjente(felt)
    with oversatt(SETNINGER):
        prosjekt = laast(Prosjekt, prosjekt_id, versjon)
        _krev_samme_region(felt.get("avtale"), prosjekt.region_id)
        flyttes = "avtale" in felt and getattr(felt["avtale"], "pk", None) != prosjekt.avtale_id
        if flyttes and prosjekt.deltakelser.exists():
            raise Avvist(
                _("Prosjektet har deltakere, og de er valgt blant dem i avtalen. Avtalen kan ikke byttes."),
                felt="avtale",
            )
        for navn, verdi in felt.items():
            setattr(prosjekt, navn, verdi)
        prosjekt.save()
    return prosjekt


@transaction.atomic
def stans_prosjekt(prosjekt_id: int, versjon: int | None, *, merknad: str) -> Prosjekt:
    """Stop the project where it is; the reason is its note from then on. Raises Konflikt and Avvist."""
    prosjekt = laast(Prosjekt, prosjekt_id, versjon)
    if prosjekt.status != Prosjektstatus.PAAGAAENDE:
        raise Avvist(_("Bare et prosjekt som pågår, kan stanses."))
    if not merknad.strip():
        raise Avvist(_("Skriv hvorfor prosjektet stanses."), felt="merknad")
    prosjekt.status, prosjekt.merknad = Prosjektstatus.STANSET, merknad.strip()
    prosjekt.save()
    return prosjekt


@transaction.atomic
def ta_opp_igjen(prosjekt_id: int, versjon: int | None, *, merknad: str = "") -> Prosjekt:
    """Let a stopped project go on from where it was. Raises Konflikt and Avvist."""
    prosjekt = laast(Prosjekt, prosjekt_id, versjon)
    if prosjekt.status != Prosjektstatus.STANSET:
        raise Avvist(_("Prosjektet er ikke stanset."))
    prosjekt.status, prosjekt.merknad = Prosjektstatus.PAAGAAENDE, merknad.strip()
    prosjekt.save()
    return prosjekt


@transaction.atomic
def slett_prosjekt(prosjekt_id: int, versjon: int | None = None) -> None:
    """Delete a project that was entered by mistake. Refused when something has happened in it."""
    prosjekt = laast(Prosjekt, prosjekt_id, versjon)
    if setning := hinder_for_prosjektsletting(prosjekt):
        raise Avvist(setning)
    prosjekt.delete()


def hinder_for_prosjektsletting(prosjekt: Prosjekt) -> str:
    """Why the project cannot be deleted; empty when it can. Three queries at most."""
    if prosjekt.steg.exists():
        return _("Prosjektet har begynt på et steg. Stans det heller, så står historien igjen.")
    if prosjekt.status == Prosjektstatus.AVSLUTTET:
        return _("Prosjektet er avsluttet, og blir stående i registeret.")
    if prosjekt.finansiering.exists():
        return _("Prosjektet har finansiering. Ta den bort først.")
    return ""


def _krev_samme_region(avtale: Avtale | None, region_id: int) -> None:
    if avtale is not None and avtale.region_id != region_id:
        raise Avvist(_("Velg en avtale i prosjektets region."), felt="avtale")


def _bare_kjente(felt: Mapping[str, Any]) -> None:
    if ukjente := set(felt) - FELT:
        raise TypeError(f"unknown fields of Prosjekt: {', '.join(sorted(ukjente))}")
