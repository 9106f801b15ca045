"""Whether what a meeting decided has been done (needs 4.12)."""

from datetime import date
from enum import StrEnum


class Oppfoelging(StrEnum):
    """Where the follow-up of one decision is."""

    INGEN = "ingen"  # nothing to follow up is written down
    AAPEN = "aapen"
    FORSINKET = "forsinket"
    UTFOERT = "utfoert"


def oppfoelging(*, ansvarlig: str, frist: date | None, utfoert: date | None, dato: date) -> Oppfoelging:
    """The state on ``dato``. The last day itself is not late; what is done after ``dato`` is not done yet."""
    if utfoert and utfoert <= dato:
        return Oppfoelging.UTFOERT
    if not ansvarlig and frist is None and utfoert is None:
        return Oppfoelging.INGEN
    return Oppfoelging.FORSINKET if frist and frist < dato else Oppfoelging.AAPEN
