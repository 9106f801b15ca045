"""Verdicts of the municipalities on one arrangement: do they agree, and what do most of them want (needs 4.23)."""

from collections.abc import Collection
from enum import StrEnum

AVVIKLE = "avvikle"
VIDEREFOERE = "viderefoere"
UTVIKLE = "utvikle"


class Enighet(StrEnum):
    """How the verdicts on one arrangement stand to each other, in the order that needs talking about."""

    UENIGE = "uenige"  # at least two verdicts
    DELVIS = "delvis"  # one verdict, and somebody has not answered
    ENIGE = "enige"  # all have answered the same
    INGEN = "ingen"  # nobody has answered


#: Disagreement first.
REKKEFOELGE = {en: plass for plass, en in enumerate(Enighet)}


def enighet(dommer: Collection[str], *, antall: int) -> Enighet:
    """``dommer``: one verdict for each municipality that has given one, of ``antall`` that are in the arrangement."""
    if not dommer:
        return Enighet.INGEN
    if len(set(dommer)) > 1:
        return Enighet.UENIGE
    return Enighet.ENIGE if len(dommer) >= antall else Enighet.DELVIS


def alle_vil_avvikle(dommer: Collection[str], *, antall: int) -> bool:
    """All who are in it have said that it should end: saying no is a normal end (needs 4.17)."""
    return antall > 0 and len(dommer) >= antall and set(dommer) == {AVVIKLE}


def flertall_for(dommer: Collection[str], dom: str) -> bool:
    """More than half of those who have answered."""
    return 2 * sum(en == dom for en in dommer) > len(dommer)
