"""The financing of a project to the øre: the frame is what is granted, applied for and missing (needs 3.7, 3.9)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

#: How long before its end date a grant is told of as ending soon.
SNART = timedelta(days=180)


class Status(StrEnum):
    """How far a funder's part has come."""

    SOEKT = "soekt"
    INNVILGET = "innvilget"
    UTBETALT = "utbetalt"
    AVSLAATT = "avslaatt"


class Frist(StrEnum):
    """What the end date of a part means on a day."""

    INGEN = "ingen"
    LOEPER = "loeper"
    SNART = "snart"
    UTLOEPT = "utloept"


@dataclass(frozen=True, kw_only=True)
class Del:
    """One funder's part. ``beloep`` in øre, None when not stated; ``frist`` is the last day it can be used."""

    status: Status
    beloep: int | None
    utbetalt: int = 0
    frist: date | None = None

    @property
    def er_gitt(self) -> bool:
        """Granted, paid or not."""
        return self.status in (Status.INNVILGET, Status.UTBETALT)

    @property
    def rest(self) -> int | None:
        """Øre granted and not yet paid; None when the amount is not known, nothing for what is not granted."""
        if not self.er_gitt:
            return 0
        return None if self.beloep is None else self.beloep - self.utbetalt

    def fristen(self, dato: date) -> Frist:
        """Whether the end date still matters, and how near it is. What is paid in full or refused cannot lapse."""
        kan_falle_bort = self.status is Status.SOEKT or (self.er_gitt and self.rest != 0)
        if self.frist is None or not kan_falle_bort:
            return Frist.INGEN
        if self.frist < dato:
            return Frist.UTLOEPT
        return Frist.SNART if self.frist - dato <= SNART else Frist.LOEPER


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Sums in øre of all parts. ``ramme`` is None when the project's cost is not stated.

    ``utloept`` could be used to a day that is past: it is in neither ``innvilget`` nor ``soekt``, and covers nothing.

    With a frame, ``ramme == innvilget + soekt + mangler - over``, and at most one of the last two is not zero.
    ``ukjente`` parts count in no sum; while there are any, what is missing is the most it can be.
    """

    ramme: int | None
    innvilget: int
    soekt: int
    avslaatt: int
    utbetalt: int
    ukjente: int
    utloept: int = 0

    @property
    def dekket(self) -> int:
        return self.innvilget + self.soekt

    @property
    def mangler(self) -> int | None:
        return None if self.ramme is None else max(self.ramme - self.dekket, 0)

    @property
    def over(self) -> int | None:
        return None if self.ramme is None else max(self.dekket - self.ramme, 0)

    @property
    def ikke_utbetalt(self) -> int:
        """Granted and still to come."""
        return self.innvilget - self.utbetalt


@dataclass(frozen=True)
class Bortfall:
    """What lapses when it is not used by the day. ``beloep`` in øre, None when the amount is not known."""

    frist: date
    beloep: int | None
    antall: int


def planen(ramme: int | None, deler: Iterable[Del], *, dato: date | None = None) -> Plan:
    """All parts against the frame (øre). A refused part is told of and covers nothing.

    Nor does what is not paid of a part whose last day is before ``dato``; None when no day has passed.
    """
    alle = list(deler)
    gitt = [ledd for ledd in alle if ledd.er_gitt]
    soekt = [ledd for ledd in alle if ledd.status is Status.SOEKT]
    ute = [ledd for ledd in alle if dato is not None and ledd.fristen(dato) is Frist.UTLOEPT]
    gitt_ute, soekt_ute = sum(ledd.rest or 0 for ledd in ute), _sum(ledd for ledd in ute if not ledd.er_gitt)
    return Plan(
        ramme=ramme,
        innvilget=_sum(gitt) - gitt_ute,
        soekt=_sum(soekt) - soekt_ute,
        utloept=gitt_ute + soekt_ute,
        avslaatt=_sum(ledd for ledd in alle if ledd.status is Status.AVSLAATT),
        utbetalt=sum(ledd.utbetalt for ledd in gitt),
        ukjente=sum(ledd.beloep is None and ledd.status is not Status.AVSLAATT for ledd in alle),
    )


def bortfall(deler: Iterable[Del]) -> tuple[Bortfall, ...]:
    """What is granted and not paid, by the day it lapses, the first day first."""
    per_dag: dict[date, list[Del]] = {}
    for ledd in deler:
        if ledd.er_gitt and ledd.rest != 0 and ledd.frist is not None:
            per_dag.setdefault(ledd.frist, []).append(ledd)
    return tuple(_bortfall(dag, per_dag[dag]) for dag in sorted(per_dag))


def soeyler(plan: Plan, *, bredde: int) -> tuple[tuple[str, int, int], ...]:
    """(kind, from, width) of the bars over the whole width, in whole units; nothing of what is nothing."""
    deler = (("innvilget", plan.innvilget), ("soekt", plan.soekt), ("mangler", plan.mangler or 0))
    hele = sum(verdi for _slag, verdi in deler)
    funnet, sum_hittil = [], 0
    for slag, verdi in deler:
        fra, til = _plass(sum_hittil, hele, bredde), _plass(sum_hittil + verdi, hele, bredde)
        sum_hittil += verdi
        if til > fra:
            funnet.append((slag, fra, til - fra))
    return tuple(funnet)


def _plass(sum_hittil: int, hele: int, bredde: int) -> int:
    return sum_hittil * bredde // hele if hele else 0


def _bortfall(dag: date, deler: Sequence[Del]) -> Bortfall:
    rester = [ledd.rest for ledd in deler]
    kjente = [rest for rest in rester if rest is not None]
    return Bortfall(dag, sum(kjente) if len(kjente) == len(rester) else None, len(deler))


def _sum(deler: Iterable[Del]) -> int:
    return sum(ledd.beloep or 0 for ledd in deler)
