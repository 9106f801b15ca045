"""Whoever keeps an agreement's data says once a year that they are still right."""

from datetime import date
from enum import StrEnum

from avtaler.domene.rydding.frister import BEKREFTES_HVERT_AAR, om_aar


class Bekreftelse(StrEnum):
    """Where the yearly confirmation is."""

    BEKREFTET = "bekreftet"
    """Confirmed in the last twelve months."""
    VENTER = "venter"
    """Registered in the last twelve months and not confirmed yet: nobody is asked about what was typed yesterday."""
    FORFALT = "forfalt"
    """More than twelve months since anybody said that it is right."""


def bekreftelsesfrist(*, bekreftet: date | None, registrert: date) -> date:
    """The day by which the data are to be confirmed: a year after the last time, or after they were registered."""
    return om_aar(bekreftet or registrert, BEKREFTES_HVERT_AAR)


def senest_bekreftet(dato: date) -> date:
    """The last day whose confirmation no longer holds is the one before this: what is older is overdue on ``dato``."""
    return om_aar(dato, -BEKREFTES_HVERT_AAR)


def bekreftelse(*, bekreftet: date | None, registrert: date, dato: date) -> Bekreftelse:
    """The state on ``dato``. A confirmation after ``dato`` is not known yet."""
    kjent = bekreftet if bekreftet is not None and bekreftet <= dato else None
    if bekreftelsesfrist(bekreftet=kjent, registrert=registrert) < dato:
        return Bekreftelse.FORFALT
    return Bekreftelse.BEKREFTET if kjent else Bekreftelse.VENTER
