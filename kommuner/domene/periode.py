"""A half-open stretch of days, as every dated row stores it.

``til`` is exclusive, so a period that ends where the next begins leaves no gap and no overlap.
People are shown the last day that counts (``siste_dag``), never the exclusive end.
"""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, order=True)
class Periode:
    """The days from ``fra`` up to, but not with, ``til``; no ``til`` means still running."""

    fra: date
    til: date | None = None

    def __post_init__(self) -> None:
        """Refuse an empty or backward period with ValueError: it would hold no day at all."""
        if self.til is not None and self.til <= self.fra:
            raise ValueError(f"A period must end after it begins: {self.fra} – {self.til}")

    def inneholder(self, dato: date) -> bool:
        """Whether ``dato`` is one of the period's days."""
        return self.fra <= dato and (self.til is None or dato < self.til)

    def overlapper(self, andre: "Periode") -> bool:
        """Whether the two share at least one day; touching ends do not."""
        return (andre.til is None or self.fra < andre.til) and (self.til is None or andre.fra < self.til)

    @property
    def dager(self) -> int | None:
        """The number of days, or None for a running period."""
        return None if self.til is None else (self.til - self.fra).days

    @property
    def siste_dag(self) -> date | None:
        """The last day in the period, the date shown to people; None for a running period."""
        return None if self.til is None else self.til - timedelta(days=1)
