"""What began, was extended, converted and ended in each year: is the cooperation growing, or at rest? (needs 0.6)"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

_DAG = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Liv:
    """The days of one agreement; ``til`` is exclusive. ``utvidet``: when somebody or something was added later.

    One that began as, or ended in, a conversion is the same cooperation going on in another form.
    """

    id: int
    fra: date | None
    til: date | None = None
    utvidet: frozenset[date] = frozenset()
    begynte_som_omdanning: bool = False
    endte_i_omdanning: bool = False


@dataclass(frozen=True)
class Aar:
    """Ids of the agreements of each kind, in the order they came."""

    aar: int
    startet: tuple[int, ...] = ()
    utvidet: tuple[int, ...] = ()
    omdannet: tuple[int, ...] = ()
    avsluttet: tuple[int, ...] = ()

    @property
    def opp(self) -> int:
        """What stands above the line of a chart."""
        return len(self.startet) + len(self.utvidet) + len(self.omdannet)

    @property
    def er_stille(self) -> bool:
        return not (self.opp or self.avsluttet)


@dataclass
class _Samler:
    startet: dict[int, list[int]] = field(default_factory=dict)
    utvidet: dict[int, list[int]] = field(default_factory=dict)
    omdannet: dict[int, list[int]] = field(default_factory=dict)
    avsluttet: dict[int, list[int]] = field(default_factory=dict)

    def til_aar(self, aar: int) -> Aar:
        return Aar(
            aar, *(tuple(bok.get(aar, ())) for bok in (self.startet, self.utvidet, self.omdannet, self.avsluttet))
        )

    def aarene(self) -> set[int]:
        return {*self.startet, *self.utvidet, *self.omdannet, *self.avsluttet}


def aarstall(avtaler: Iterable[Liv], *, dato: date) -> tuple[Aar, ...]:
    """Every year from the first event to the year of ``dato``, also the quiet ones; nothing after ``dato``.

    An agreement ends in the year of its last day. It is extended once a year at most, and not in the day it began.
    """
    samler = _Samler()
    for liv in avtaler:
        _foer_inn(samler, liv, dato)
    aarene = samler.aarene()
    return tuple(samler.til_aar(aar) for aar in range(min(aarene), dato.year + 1)) if aarene else ()


def stille_aar(alle: Iterable[Aar]) -> int:
    """How many years in a row, counted back from the last, that nothing has happened."""
    antall = 0
    for aar in reversed(list(alle)):
        if not aar.er_stille:
            break
        antall += 1
    return antall


def _foer_inn(samler: _Samler, liv: Liv, dato: date) -> None:
    if liv.fra is None or liv.fra > dato:
        return
    begynnelser = samler.omdannet if liv.begynte_som_omdanning else samler.startet
    begynnelser.setdefault(liv.fra.year, []).append(liv.id)
    siste = liv.til - _DAG if liv.til else None
    for aar in sorted({dag.year for dag in liv.utvidet if liv.fra < dag <= (min(siste, dato) if siste else dato)}):
        samler.utvidet.setdefault(aar, []).append(liv.id)
    if siste is not None and siste <= dato and not liv.endte_i_omdanning:
        samler.avsluttet.setdefault(siste.year, []).append(liv.id)
