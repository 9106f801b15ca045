"""Whether measures and front cases are driven: late ones, and those without a next date (needs 1.9, 1.10, 3.13)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Varsel(StrEnum):
    """What is wrong with something that is not done."""

    FORSINKET = "forsinket"
    UTEN_DATO = "uten_dato"
    UTEN_DRIVER = "uten_driver"


#: Statuses with nothing left to drive.
FERDIGE_TILTAK = frozenset({"fullfoert", "avlyst"})
FERDIGE_FRONTSAKER = frozenset({"naadd", "tapt"})


@dataclass(frozen=True, kw_only=True)
class Tiltaksfakta:
    """A measure as it is judged; the years are both inclusive."""

    status: str
    til_aar: int
    neste_dato: date | None
    har_driver: bool


@dataclass(frozen=True, kw_only=True)
class Frontfakta:
    """A front case as it is judged; ``avgjoeres`` is when it is decided by those it is put to."""

    status: str
    avgjoeres: date | None
    neste_dato: date | None
    har_driver: bool


def tiltaksvarsler(tiltak: Tiltaksfakta, dato: date) -> tuple[Varsel, ...]:
    """What is wrong with the measure on the date; nothing when it is done or called off."""
    if tiltak.status in FERDIGE_TILTAK:
        return ()
    forbi = tiltak.til_aar < dato.year
    return tuple(_varsler(tiltak.neste_dato, dato, forbi=forbi, har_driver=tiltak.har_driver))


def frontvarsler(sak: Frontfakta, dato: date) -> tuple[Varsel, ...]:
    """What is wrong with the case on the date; a case decided without us having reached it is late."""
    if sak.status in FERDIGE_FRONTSAKER:
        return ()
    forbi = sak.avgjoeres is not None and sak.avgjoeres < dato
    return tuple(_varsler(sak.neste_dato, dato, forbi=forbi, har_driver=sak.har_driver))


def _varsler(neste: date | None, dato: date, *, forbi: bool, har_driver: bool) -> Iterable[Varsel]:
    if forbi or (neste is not None and neste < dato):
        yield Varsel.FORSINKET
    if neste is None:
        yield Varsel.UTEN_DATO
    if not har_driver:
        yield Varsel.UTEN_DRIVER
