"""The dates of a series of meetings (needs 4.19)."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

FLEST = 24


class Mellomrom(StrEnum):
    """How far apart the meetings are."""

    UKE = "uke"
    FJORTEN_DAGER = "fjorten_dager"
    MAANED = "maaned"
    TO_MAANEDER = "to_maaneder"
    KVARTAL = "kvartal"
    HALVAAR = "halvaar"
    AAR = "aar"


_DAGER = {Mellomrom.UKE: 7, Mellomrom.FJORTEN_DAGER: 14}
_MAANEDER = {
    Mellomrom.MAANED: 1, Mellomrom.TO_MAANEDER: 2, Mellomrom.KVARTAL: 3, Mellomrom.HALVAAR: 6, Mellomrom.AAR: 12,
}  # fmt: skip


def seriedatoer(foerste: date, *, mellomrom: Mellomrom, antall: int) -> tuple[date, ...]:
    """``antall`` days from ``foerste``: weeks by the week, months on the same weekday of the month.

    The third Friday stays the third Friday; a fifth that a month does not have becomes its last. Raises ValueError
    when the number is not between 1 and FLEST, or the calendar ends.
    """
    if not 1 <= antall <= FLEST:
        raise ValueError(f"{antall} meetings")
    if mellomrom in _DAGER:
        return tuple(date.fromordinal(foerste.toordinal() + _DAGER[mellomrom] * nr) for nr in range(antall))
    return tuple(_maaneder_etter(foerste, _MAANEDER[mellomrom] * nr) for nr in range(antall))


def _maaneder_etter(foerste: date, maaneder: int) -> date:
    """The same weekday of the month, ``maaneder`` later."""
    aar, maaned = divmod(foerste.year * 12 + foerste.month - 1 + maaneder, 12)
    start = date(aar, maaned + 1, 1)
    uke = (foerste.day - 1) // 7
    dag = 1 + (foerste.weekday() - start.weekday()) % 7 + 7 * uke
    siste = monthrange(aar, maaned + 1)[1]
    return start + timedelta(days=(dag if dag <= siste else dag - 7) - 1)
