"""What the participants' shares add up to."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Protocol


class HarAndeler(Protocol):
    """A participant with the shares that are recorded; None is not recorded."""

    @property
    def eierandel(self) -> Fraction | None: ...

    @property
    def ansvarsandel(self) -> Fraction | None: ...


def sum_eierandel(deltakere: Iterable[HarAndeler]) -> Fraction | None:
    """The ownership shares together; one that is not recorded counts as nothing. None when none is."""
    andeler = [deltaker.eierandel for deltaker in deltakere if deltaker.eierandel is not None]
    return sum(andeler, Fraction(0)) if andeler else None


def sum_ansvarsandel(deltakere: Iterable[HarAndeler]) -> Fraction | None:
    """The liability shares together; who has none answers by its ownership share. None when nobody has one."""
    alle = list(deltakere)
    if all(deltaker.ansvarsandel is None for deltaker in alle):
        return None
    andeler = (d.eierandel if d.ansvarsandel is None else d.ansvarsandel for d in alle)
    return sum((andel or Fraction(0) for andel in andeler), Fraction(0))
