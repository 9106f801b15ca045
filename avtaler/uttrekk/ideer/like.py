"""Ideas to look at together: those that are said alike, and those about the same task."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from avtaler.domene.ideer.likhet import like_grupper
from avtaler.models.idee import Idestatus
from kommuner.tilgang import Innsyn

from .rader import AAPNE, Iderad, ideer_med_alt, iderader, medlemmer_av


@dataclass(frozen=True, kw_only=True)
class Likegruppe:
    """Open ideas of one region that may be the same, and what they have in common."""

    nr: int
    region_navn: str
    felles: str
    ideer: tuple[Iderad, ...]


@dataclass(frozen=True, kw_only=True)
class Likeside:
    """What may be merged, what may be looked at together, and what is merged already."""

    like: tuple[Likegruppe, ...]
    samme_oppgave: tuple[Likegruppe, ...]
    slaatt_sammen: tuple[Iderad, ...]


def likeside(innsyn: Innsyn, *, dato: date, maalform: str) -> Likeside:
    """The ideas of the regions the reader keeps, in a fixed number of queries."""
    ideer = ideer_med_alt()
    if not innsyn.er_administrator:
        ideer = ideer.filter(region__in=innsyn.regioner)
    alle = list(ideer)
    rader = iderader(alle, medlemmer_av({ide.region_id for ide in alle}, dato=dato), dato=dato, maalform=maalform)
    etter_region = defaultdict(list)
    for rad in rader:
        if rad.status in AAPNE:
            etter_region[rad.region_id].append(rad)
    like = [par for egne in etter_region.values() for par in _like(egne)]
    samme = [par for egne in etter_region.values() for par in _samme_oppgave(egne, like)]
    return Likeside(
        like=_nummerert(like, fra=1), samme_oppgave=_nummerert(samme, fra=len(like) + 1),
        slaatt_sammen=tuple(rad for rad in rader if rad.innlemmede and rad.status != Idestatus.SLAATT_SAMMEN),
    )  # fmt: skip


def _like(rader: Sequence[Iderad]) -> Iterable[tuple[str, list[Iderad]]]:
    etter_id = {rad.id: rad for rad in rader}
    for gruppe in like_grupper({rad.id: rad.tittel for rad in rader}):
        yield ", ".join(gruppe.felles), [etter_id[ide] for ide in gruppe.ider]


def _samme_oppgave(
    rader: Sequence[Iderad], like: Sequence[tuple[str, list[Iderad]]]
) -> Iterable[tuple[str, list[Iderad]]]:
    """Those of one task, unless they already stand as a group."""
    kjente = [{rad.id for rad in gruppe} for _felles, gruppe in like]
    etter_oppgave = defaultdict(list)
    for rad in rader:
        if rad.oppgave_navn:
            etter_oppgave[rad.oppgave_navn].append(rad)
    for navn, gruppe in sorted(etter_oppgave.items()):
        if len(gruppe) > 1 and not any({rad.id for rad in gruppe} <= kjent for kjent in kjente):
            yield navn, gruppe


def _nummerert(grupper: Iterable[tuple[str, list[Iderad]]], *, fra: int) -> tuple[Likegruppe, ...]:
    return tuple(
        Likegruppe(nr=nr, region_navn=ideer[0].region_navn, felles=felles, ideer=tuple(ideer))
        for nr, (felles, ideer) in enumerate(grupper, fra)
    )
