"""What the law asks for every year or every election period, as data, and the days it falls on."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from avtaler.domene.hjemmel import Gyldighet, Hjemmel, Sikkerhet
from avtaler.domene.tekst import Tekst

from .hendelse import Slag

#: Local elections are held every fourth year (valgloven § 9-1(2)); 2023 was one.
ET_VALGAAR = 2023
VALGPERIODE = 4


class Naar(StrEnum):
    """In which years a rule falls."""

    HVERT_AAR = "hvert_aar"
    VALGAAR = "valgaar"
    AARET_ETTER_VALG = "aaret_etter_valg"


class Hvem(StrEnum):
    """Whom a rule is about: the municipality itself, or each cooperation of the forms it names."""

    KOMMUNEN = "kommunen"
    SAMARBEIDET = "samarbeidet"


@dataclass(frozen=True, kw_only=True)
class Lovhendelse:
    """One deadline of the law. Days are (month, day); 31 in a shorter month is its last day.

    ``fra`` is given only for what lasts: the deadline itself is ``til``.
    """

    kode: str
    slag: Slag
    naar: Naar
    hvem: Hvem
    til: tuple[int, int]
    fra: tuple[int, int] | None
    former: tuple[str, ...]
    roller: tuple[str, ...]
    tittel: Tekst
    sted: Tekst
    gjoere: Tekst
    hjemmel: Hjemmel
    gyldig: Gyldighet
    sikkerhet: Sikkerhet
    raadet_kan_paavirke: bool


@dataclass(frozen=True, kw_only=True)
class Forekomst:
    """One time a rule falls; both days inclusive."""

    regel: Lovhendelse
    fra: date
    til: date


def er_valgaar(aar: int) -> bool:
    """Whether municipal councils are elected in the year (every fourth, counted from 2023)."""
    return (aar - ET_VALGAAR) % VALGPERIODE == 0


def faller_i(naar: Naar, aar: int) -> bool:
    """Whether a rule of this kind falls in the year."""
    if naar is Naar.HVERT_AAR:
        return True
    return er_valgaar(aar if naar is Naar.VALGAAR else aar - 1)


def forekomster(regler: tuple[Lovhendelse, ...], *, fra: date, til: date) -> Iterator[Forekomst]:
    """Every time a rule falls within [fra, til], both inclusive, by the law of the day it falls on."""
    for aar in range(fra.year, til.year + 1):
        for regel in regler:
            if faller_i(regel.naar, aar):
                slutt = dag_i(aar, regel.til)
                start = dag_i(aar, regel.fra) if regel.fra else slutt
                if start <= til and slutt >= fra and regel.gyldig.gjelder(slutt):
                    yield Forekomst(regel=regel, fra=start, til=slutt)


def dag_i(aar: int, dag: tuple[int, int]) -> date:
    """The day of the year; a day the month has not got is its last. Raises ValueError for a month that is none."""
    maaned, nummer = dag
    if not 1 <= maaned <= 12:
        raise ValueError(maaned)
    return date(aar, maaned, min(nummer, monthrange(aar, maaned)[1]))
