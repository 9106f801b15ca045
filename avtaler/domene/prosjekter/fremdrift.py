"""What a project was on a date, and what it lacks to be driven (needs 3.13): somebody, and a next date."""

from dataclasses import dataclass
from datetime import date

PAAGAAENDE, AVSLUTTET, STANSET = "paagaaende", "avsluttet", "stanset"


def status_paa(status: str, til: date | None, dato: date) -> str:
    """The status on ``dato``; ``til`` is the first day after the end. One that ended on no known day ended long ago."""
    if til is not None and status == AVSLUTTET:
        return AVSLUTTET if til <= dato else PAAGAAENDE
    return status


@dataclass(frozen=True, kw_only=True)
class Fremdrift:
    """What is missing or late in an open project."""

    mangler_driver: bool = False
    mangler_dato: bool = False
    er_forsinket: bool = False

    @property
    def er_i_orden(self) -> bool:
        return not (self.mangler_driver or self.mangler_dato or self.er_forsinket)


def fremdrift(*, status: str, har_driver: bool, neste: date | None, dato: date, samarbeidet_varer: bool) -> Fremdrift:
    """Judged on ``dato``. A closed or stopped project needs nobody, nor does one of a cooperation that has ended."""
    if status != PAAGAAENDE or not samarbeidet_varer:
        return Fremdrift()
    return Fremdrift(
        mangler_driver=not har_driver, mangler_dato=neste is None, er_forsinket=neste is not None and neste < dato
    )
