"""Who shares a cost, and for how much of the period each takes part."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction


@dataclass(frozen=True)
class Periode:
    """The time the amount covers; half-open, `til` is the first day after it."""

    fra: date
    til: date

    @property
    def dager(self) -> int:
        return (self.til - self.fra).days


@dataclass(frozen=True)
class Deltaker:
    """One party with the figures a key may ask for; `fra`/`til` (half-open) when not the whole period."""

    id: str
    navn: str
    verdier: Mapping[str, Fraction] = field(default_factory=dict)
    fra: date | None = None
    til: date | None = None

    def dager(self, periode: Periode | None) -> tuple[int, int]:
        """Return (days taken part, days in the period); (1, 1) when the split has no period."""
        if periode is None:
            return 1, 1
        fra, til = self.innenfor(periode)
        return max((til - fra).days, 0), periode.dager

    def innenfor(self, periode: Periode) -> tuple[date, date]:
        """Return the participation cut to the period; the dates cross when the two never meet."""
        return max(self.fra or periode.fra, periode.fra), min(self.til or periode.til, periode.til)


def nummerorden(ident: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key for «lowest number first»: digits by value (9 before 10, 0719 before 1101), letters by code point."""
    deler = [del_ for del_ in re.split(r"([0-9]+)", ident) if del_]
    noekkel = [_delnoekkel(del_) for del_ in deler]
    return (*noekkel, (-1, 0, ident))  # equal by value («07», «7»): the text decides


def _delnoekkel(del_: str) -> tuple[int, int, str]:
    if del_[0] in "0123456789":
        siffer = del_.lstrip("0")
        return 0, len(siffer), siffer
    return 1, 0, del_
