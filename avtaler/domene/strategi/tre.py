"""The tree of a strategy: what may stand under what, the order people read it in, and moving one place.

Points are ordered among those of the same kind under the same point, from 1 without gaps.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

MAAL, BEIN, TEMA, OMRAADE, PILAR, VEI, PREMISS = (
    "maal", "bein", "tema", "satsingsomraade", "pilar", "vei", "premiss",
)  # fmt: skip
#: Kinds in the order they are read under one point: the areas stand before the ways, the premises last.
LESEREKKEFOELGE = (MAAL, BEIN, TEMA, OMRAADE, PILAR, VEI, PREMISS)
#: The top of the tree, where no point stands above.
TOPP = ""

#: Kind → the kinds it may stand under.
_UNDER: Mapping[str, frozenset[str]] = {
    MAAL: frozenset({TOPP, BEIN}),
    BEIN: frozenset({TOPP, MAAL}),
    TEMA: frozenset({TOPP, MAAL, BEIN}),
    OMRAADE: frozenset({TOPP, MAAL, BEIN, TEMA}),
    PILAR: frozenset({TOPP, MAAL}),
    VEI: frozenset({BEIN, TEMA, OMRAADE}),
    PREMISS: frozenset({TOPP}),
}


class Retning(StrEnum):
    """Which way a point is moved."""

    OPP = "opp"
    NED = "ned"


@dataclass(frozen=True, kw_only=True)
class Plass:
    """Where one point stands; ``over`` is None at the top."""

    id: int
    over: int | None
    slag: str
    nummer: int


def kan_staa_under(slag: str, over: str) -> bool:
    """Whether a point of the kind may stand under one of the kind ``over`` (TOPP: under none)."""
    return over in _UNDER[slag]


def slag_under(over: str) -> tuple[str, ...]:
    """The kinds that may stand under a point of the kind ``over``, as they are read."""
    return tuple(slag for slag in LESEREKKEFOELGE if kan_staa_under(slag, over))


def flyttet(rekke: Sequence[int], punkt: int, retning: Retning) -> tuple[int, ...]:
    """The order with ``punkt`` one place up or down; the first stays first when moved up, the last stays last."""
    fra = rekke.index(punkt)
    til = fra - 1 if retning is Retning.OPP else fra + 1
    if not 0 <= til < len(rekke):
        return tuple(rekke)
    ny = list(rekke)
    ny[fra], ny[til] = ny[til], ny[fra]
    return tuple(ny)


def lest(plasser: Collection[Plass]) -> tuple[int, ...]:
    """All points as they are read: each followed by what is under it."""
    under: dict[int | None, list[Plass]] = {}
    for plass in plasser:
        under.setdefault(plass.over, []).append(plass)
    return tuple(_nedover(under, None))


def alt_under(plasser: Iterable[Plass], punkt: int) -> frozenset[int]:
    """The point and everything below it."""
    barn: dict[int | None, list[int]] = {}
    for plass in plasser:
        barn.setdefault(plass.over, []).append(plass.id)
    funnet, neste = {punkt}, [punkt]
    while neste:
        nye = [ett for ett in barn.get(neste.pop(), ()) if ett not in funnet]
        funnet.update(nye)
        neste.extend(nye)
    return frozenset(funnet)


def skal_vise_innsats(plasser: Collection[Plass]) -> tuple[int, ...]:
    """The points a region answers «hva gjør vi for hver» about, as they are read (needs 1.7).

    The areas; and the themes and legs that are not divided into areas. A strategy of goals alone answers for those.
    """
    rekke = lest(plasser)
    slag = {plass.id: plass.slag for plass in plasser}
    for grove in ((OMRAADE, TEMA, BEIN), (MAAL,)):
        valgt = [ett for ett in rekke if slag[ett] in grove and not _delt(plasser, ett, grove)]
        if valgt:
            return tuple(valgt)
    return ()


def _delt(plasser: Collection[Plass], punkt: int, slag: Collection[str]) -> bool:
    under = alt_under(plasser, punkt) - {punkt}
    return any(plass.id in under and plass.slag in slag for plass in plasser)


def _nedover(under: Mapping[int | None, list[Plass]], over: int | None) -> Iterator[int]:
    for plass in sorted(under.get(over, ()), key=lambda p: (LESEREKKEFOELGE.index(p.slag), p.nummer, p.id)):
        yield plass.id
        yield from _nedover(under, plass.id)
