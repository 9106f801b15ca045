"""The bars of a chart of years, in whole units: what begins and grows above the line, what ends below it."""

from collections.abc import Sequence
from dataclasses import dataclass

from .aarstall import Aar


@dataclass(frozen=True)
class Soeyle:
    """One bar: ``slag`` is the kind of event. Upper left corner, width and height."""

    slag: str
    x: int
    y: int
    bredde: int
    hoeyde: int


@dataclass(frozen=True)
class Merke:
    """A year under the chart, at the middle of its bars."""

    aar: int
    x: int


@dataclass(frozen=True, kw_only=True)
class Diagram:
    """``nulllinje`` is where the line stands; ``skritt`` is the height of one agreement."""

    bredde: int
    hoeyde: int
    nulllinje: int
    skritt: int
    soeyler: tuple[Soeyle, ...]
    merker: tuple[Merke, ...]


def diagram(aarene: Sequence[Aar], *, bredde: int = 400, hoeyde: int = 160) -> Diagram:
    """Bars for ``aarene``, which follow each other. ValueError when there are none."""
    if not aarene:
        raise ValueError("a chart of no years")
    opp = max(ett.opp for ett in aarene)
    ned = max(len(ett.avsluttet) for ett in aarene)
    skritt = max(1, min(16, hoeyde // max(opp + ned, 1)))
    felt = bredde // len(aarene)
    nulllinje = opp * skritt + 4
    soeyler = [en for nr, ett in enumerate(aarene) for en in _soeyler(ett, nr * felt, felt, nulllinje, skritt)]
    hvert = max(1, -(-44 // felt))
    merker = tuple(
        Merke(ett.aar, nr * felt + felt // 2)
        for nr, ett in enumerate(aarene)
        if (aarene[-1].aar - ett.aar) % hvert == 0
    )
    hoeyden = nulllinje + ned * skritt + 4
    return Diagram(
        bredde=bredde, hoeyde=hoeyden, nulllinje=nulllinje, skritt=skritt, soeyler=tuple(soeyler), merker=merker
    )


def _soeyler(ett: Aar, x: int, felt: int, nulllinje: int, skritt: int) -> list[Soeyle]:
    luft = max(1, felt // 6)
    bredde, topp = max(felt - 2 * luft, 1), nulllinje
    funnet = []
    for slag, ider in (("startet", ett.startet), ("utvidet", ett.utvidet), ("omdannet", ett.omdannet)):
        if ider:
            topp -= len(ider) * skritt
            funnet.append(Soeyle(slag, x + luft, topp, bredde, len(ider) * skritt))
    if ett.avsluttet:
        funnet.append(Soeyle("avsluttet", x + luft, nulllinje, bredde, len(ett.avsluttet) * skritt))
    return funnet
