"""Whether a party's representatives have reported home from a meeting (needs 4.3)."""

from datetime import date, timedelta
from enum import StrEnum

#: How long after a meeting a report may be missing before it is flagged. The house's own number, not the law's.
DAGER = 30
#: How long a missing report is flagged. What was reported from older meetings is only not written down here.
HUSKES = timedelta(days=365)


class Meldestatus(StrEnum):
    """Where one party's report is."""

    MELDT = "meldt"
    VENTER = "venter"
    MANGLER = "mangler"
    IKKE_FOERT = "ikke_foert"  # the meeting is so old that a missing report says nothing


def meldefrist(moetedato: date) -> date:
    """The last day before a missing report is flagged."""
    return moetedato + timedelta(days=DAGER) if moetedato <= date.max - timedelta(days=DAGER) else date.max


def meldestatus(moetedato: date, *, meldt: date | None, dato: date) -> Meldestatus:
    """The state on ``dato``. A report dated after ``dato`` has not come yet."""
    if meldt and meldt <= dato:
        return Meldestatus.MELDT
    if dato <= meldefrist(moetedato):
        return Meldestatus.VENTER
    return Meldestatus.MANGLER if dato - moetedato <= HUSKES else Meldestatus.IKKE_FOERT
