"""Which days a report can show: the register has little before 2001, and nobody knows what holds in ten years."""

from datetime import date

FOERSTE_DAG = date(2001, 1, 1)


def siste_dag(idag: date) -> date:
    """One year ahead: the same day next year (28 February after a leap day)."""
    if (idag.month, idag.day) == (2, 29):
        return date(idag.year + 1, 2, 28)
    return idag.replace(year=idag.year + 1)


def kan_vises(dato: date, *, idag: date) -> bool:
    """Whether a report of ``dato`` can be made today."""
    return FOERSTE_DAG <= dato <= siste_dag(idag)
