"""The participants of one agreement: who is in on the date, who has been and will be, and what the shares add up to."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from avtaler.domene.andeler import sum_ansvarsandel, sum_eierandel
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
        return sum_eierandel(self.parter)

    @property
    def sum_ansvarsandel(self) -> Fraction | None:
        """None when nobody's liability differs from the ownership."""
        return sum_ansvarsandel(self.parter)

    @property
    def parter(self) -> list[Deltakerrad]:
        """The participants in the sense of the law."""
        return [rad for rad in self.deltakere if rad.rolle not in UTENFOR]

    @property
    def partnere(self) -> list[Deltakerrad]:
        """Those who are connected without obligations: grant givers, observers, suppliers."""
        return [rad for rad in self.deltakere if rad.rolle in UTENFOR]

    @property
    def sum_medlemmer(self) -> int | None:
        antall = [rad.medlemmer for rad in self.deltakere if rad.medlemmer is not None]
        return sum(antall) if antall else None

    @property
    def sum_stemmer(self) -> int | None:
        """Votes together; who has none recorded votes with its members. None when nobody has."""
        if not self.viser_stemmer:
            return None
        return sum(rad.stemmer if rad.stemmer is not None else rad.medlemmer or 0 for rad in self.parter)

    @property
    def viser_stemmer(self) -> bool:
        return any(rad.stemmer is not None for rad in (*self.deltakere, *self.andre))

    @property
    def andeler_gaar_opp(self) -> bool:
        """Whether the shares are the whole, or none is recorded: then there is nothing to warn of."""
        return self.sum_eierandel in (None, 1) and self.sum_ansvarsandel in (None, 1)

    @property
    def viser_ansvar(self) -> bool:
        return any(rad.ansvarsandel is not None for rad in (*self.deltakere, *self.andre))


def deltakerside(avtale: Avtale, *, dato: date) -> Deltakerside:
    """Two queries."""
    alle = deltakelser_for([avtale])[avtale.pk]
    deltakere = deltakere_paa(avtale, alle, dato)
    med = {rad.id for rad in deltakere}
    # Outside the date a party has the name it had when it joined.
    andre = [deltakerrad(rad, rad.fra) for rad in alle if rad.pk not in med]
    dag = telledag(fra=avtale.fra, til=avtale.til, dato=dato)
    return Deltakerside(dag=dag, deltakere=tuple(deltakere), andre=tuple(andre))
