"""When a council that has not treated a case is reminded, and what the next date of a round is."""

from datetime import date, timedelta

#: Days before the window closes on which a reminder is due.
DAGER_FOER = (14, 7, 1)


def skal_minnes(dato: date, *, vindu_fra: date | None, vindu_til: date | None, sist: date | None) -> bool:
    """Whether the night of ``dato`` reminds: a due day has come since the last reminder, and the window is open.

    A night that was missed is made up for by the next one. Without a last day nobody is reminded.
    """
    if vindu_til is None or dato > vindu_til or (vindu_fra is not None and dato < vindu_fra):
        return False
    forfalt = [vindu_til - timedelta(days=dager) for dager in DAGER_FOER]
    forfalt = [dag for dag in forfalt if dag <= dato]
    return bool(forfalt) and (sist is None or sist < max(forfalt))
