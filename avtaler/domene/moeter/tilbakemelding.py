"""Whether a party's representatives have reported home from a meeting (needs 4.3)."""

from datetime import date, timedelta
from enum import StrEnum

#: How long after a meeting a report may be missing before it is flagged. The house's own number, not the law's.
DAGER = 30


class Meldestatus(StrEnum):
    """Where one party's report is."""

    MELDT = "meldt"
    VENTER = "venter"
    MANGLER = "mangler"


def meldefrist(moetedato: date) -> date:
    """The last day before a missing report is flagged."""
    return moetedato + timedelta(days=DAGER) if moetedato <= date.max - timedelta(days=DAGER) else date.max


def meldestatus(moetedato: date, *, meldt: date | None, dato: date) -> Meldestatus:
    """The state on ``dato``. A report dated after ``dato`` has not come yet."""
    if meldt and meldt <= dato:
        return Meldestatus.MELDT
    return Meldestatus.MANGLER if dato > meldefrist(moetedato) else Meldestatus.VENTER
