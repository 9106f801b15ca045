"""When a recurring event comes. The day is always counted from the first time, so that nothing drifts.

An event on the 31st comes on the last day of shorter months and is back on the 31st in the next long one; one on
29 February comes on the 28th in common years.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from avtaler.domene.uttreden import legg_til_maaneder


class Gjentas(StrEnum):
    """How often. The values are those of the register's ``Gjentakelse``."""

    ALDRI = "aldri"
    MAANED = "maaned"
    KVARTAL = "kvartal"
    HALVAAR = "halvaar"
    AAR = "aar"
    FIRE_AAR = "fire_aar"


MAANEDER = {Gjentas.MAANED: 1, Gjentas.KVARTAL: 3, Gjentas.HALVAAR: 6, Gjentas.AAR: 12, Gjentas.FIRE_AAR: 48}


def dager_i(
    foerste: date, gjentas: Gjentas, *, fra: date, til: date, ikke_fra: date | None = None, varer: int = 1
) -> Iterator[date]:
    """The first days of the occurrences that touch [fra, til], both inclusive.

    ``ikke_fra`` is the first day it no longer begins; ``varer`` how many days each lasts. Raises ValueError when an
    event lasts no day at all.
    """
    if varer < 1:
        raise ValueError(varer)
    siste = til if ikke_fra is None else min(til, ikke_fra - timedelta(days=1))
    tidligst = max(fra.toordinal() - varer + 1, 1)
    for dag in _rekke(foerste, gjentas, tidligst=date.fromordinal(tidligst), siste=siste):
        if tidligst <= dag.toordinal() and dag <= siste:
            yield dag


def _rekke(foerste: date, gjentas: Gjentas, *, tidligst: date, siste: date) -> Iterator[date]:
    """From the occurrence just before ``tidligst`` and on, no longer than ``siste``."""
    if gjentas is Gjentas.ALDRI:
        yield foerste
        return
    steg = MAANEDER[gjentas]
    maaneder_til = (tidligst.year - foerste.year) * 12 + tidligst.month - foerste.month
    nummer = max(0, maaneder_til // steg - 1)
    while (dag := _nr(foerste, steg * nummer)) is not None and dag <= siste:
        yield dag
        nummer += 1


def _nr(foerste: date, maaneder: int) -> date | None:
    """The first day so many months on; None after the last year there is."""
    if foerste.year * 12 + foerste.month - 1 + maaneder >= (date.max.year + 1) * 12:
        return None
    return legg_til_maaneder(foerste, maaneder)
