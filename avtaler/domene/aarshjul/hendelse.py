"""One event of the year: when, what, for whom, by which rule, and what the reader can do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Slag(StrEnum):
    """Where an event comes from; the order is that of the legend."""

    LOV = "lov"
    AVTALE = "avtale"
    BUDSJETT = "budsjett"
    SAK = "sak"
    MOETE = "moete"
    VERV = "verv"
    PROSJEKT = "prosjekt"
    STRATEGI = "strategi"
    EGEN = "egen"


class Hjul(StrEnum):
    """The two wheels. The values are those of the register's ``Klasse``."""

    UTVIKLING = "utvikling"
    TJENESTEYTING = "tjenesteyting"


BEGGE = frozenset(Hjul)


@dataclass(frozen=True, kw_only=True)
class Avtalelenke:
    """An agreement an event is about."""

    id: int
    navn: str


@dataclass(frozen=True, kw_only=True)
class Hendelse:
    """One event. ``fra`` and ``til`` are its first and last day, both inclusive.

    ``noekkel`` is the same from year to year only when the event is the same one: it becomes the calendar's UID.
    Empty ``roller`` and ``parter`` mean everybody.
    """

    noekkel: str
    fra: date
    til: date
    tittel: str
    slag: Slag
    hjul: frozenset[Hjul] = BEGGE
    roller: frozenset[str] = frozenset()
    parter: frozenset[int] = frozenset()
    avtaler: tuple[Avtalelenke, ...] = ()
    sted: str = ""
    """The organ that decides or meets, in words: «Kommunestyret», «Representantskapet»."""
    gjoere: str = ""
    """What the reader can do, as a sentence."""
    hjemmel: str = ""
    kilde: str = ""
    url: str = ""
    region: str = ""
    raadet_kan_paavirke: bool = False
    """Something the council or the owner organ decides: it belongs in the calendar of influence."""
    er_bekreftet: bool = True
    er_eksempel: bool = False
    maalform: str = ""
    """The language of a title somebody has written; empty when the product wrote it in the reader's own."""

    @property
    def er_periode(self) -> bool:
        return self.til > self.fra

    def i_perioden(self, fra: date, til: date) -> bool:
        """Whether any day of the event falls within [fra, til], both inclusive."""
        return self.fra <= til and self.til >= fra

    def gjelder_rolle(self, rolle: str) -> bool:
        return not self.roller or rolle in self.roller

    def gjelder_parter(self, parter: frozenset[int]) -> bool:
        """Whether it is about everybody, or about one of the parties."""
        return not self.parter or bool(self.parter & parter)


def i_rekkefoelge(hendelser: Iterable[Hendelse]) -> tuple[Hendelse, ...]:
    """By first day, then last day; equal days by title and key, so that the order is always the same."""
    return tuple(sorted(hendelser, key=lambda h: (h.fra, h.til, h.tittel, h.noekkel)))


@dataclass(frozen=True, kw_only=True)
class Maaned:
    """The events that begin in one month."""

    foerste: date
    hendelser: tuple[Hendelse, ...]


def per_maaned(hendelser: Iterable[Hendelse], aar: int) -> tuple[Maaned, ...]:
    """Twelve months of ``aar``, empty ones too. What began before the year stands in January."""
    sorterte = i_rekkefoelge(hendelser)
    return tuple(
        Maaned(
            foerste=date(aar, maaned, 1),
            hendelser=tuple(h for h in sorterte if i_aaret(h, aar).month == maaned and h.i_perioden(*aaret(aar))),
        )
        for maaned in range(1, 13)
    )


def aaret(aar: int) -> tuple[date, date]:
    """First and last day of the year."""
    return date(aar, 1, 1), date(aar, 12, 31)


def i_aaret(hendelse: Hendelse, aar: int) -> date:
    """The first day of the event that falls in the year, or 1 January for one from before it."""
    return max(hendelse.fra, date(aar, 1, 1))
