"""The days that follow from the terms of one agreement: notice, lock-in, evaluation, beginning and end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from avtaler.domene.rydding.frister import om_aar
from avtaler.domene.uttreden import Vilkaar, siste_varsel


class Avtalefrist(StrEnum):
    """What the day is."""

    OPPSIGELSE = "oppsigelse"
    BINDING_UTE = "binding_ute"
    EVALUERING = "evaluering"
    TRER_I_KRAFT = "trer_i_kraft"
    OPPHOERER = "opphoerer"


@dataclass(frozen=True, kw_only=True)
class Avtaletid:
    """What the days are reckoned from. ``til`` is the first day the agreement no longer is in force."""

    fra: date | None
    til: date | None
    bundet_til: date | None
    evalueres_hvert_aar: int | None
    sist_evaluert: date | None
    vilkaar: Vilkaar | None


@dataclass(frozen=True, kw_only=True)
class Fristdag:
    """One day. ``virkning`` is the first day outside, for a notice."""

    frist: Avtalefrist
    dato: date
    virkning: date | None = None


def frister_i(tid: Avtaletid, *, fra: date, til: date) -> Iterator[Fristdag]:
    """Every day of the agreement's own that falls within [fra, til], both inclusive."""
    for fristdag in _alle(tid, fra, til):
        if fra <= fristdag.dato <= til:
            yield fristdag


def _alle(tid: Avtaletid, fra: date, til: date) -> Iterator[Fristdag]:
    yield from _oppsigelser(tid, fra, til)
    if tid.bundet_til is not None:
        yield Fristdag(frist=Avtalefrist.BINDING_UTE, dato=tid.bundet_til)
    if (neste := neste_evaluering(tid)) is not None:
        yield Fristdag(frist=Avtalefrist.EVALUERING, dato=neste)
    if tid.fra is not None:
        yield Fristdag(frist=Avtalefrist.TRER_I_KRAFT, dato=tid.fra)
    if tid.til is not None:
        yield Fristdag(frist=Avtalefrist.OPPHOERER, dato=tid.til - timedelta(days=1))


def neste_evaluering(tid: Avtaletid) -> date | None:
    """The agreed number of years after the last evaluation, or after the agreement began. None when none is agreed."""
    utgangspunkt = tid.sist_evaluert or tid.fra
    if not tid.evalueres_hvert_aar or utgangspunkt is None:
        return None
    if utgangspunkt.year + tid.evalueres_hvert_aar > date.max.year:
        return None
    return om_aar(utgangspunkt, tid.evalueres_hvert_aar)


def _oppsigelser(tid: Avtaletid, fra: date, til: date) -> Iterator[Fristdag]:
    """The latest day of notice for being out at each turn of the year."""
    if tid.vilkaar is None:
        return
    lengst = til.year + tid.vilkaar.maaneder // 12 + 2
    for aar in range(fra.year + 1, min(lengst, date.max.year) + 1):
        nyttaar = date(aar, 1, 1)
        dag = siste_varsel(nyttaar, tid.vilkaar)
        if dag is not None and _gjelder(tid, dag, nyttaar):
            yield Fristdag(frist=Avtalefrist.OPPSIGELSE, dato=dag, virkning=nyttaar)


def _gjelder(tid: Avtaletid, dag: date, nyttaar: date) -> bool:
    """Nobody gives notice before the agreement began, or to leave one that has ended by itself."""
    return (tid.fra is None or tid.fra <= dag) and (tid.til is None or nyttaar < tid.til)
