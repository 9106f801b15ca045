"""Rounds of yellow notes: opened, written to by people nobody knows, hung up, grouped and answered (needs 4.13).

A note keeps its words and, when the writer says so, a municipality: no user, time, address or trace in the change log.
"""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from django.core.cache import cache
from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.domene.vurdering.lapper import Fase
from avtaler.models import Lapp, Lappegruppe, Lapperunde
from avtaler.tjenester import Avvist, laast
from avtaler.tjenester.avvisning import oversatt
from avtaler.tjenester.rad import endre_rad, registrer_rad, setninger
from avtaler.uttrekk.vurdering.lapper import fasen
from kommuner.models import Part

#: Bytes of the secret: 256 bits cannot be guessed.
_BYTE = 32
#: A hall may write at once, a machine may not: notes to one round in a minute, and in all.
HOEYST_I_MINUTTET = 120
HOEYST_I_RUNDEN = 2000


class ForMange(Exception):
    """More notes than people write. Nothing is stored; the writer may try again in a minute."""


@dataclass(frozen=True)
class Flytting:
    """One note to be put in another theme: where the person saw it, and where it is to be."""

    lapp: UUID
    fra: int | None
    til: int | None


def runde_med_hemmelighet(hemmelighet: str) -> Lapperunde | None:
    """The round that the secret opens. Only its hash is stored, so what is looked up tells nothing to a thief."""
    runder = Lapperunde.objects.select_related("region", "konferanse")
    return runder.filter(avtrykk=_avtrykk(hemmelighet)).first() if hemmelighet else None


def ny_lenke(*, runde_id: int) -> str:
    """A new secret for the round; the one before opens nothing more. It is told this once."""
    hemmelighet = secrets.token_urlsafe(_BYTE)
    Lapperunde.objects.filter(pk=runde_id).update(avtrykk=_avtrykk(hemmelighet))
    return hemmelighet


def endre_lapperunde(runde_id: int, versjon: int | None, felt: Mapping[str, Any], *, dato: date) -> Lapperunde:
    """Change a round. Once the notes hang its dates stand: new notes would be written by people who have read others'.

    Raises Avvist and Konflikt.
    """
    lagret = Lapperunde.objects.filter(pk=runde_id).first()
    datoer = ("fra", "til")
    if lagret and fasen(lagret, dato) is Fase.HENGT_OPP and any(felt[d] != getattr(lagret, d) for d in datoer):
        raise Avvist(_("Lappene er hengt opp. Da kan ikke runden åpnes igjen: lag en ny runde."), felt="til")
    return endre_rad(Lapperunde, runde_id, versjon, felt)


def heng_opp(*, runde_id: int, dato: date) -> Lapperunde:
    """Close the round at once and show every note to everybody. Raises Avvist when it is not open."""
    with transaction.atomic():
        runde = laast(Lapperunde, runde_id, None)
        if fasen(runde, dato) is not Fase.AAPEN:
            raise Avvist(_("Runden er ikke åpen."))
        runde.hengt_opp = dato
        runde.save()
    return runde


def skriv_lapp(runde: Lapperunde, *, tekst: str, part: Part | None, dato: date) -> None:
    """Hang up one note that nobody can trace. Raises Avvist when the round is not open now, and ForMange."""
    with transaction.atomic():
        runde = laast(Lapperunde, runde.pk, None)
        if fasen(runde, dato) is not Fase.AAPEN:
            raise Avvist(_("Runden er stengt. Lappen er ikke lagret."))
        _tell(runde.pk)
        Lapp.objects.create(lapperunde=runde, part=part, tekst=tekst, stokket=uuid4(), er_eksempel=runde.er_eksempel)


def grupper_lapper(*, runde_id: int, flyttinger: Iterable[Flytting]) -> tuple[int, int]:
    """Put notes in themes; how many were moved, and how many somebody else had moved meanwhile and stay there."""
    flyttet = alt_flyttet = 0
    egne = set(Lappegruppe.objects.filter(lapperunde=runde_id).values_list("pk", flat=True)) | {None}
    with transaction.atomic():
        for en in flyttinger:
            if en.til not in egne:
                alt_flyttet += 1
                continue
            lapp = Lapp.objects.filter(lapperunde=runde_id, stokket=en.lapp, gruppe=en.fra)
            truffet = lapp.update(gruppe=en.til)
            flyttet, alt_flyttet = flyttet + truffet, alt_flyttet + (not truffet)
    return flyttet, alt_flyttet


def nye_temaer(runde: Lapperunde, navn: Iterable[str]) -> list[Lappegruppe]:
    """Make the themes that are not there yet, after the others: all of them or none. Raises Avvist."""
    finnes = {navn.casefold() for navn in runde.grupper.values_list("navn", flat=True)}
    nye = {ett.casefold(): ett for ett in navn if ett.casefold() not in finnes}
    plass = runde.grupper.count()
    with oversatt(setninger(Lappegruppe)):
        return [
            registrer_rad(
                Lappegruppe(lapperunde=runde, navn=ett, rekkefoelge=plass + nr, er_eksempel=runde.er_eksempel)
            )
            for nr, ett in enumerate(nye.values(), 1)
        ]


def svar_paa_tema(gruppe_id: int, versjon: int | None, felt: Mapping[str, Any], *, dato: date) -> Lappegruppe:
    """Rename or answer a theme; a new answer is dated. Raises Avvist and Konflikt."""
    lagret = Lappegruppe.objects.filter(pk=gruppe_id).values("svar", "svar_dato").first() or {"svar": ""}
    svar = felt.get("svar", lagret["svar"])
    svart = lagret.get("svar_dato") if svar == lagret["svar"] else dato
    return endre_rad(Lappegruppe, gruppe_id, versjon, {**felt, "svar_dato": svart if svar else None})


def _tell(runde_id: int) -> None:
    """Count by round, never by who sends: an address would be a trace."""
    noekkel = f"lapper:{runde_id}"
    cache.add(noekkel, 0, timeout=60)
    try:
        antall = cache.incr(noekkel)
    except ValueError:  # forgotten between the two lines
        antall = 1
    if antall > HOEYST_I_MINUTTET or Lapp.objects.filter(lapperunde=runde_id).count() >= HOEYST_I_RUNDEN:
        raise ForMange


def _avtrykk(hemmelighet: str) -> str:
    return sha256(hemmelighet.encode()).hexdigest()
