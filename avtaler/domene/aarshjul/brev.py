"""When a letter about what is coming is due: on Mondays, or on the first of the month, and at once the first time."""

from datetime import date, timedelta
from enum import StrEnum


class Hyppighet(StrEnum):
    """How often one wants a letter. The values are those of the register's ``Sammendrag.Hyppighet``."""

    ALDRI = "aldri"
    UKE = "uke"
    MAANED = "maaned"


#: How far ahead a letter looks: past the next one, so that nothing comes as a surprise.
FRAM = {Hyppighet.UKE: timedelta(days=21), Hyppighet.MAANED: timedelta(days=62)}


def skal_sendes(hyppighet: Hyppighet, *, sist: date | None, dato: date) -> bool:
    """Whether the night of ``dato`` sends: the newest due day has not been sent for. A night missed is made up for."""
    if hyppighet is Hyppighet.ALDRI:
        return False
    return sist is None or sist < forfall(hyppighet, dato)


def forfall(hyppighet: Hyppighet, dato: date) -> date:
    """The newest due day, ``dato`` included: this week's Monday, or the first of the month."""
    return dato - timedelta(days=dato.weekday()) if hyppighet is Hyppighet.UKE else dato.replace(day=1)
