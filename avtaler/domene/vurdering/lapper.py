"""Rounds of anonymous notes: when they are open, and which counts may be shown without pointing at a writer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

#: Fewer notes than this from one municipality are not counted by its name: then a reader could guess who wrote.
MINST = 3


class Fase(StrEnum):
    """Where a round is. Nobody reads a note before all are hung up, the coordinator included."""

    KOMMENDE = "kommende"
    AAPEN = "aapen"
    HENGT_OPP = "hengt_opp"


def fase(*, fra: date, til: date, hengt_opp: date | None, dato: date) -> Fase:
    """The phase on ``dato``. Both ends are open days; the notes may be hung up before the last of them."""
    if (hengt_opp is not None and hengt_opp <= dato) or til < dato:
        return Fase.HENGT_OPP
    return Fase.AAPEN if fra <= dato else Fase.KOMMENDE


@dataclass(frozen=True)
class Kommunetall:
    """Notes by municipality. ``resten`` are of those with few, and of writers who did not say where they are from."""

    vist: tuple[tuple[str, int], ...]
    resten: int


def skjul_faa(antall: Mapping[str, int], *, uoppgitt: int = 0, minst: int = MINST) -> Kommunetall:
    """The counts that may be shown, in the order given; the others are one sum.

    A municipality that wrote every note is not named: that would tell of each note where it is from.
    When a municipality is left out and the sum is itself below ``minst``, the smallest that was shown joins it: else
    the sum would tell what was to be hidden.
    """
    if len([tall for tall in antall.values() if tall]) == 1 and not uoppgitt:
        return Kommunetall((), sum(antall.values()))
    vist = {navn: tall for navn, tall in antall.items() if tall >= minst}
    skjulte = [tall for tall in antall.values() if 0 < tall < minst]
    resten = uoppgitt + sum(skjulte)
    while skjulte and vist and resten < minst:
        resten += vist.pop(min(vist, key=lambda navn: vist[navn]))
    return Kommunetall(tuple(vist.items()), resten)
