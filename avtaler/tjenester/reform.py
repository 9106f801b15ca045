"""Carrying a municipal merger or split through agreements: all that were chosen, or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.domene.reform import Foelge, NyDeltaker, Reform
from avtaler.models import Avtale, Deloppgavedeltakelse, Deltakelse, Raadsvedtak, Sted, Verv
from avtaler.uttrekk.reformplan import Reformbilde, Reformvalg, reformbilde

from .avtale import SETNINGER as OM_AVTALEN
from .avtale import avslutt_avtale
from .avvisning import Avvist, Konflikt, oversatt
from .deloppgave import SETNINGER as OM_DELOPPGAVER
from .deltakelse import SETNINGER as OM_DELTAKERE
from .laas import laast
from .sted import SETNINGER as OM_STEDER


@dataclass(frozen=True, kw_only=True)
class Gjennomfoering:
    """One agreement to carry the reform through, the choices, and the fingerprint of the plan that was looked at."""

    avtale_id: int
    avtrykk: str
    valgt: Reformvalg


@transaction.atomic
def gjennomfoer_reform(reform: Reform, avtaler: Sequence[Gjennomfoering]) -> list[Avtale]:
    """Carry the reform through every agreement given, or through none. Raises Konflikt and Avvist.

    The old participations end on the day of the reform and the new begin that day. An agreement with too few left for
    its form ends that day. Konflikt holds the agreement whose plan is no longer the one that was looked at.
    """
    return [_en(reform, en) for en in sorted(avtaler, key=lambda en: en.avtale_id)]


def _en(reform: Reform, en: Gjennomfoering) -> Avtale:
    avtale = laast(Avtale, en.avtale_id, None)
    bilde = reformbilde(avtale, reform, en.valgt)
    if bilde.avtrykk != en.avtrykk:
        raise Konflikt(avtale)
    try:
        with oversatt({**OM_AVTALEN, **OM_DELTAKERE, **OM_DELOPPGAVER, **OM_STEDER}):
            _utfoer(reform, bilde)
    except Avvist as avvist:
        raise Avvist(f"«{avtale.navn}»: {avvist.setning}") from avvist
    return avtale


def _utfoer(reform: Reform, bilde: Reformbilde) -> None:
    if bilde.plan.maa_velges:
        raise Avvist(_("Velg hvem som fører deltakelsen videre."))
    bilde.avtale.save()
    if bilde.plan.for_faa:
        avslutt_avtale(bilde.avtale, til=reform.dato)
        return
    _deltakelser(reform, bilde)
    _foelg(reform, Deloppgavedeltakelse, bilde.deloppgaver)
    _foelg(reform, Sted, bilde.steder)
    for pk in bilde.verv:
        verv = Verv.objects.select_for_update().get(pk=pk)
        verv.til = reform.dato
        verv.save()
    Raadsvedtak.objects.filter(pk__in=bilde.raad.bort).delete()
    Raadsvedtak.objects.bulk_create(Raadsvedtak(runde_id=runde, part_id=part) for runde, part in bilde.raad.inn)


def _deltakelser(reform: Reform, bilde: Reformbilde) -> None:
    gamle = {rad.pk: rad for rad in Deltakelse.objects.filter(avtale=bilde.avtale)}
    for pk in bilde.plan.avslutt:
        rad = laast(Deltakelse, pk, None)
        rad.til = reform.dato
        rad.save()
    for pk, part in bilde.plan.flytt:
        rad = laast(Deltakelse, pk, None)
        rad.part_id = part
        rad.save()
    for ny in bilde.plan.nye:
        _meld_inn(bilde.avtale, ny, [gamle[pk] for pk in ny.av])


def _meld_inn(avtale: Avtale, ny: NyDeltaker, kilder: Sequence[Deltakelse]) -> None:
    """The new participation. One that had given notice is still on its way out, on the same day."""
    oppsagt = [kilde.oppsagt for kilde in kilder]
    deltakelse = Deltakelse(
        avtale=avtale, part_id=ny.part, rolle=ny.rolle, fra=ny.fra, til=ny.til,
        medlemmer=ny.medlemmer, varamedlemmer=ny.varamedlemmer, stemmer=ny.stemmer, del_av=ny.del_av,
        oppsagt=oppsagt[0] if len(oppsagt) == 1 else None,
        er_eksempel=any(kilde.er_eksempel for kilde in kilder),
        merknad=kilder[0].merknad if len(kilder) == 1 else "",
    )  # fmt: skip
    deltakelse.eierandel = ny.eierandel
    deltakelse.ansvarsandel = ny.ansvarsandel
    deltakelse.save()


def _foelg(reform: Reform, modell: type[Deloppgavedeltakelse] | type[Sted], foelge: Foelge) -> None:
    """Rows of sub-tasks and places: end, copy to the new party from the day of the reform, move what begins later."""
    gamle = {
        rad.pk: (rad, rad.til) for rad in modell.objects.select_for_update(of=("self",)).filter(pk__in=_alle(foelge))
    }
    for pk in foelge.avslutt:
        rad, _til = gamle[pk]
        rad.til = reform.dato
        rad.save()
    for pk, part in foelge.flytt:
        rad, _til = gamle[pk]
        rad.part_id = part
        rad.save()
    for pk, part in foelge.nye:
        rad, til = gamle[pk]
        ny = _kopi(rad)
        ny.part_id, ny.fra, ny.til = part, reform.dato, til
        ny.save()


def _alle(foelge: Foelge) -> set[int]:
    return {*foelge.avslutt, *(pk for pk, _part in foelge.nye), *(pk for pk, _part in foelge.flytt)}


def _kopi(rad):
    felt = {f.attname: getattr(rad, f.attname) for f in rad._meta.concrete_fields if not (f.primary_key or f.generated)}
    return type(rad)(**felt)
