"""An idea becomes something without anybody typing it again (needs 0.16): a draft, a project, or a wider agreement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from avtaler.domene.avtalegrunnlag import UTENFOR
from avtaler.models import Avtale, Avtalerelasjon, Oppgave, Runde
from avtaler.models.idee import Ide, Idestatus
from avtaler.models.prosjekt import Prosjekt, Prosjektdeltakelse
from avtaler.tjenester.avtale import knytt, registrer_avtale
from avtaler.tjenester.avvisning import Avvist
from avtaler.tjenester.deltakelse import meld_inn
from avtaler.tjenester.laas import laast
from avtaler.tjenester.ordningsform import krev_form, rolle_i
from avtaler.tjenester.prosjekter.deltakelse import bli_med, medlemmer
from avtaler.tjenester.prosjekter.prosjekt import registrer_prosjekt
from avtaler.tjenester.runde import Punkttekst, start_runde
from kommuner.models import Bruker, Part
from kommuner.querysets import gyldig


@dataclass(frozen=True, kw_only=True)
class Utkast:
    """The agreement an idea is to become. ``vert``: the host, or the municipality where the office is to be."""

    navn: str
    form: str
    klasse: str
    fra: date
    formaal: str = ""
    oppgave: Oppgave | None = None
    deltakere: tuple[Part, ...] = ()
    vert: Part | None = None
    maalform: str = "nb"


@transaction.atomic
def bli_avtale(*, ide_id: int, versjon: int | None, utkast: Utkast, dato: date) -> Avtale:
    """A draft agreement of the idea: its title, purpose and task, with those who want to be in it.

    Raises Avvist with the law's words when the form does not fit those who take part, and Konflikt.
    """
    ide = _aapen(ide_id, versjon)
    krev_form(utkast.form, utkast.deltakere, dato)
    avtale = registrer_avtale(
        felt={
            "navn": utkast.navn, "form": utkast.form, "klasse": utkast.klasse, "region": ide.region,
            "fra": utkast.fra, "er_utkast": True, "er_eksempel": ide.er_eksempel, "maalform": utkast.maalform,
            "kilde": ide.kilde,
        },
        formaal=[utkast.formaal] if utkast.formaal.strip() else [],
        oppgaver=[utkast.oppgave] if utkast.oppgave else [], bestemmelser={}, dato=dato,
    )  # fmt: skip
    for part in utkast.deltakere:
        meld_inn(
            avtale,
            part=part,
            rolle=rolle_i(utkast.form, part, utkast.vert),
            fra=utkast.fra,
            er_eksempel=ide.er_eksempel,
        )
    if ide.bygger_paa is not None:
        knytt(avtale, ide.bygger_paa, type=Avtalerelasjon.Type.BYGGER_PAA)
    _bli(ide, Idestatus.FORSLAG, avtale=avtale)
    return avtale


@transaction.atomic
def bli_prosjekt(
    *, ide_id: int, versjon: int | None, felt: Mapping[str, Any], deltakere: Iterable[Part], fra: date
) -> Prosjekt:
    """A project of the idea. Those outside the cooperation it is under are partners. Raises Avvist and Konflikt."""
    ide = _aapen(ide_id, versjon)
    fra_ideen = {"ansvarlig": ide.ansvarlig, "neste_dato": ide.neste_dato, "kilde": ide.kilde}
    prosjekt = registrer_prosjekt(ide.region, felt={**fra_ideen, **felt, "fra": fra, "er_eksempel": ide.er_eksempel})
    inne = medlemmer(prosjekt, dato=fra)
    med, utenfor = [], []
    for part in deltakere:
        (med if part.pk in inne else utenfor).append(part)
    bli_med(prosjekt.pk, parter=med, fra=fra, er_eksempel=ide.er_eksempel)
    rolle = Prosjektdeltakelse.Rolle.PARTNER
    bli_med(prosjekt.pk, parter=utenfor, fra=fra, rolle=rolle, er_eksempel=ide.er_eksempel)
    _bli(ide, Idestatus.PROSJEKT, prosjekt=prosjekt)
    return prosjekt


@transaction.atomic
def utvid_avtale(
    *,
    ide_id: int,
    versjon: int | None,
    part: Part,
    tittel: str,
    forslag: str,
    fra: date,
    dato: date,
    avdelingskontor: str = "",
    ansvarlig: Bruker | None = None,
) -> Runde:
    """The case of letting one more into the agreement the idea builds on, its text open (needs 0.17).

    ``avdelingskontor`` becomes a point of its own: it is entered as a place when the councils have adopted it. Raises
    Avvist when the idea builds on no agreement or the party is in it, and Konflikt.
    """
    ide = _aapen(ide_id, versjon)
    avtale = ide.bygger_paa
    if avtale is None:
        raise Avvist(_("Ideen bygger ikke på noen avtale. Endre ideen og velg den først."))
    inne = avtale.deltakelser.exclude(rolle__in=UTENFOR).filter(gyldig(fra))
    if inne.filter(part=part).exists():
        raise Avvist(_("%(part)s er allerede med i avtalen.") % {"part": part}, felt="part")
    with override(avtale.maalform):
        punkter = [Punkttekst(navn=_("avdelingskontor"), tekst=avdelingskontor)] if avdelingskontor.strip() else []
    runde = start_runde(
        avtale, slag="utvide", tittel=tittel, forslag=forslag, punkter=punkter, gjelder_part=part,
        avtalt_ikrafttreden=fra, ansvarlig=ansvarlig, maalform=avtale.maalform, er_eksempel=ide.er_eksempel, dato=dato,
    )  # fmt: skip
    _bli(ide, Idestatus.FORSLAG, runde=runde)
    return runde


def _aapen(ide_id: int, versjon: int | None) -> Ide:
    ide = laast(Ide, ide_id, versjon)
    if ide.status not in (Idestatus.NY, Idestatus.VURDERES):
        raise Avvist(_("Ideen er ikke lenger åpen."))
    return ide


def _bli(ide: Ide, status: str, **maal: Any) -> None:
    ide.status = status
    for navn, verdi in maal.items():
        setattr(ide, navn, verdi)
    ide.save()
