"""The participants of one agreement: who is in on the date, who has been and will be, and what the shares add up to."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from avtaler.domene.avtalegrunnlag import UTENFOR
from avtaler.domene.virketid import telledag
from avtaler.models import Avtale

from .deltakelser import Deltakerrad, deltakelser_for, deltakere_paa, deltakerrad


@dataclass(frozen=True, kw_only=True)
class Deltakerside:
    """``dag`` is the day the list is counted on: the last day of an agreement that has ended."""

    dag: date
    deltakere: tuple[Deltakerrad, ...]
    andre: tuple[Deltakerrad, ...]

    @property
    def sum_eierandel(self) -> Fraction | None:
        """None when no share is recorded."""
        andeler = [rad.eierandel for rad in self.deltakere if rad.eierandel is not None and rad.rolle not in UTENFOR]
        return sum(andeler, Fraction(0)) if andeler else None

    @property
    def sum_ansvarsandel(self) -> Fraction | None:
        """None when nobody's liability differs from the ownership."""
        med = [rad for rad in self.deltakere if rad.rolle not in UTENFOR]
        if all(rad.ansvarsandel is None for rad in med):
            return None
        andeler = (rad.eierandel if rad.ansvarsandel is None else rad.ansvarsandel for rad in med)
        return sum((andel or Fraction(0) for andel in andeler), Fraction(0))

    @property
    def sum_medlemmer(self) -> int | None:
        antall = [rad.medlemmer for rad in self.deltakere if rad.medlemmer is not None]
        return sum(antall) if antall else None

    @property
    def viser_ansvar(self) -> bool:
        return any(rad.ansvarsandel is not None for rad in (*self.deltakere, *self.andre))


def deltakerside(avtale: Avtale, *, dato: date) -> Deltakerside:
    """Two queries."""
    alle = deltakelser_for([avtale])[avtale.pk]
    deltakere = deltakere_paa(avtale, alle, dato)
    med = {rad.id for rad in deltakere}
    andre = [deltakerrad(rad, _dag_i(rad)) for rad in alle if rad.pk not in med]
    dag = telledag(fra=avtale.fra, til=avtale.til, dato=dato)
    return Deltakerside(dag=dag, deltakere=tuple(deltakere), andre=tuple(andre))


def _dag_i(rad) -> date:
    """A day inside the participation, so that the party has the name it had when it joined."""
    return rad.fra
