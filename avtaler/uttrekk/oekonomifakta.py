"""What the register asks of the money above it: the floor above reports itself here, so that no import points up."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Protocol


class Oekonomikilde(Protocol):
    """What the floor of costs can tell about agreements, each in one query."""

    def med_noekkel(self, avtaler: Collection[int]) -> frozenset[int]:
        """Those with a cost key."""
        ...

    def siste_budsjett(self, avtaler: Collection[int], *, dato: date) -> Mapping[int, date]:
        """The first day of the newest budget year that has begun, for those that have one."""
        ...


class IngenOekonomi:
    """Nothing above has reported itself: the register alone."""

    def med_noekkel(self, avtaler: Collection[int]) -> frozenset[int]:
        return frozenset()

    def siste_budsjett(self, avtaler: Collection[int], *, dato: date) -> Mapping[int, date]:
        return {}


_kilde: Oekonomikilde = IngenOekonomi()


def meld_kilde(kilde: Oekonomikilde) -> None:
    """Called once, when the app of costs is ready."""
    global _kilde  # the one place where the direction of the house is turned
    _kilde = kilde


def oekonomikilde() -> Oekonomikilde:
    return _kilde
