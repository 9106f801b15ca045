"""Points on the scale from democratic control to efficiency, stacked where several have the same place (needs 2.17)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

#: 1 is democratic control first, 5 is efficiency first.
PLASSER = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Punkt:
    """``nr`` as it was given; ``hoeyde`` counts from nought where several stand on the same place."""

    nr: int
    plass: int
    hoeyde: int


def stable(plasser: Iterable[int]) -> tuple[Punkt, ...]:
    """One point for each place, numbered from one in the order given. ValueError for a place off the scale."""
    hoeyder: Counter[int] = Counter()
    punkter = []
    for nr, plass in enumerate(plasser, 1):
        if plass not in PLASSER:
            raise ValueError(f"no place {plass} on the scale")
        punkter.append(Punkt(nr, plass, hoeyder[plass]))
        hoeyder[plass] += 1
    return tuple(punkter)


def hoeyeste(punkter: Iterable[Punkt]) -> int:
    """How many stand on the place where most do."""
    return max((punkt.hoeyde + 1 for punkt in punkter), default=0)
