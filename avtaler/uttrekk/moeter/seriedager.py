"""The days of a series before they are made: when each must be called, and what stands in the way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from avtaler.models import Moete, Organ

from .innkalling import organets_frist
from .organet import organet_finnes

LOERDAG = 5


@dataclass(frozen=True)
class Seriedag:
    """One day, its weekday, the last day to call it if there is one, and a remark when it may be a bad day."""

    dato: date
    ukedag: str
    siste_dag: date | None
    merknad: str


def seriedager(organ: Organ, dager: Iterable[date]) -> tuple[Seriedag, ...]:
    """The days in order. One query."""
    alle = list(dager)
    opptatt = set(Moete.objects.filter(organ=organ, dato__in=alle).values_list("dato", flat=True))
    return tuple(
        Seriedag(dag, _ukedag(dag), organets_frist(organ, dag).siste_dag, _merknad(organ, dag, opptatt)) for dag in alle
    )


def _merknad(organ: Organ, dag: date, opptatt: set[date]) -> str:
    if not organet_finnes(organ, dag):
        return _("Organet finnes ikke denne dagen.")
    if dag in opptatt:
        return _("Organet har alt et møte denne dagen.")
    return _("Dette er en helg.") if dag.weekday() >= LOERDAG else ""


def _ukedag(dag: date) -> str:
    navn = (_("mandag"), _("tirsdag"), _("onsdag"), _("torsdag"), _("fredag"), _("lørdag"), _("søndag"))
    return navn[dag.weekday()]
