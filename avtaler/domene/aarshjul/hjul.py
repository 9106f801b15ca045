"""The geometry of a wheel: twelve months round a circle, a numbered mark for each event, an arc for what lasts.

Coordinates are whole numbers of a drawing of 400 × 400, twelve o'clock is 1 January, and time goes with the clock.
"""

from calendar import isleap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin

from .hendelse import Hendelse, i_aaret

MIDTEN = 200
RAND = 190
MAANEDSRAND = 160
INNERST = 62
MERKE = 9
#: The circles that marks stand on, outermost first, and how many have room within one month on each.
RINGER = ((144, 4), (122, 3), (101, 2), (80, 2))
PLASSER = sum(antall for _radius, antall in RINGER)
#: What lasts at least so many days is drawn as an arc too.
BUE_FRA_DAGER = 7
BUERADIUS = 157


@dataclass(frozen=True, kw_only=True)
class Punkt:
    """A place in the drawing."""

    x: int
    y: int


@dataclass(frozen=True, kw_only=True)
class Merke:
    """One event's mark, with its number in the list."""

    nummer: int
    hendelse: Hendelse
    midt: Punkt


@dataclass(frozen=True, kw_only=True)
class Bue:
    """What lasts: the path of its arc."""

    nummer: int
    hendelse: Hendelse
    sti: str


@dataclass(frozen=True, kw_only=True)
class Flere:
    """How many events of a month there was no room for: they are in the list."""

    antall: int
    midt: Punkt


@dataclass(frozen=True, kw_only=True)
class Maanedsfelt:
    """One twelfth of the wheel: where its name stands, and the line it begins with."""

    maaned: int
    navn: Punkt
    ytterst: Punkt
    innerst: Punkt


@dataclass(frozen=True, kw_only=True)
class Tegning:
    """A whole wheel. ``naa`` is where today stands on the rim, when today is in the year."""

    felt: tuple[Maanedsfelt, ...]
    merker: tuple[Merke, ...]
    buer: tuple[Bue, ...]
    flere: tuple[Flere, ...]
    naa: tuple[Punkt, Punkt] | None


def tegn(numre: Sequence[tuple[int, Hendelse]], *, aar: int, idag: date) -> Tegning:
    """The wheel of these numbered events. Marks never cover each other, however many there are."""
    merker: list[Merke] = []
    flere: list[Flere] = []
    for maaned in range(1, 13):
        i_maaneden = [(nr, h) for nr, h in numre if i_aaret(h, aar).month == maaned]
        faar_plass = i_maaneden if len(i_maaneden) <= PLASSER else i_maaneden[: PLASSER - 1]
        merker += _merker(faar_plass, maaned, antall=len(i_maaneden))
        if len(i_maaneden) > len(faar_plass):
            flere.append(Flere(antall=len(i_maaneden) - len(faar_plass), midt=_plasser(maaned, PLASSER)[-1]))
    return Tegning(
        felt=tuple(_felt(maaned) for maaned in range(1, 13)), merker=tuple(merker), buer=tuple(_buer(numre, aar)),
        flere=tuple(flere), naa=_naa(idag) if idag.year == aar else None,
    )  # fmt: skip


def vinkel(dag: date) -> float:
    """How far round the wheel the day stands, in radians: every month has the same twelfth."""
    lengde = 28 + isleap(dag.year) if dag.month == 2 else 30 if dag.month in (4, 6, 9, 11) else 31
    return 2 * pi * (dag.month - 1 + (dag.day - 1) / lengde) / 12


def _merker(i_maaneden: Iterable[tuple[int, Hendelse]], maaned: int, *, antall: int) -> Iterable[Merke]:
    for (nummer, hendelse), midt in zip(i_maaneden, _plasser(maaned, antall), strict=False):
        yield Merke(nummer=nummer, hendelse=hendelse, midt=midt)


def _plasser(maaned: int, antall: int) -> list[Punkt]:
    """Places for so many marks within the month: the outermost circle first, spread evenly in each."""
    punkter: list[Punkt] = []
    for radius, plass in RINGER:
        paa_ringen = min(plass, antall - len(punkter))
        for nummer in range(paa_ringen):
            grader = (maaned - 1 + (2 * nummer + 1) / (2 * paa_ringen)) / 12
            punkter.append(_punkt(2 * pi * grader, radius))
    return punkter


def _buer(numre: Iterable[tuple[int, Hendelse]], aar: int) -> Iterable[Bue]:
    for nummer, hendelse in numre:
        if (hendelse.til - hendelse.fra).days + 1 >= BUE_FRA_DAGER:
            yield Bue(nummer=nummer, hendelse=hendelse, sti=_bue(i_aaret(hendelse, aar), hendelse.til, aar))


def _bue(fra: date, til: date, aar: int) -> str:
    start, slutt = vinkel(fra), vinkel(min(til, date(aar, 12, 31)))
    a, b = _punkt(start, BUERADIUS), _punkt(slutt, BUERADIUS)
    return f"M{a.x} {a.y}A{BUERADIUS} {BUERADIUS} 0 {int(slutt - start > pi)} 1 {b.x} {b.y}"


def _felt(maaned: int) -> Maanedsfelt:
    start = 2 * pi * (maaned - 1) / 12
    return Maanedsfelt(
        maaned=maaned, navn=_punkt(start + pi / 12, (RAND + MAANEDSRAND) // 2), ytterst=_punkt(start, RAND),
        innerst=_punkt(start, INNERST),
    )  # fmt: skip


def _naa(idag: date) -> tuple[Punkt, Punkt]:
    return _punkt(vinkel(idag), MAANEDSRAND), _punkt(vinkel(idag), RAND)


def _punkt(vinkel: float, radius: int) -> Punkt:
    return Punkt(x=round(MIDTEN + radius * sin(vinkel)), y=round(MIDTEN - radius * cos(vinkel)))
