"""When one who gives notice is out: the agreement's own terms, or the law's where the agreement says nothing.

How the days are counted, and why:

* The day of notice is not counted, and a period of months runs out on the day with the same number («6 måneder» from
  15.3. runs out on 15.9., from 31.8. on 28. or 29.2.), as domstolloven § 148 counts. That day is the last one of
  membership when nothing else is agreed, so ``til`` — the first day outside — is the day after.
* «Ved første årsskifte etter at fristen er ute»: the first 1 January that comes after the whole period has passed.
  Six months from 30.6. run out on 30.12., in time; from 1.7. they run out on 1.1., one day too late for that New Year.
* «Fristen løper fra første årsskifte»: the period begins at the first 1 January after the day of notice. Notice on
  1.1. therefore waits for the next one: the New Year of the day itself has already turned. The months then are whole
  calendar months from the very first day of January, so nothing is added.
* A lock-in (IKS-loven § 30(1)) is a time in which nobody can give notice: the first day after it is the earliest.
* A longest period that the law sets (§ 27 of the 1992 act: one year «in any case») gives the leaver the earlier day.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

EN_DAG = timedelta(days=1)
#: Inndelingslova § 16: notice within a year from the day a border change took effect, with six months' period.
GRENSEENDRING_MAANEDER = 6
GRENSEENDRING_VARSEL_MAANEDER = 12


class Regel(StrEnum):
    """How the day of leaving follows from the notice. The values are those of the register's ``Oppsigelsesregel``."""

    MAANEDER = "maaneder"
    AARSSKIFTE = "aarsskifte"
    FRA_AARSSKIFTE = "fra_aarsskifte"


class Kilde(StrEnum):
    """Where the terms come from."""

    AVTALEN = "avtalen"
    LOVEN = "loven"
    INGEN = "ingen"


@dataclass(frozen=True, kw_only=True)
class Vilkaar:
    """The terms of leaving. ``hoeyst`` is the longest notice the law lets anyone be held to, in months."""

    maaneder: int
    regel: Regel = Regel.MAANEDER
    bundet_til: date | None = None
    hoeyst: int | None = None


@dataclass(frozen=True, kw_only=True)
class Vilkaarsgrunnlag:
    """The terms that hold and where they come from; ``vilkaar`` is None when nobody has said how one leaves."""

    vilkaar: Vilkaar | None
    kilde: Kilde


@dataclass(frozen=True, kw_only=True)
class Uttreden:
    """What a notice leads to. ``siste_dag`` is the last day inside, ``til`` the first outside."""

    varsel: date
    """The day the notice counts from: later than the one asked about in a lock-in."""
    siste_dag: date
    for_tidlig: bool = False
    """Nobody can give notice on the day asked about; ``varsel`` is the earliest day it can be given."""

    @property
    def til(self) -> date:
        return self.siste_dag + EN_DAG


def legg_til_maaneder(dag: date, maaneder: int) -> date:
    """The same day of the month so many months later, or the last of a shorter month (31.8. + 6 is 28. or 29.2.)."""
    aar, maaned = divmod(dag.year * 12 + dag.month - 1 + maaneder, 12)
    return date(aar, maaned + 1, min(dag.day, monthrange(aar, maaned + 1)[1]))


def vilkaar_for(
    *, maaneder: int | None, regel: Regel, bundet_til: date | None, lovens: int | None, hoeyst: int | None = None
) -> Vilkaarsgrunnlag:
    """The agreement's terms where it has months of its own; otherwise the law's (koml. § 20-8(2), IKS-loven § 30(1)).

    The law's default has no turn of the year in it, but an agreed lock-in holds also then. IPR, KO and others without
    a default: no terms.
    """
    if maaneder is not None:
        vilkaar = Vilkaar(maaneder=maaneder, regel=regel, bundet_til=bundet_til, hoeyst=hoeyst)
        return Vilkaarsgrunnlag(vilkaar=vilkaar, kilde=Kilde.AVTALEN)
    if lovens is not None:
        return Vilkaarsgrunnlag(vilkaar=Vilkaar(maaneder=lovens, bundet_til=bundet_til), kilde=Kilde.LOVEN)
    return Vilkaarsgrunnlag(vilkaar=None, kilde=Kilde.INGEN)


def uttreden(varsel: date, vilkaar: Vilkaar) -> Uttreden:
    """What a notice on ``varsel`` leads to. In a lock-in: what a notice on the first possible day would."""
    tidligst = vilkaar.bundet_til
    for_tidlig = tidligst is not None and varsel < tidligst
    gjelder = tidligst if tidligst is not None and for_tidlig else varsel
    return Uttreden(varsel=gjelder, siste_dag=_siste_dag(gjelder, vilkaar), for_tidlig=for_tidlig)


def siste_varsel(oensket: date, vilkaar: Vilkaar) -> date | None:
    """The latest day of notice that lets one be out on ``oensket`` (the first day outside) or before.

    None when the lock-in makes it impossible. A later notice never gives an earlier exit: the day is found by halving.
    """
    lavest = oensket.toordinal() - 31 * vilkaar.maaneder - 2 * 366
    hoeyest = oensket.toordinal()
    uten_binding = Vilkaar(maaneder=vilkaar.maaneder, regel=vilkaar.regel, hoeyst=vilkaar.hoeyst)
    if lavest < date.min.toordinal():
        return None
    while lavest < hoeyest:
        midt = (lavest + hoeyest + 1) // 2
        if uttreden(date.fromordinal(midt), uten_binding).til <= oensket:
            lavest = midt
        else:
            hoeyest = midt - 1
    dag = date.fromordinal(lavest)
    bundet = vilkaar.bundet_til is not None and dag < vilkaar.bundet_til
    return None if bundet or uttreden(dag, uten_binding).til > oensket else dag


def uttreden_ved_grenseendring(varsel: date, *, iverksatt: date) -> Uttreden | None:
    """Six months' notice after a border change (inndelingslova § 16), whatever is agreed.

    The notice must be given within one year from the day the change took effect; None outside that year.
    """
    if not iverksatt <= varsel <= legg_til_maaneder(iverksatt, GRENSEENDRING_VARSEL_MAANEDER):
        return None
    return uttreden(varsel, Vilkaar(maaneder=GRENSEENDRING_MAANEDER))


def _siste_dag(varsel: date, vilkaar: Vilkaar) -> date:
    avtalt = _etter_regelen(varsel, vilkaar)
    if vilkaar.hoeyst is None:
        return avtalt
    return min(avtalt, legg_til_maaneder(varsel, vilkaar.hoeyst))


def _etter_regelen(varsel: date, vilkaar: Vilkaar) -> date:
    if vilkaar.regel is Regel.FRA_AARSSKIFTE:
        return legg_til_maaneder(_neste_nyttaar(varsel), vilkaar.maaneder) - EN_DAG
    frist_ute = legg_til_maaneder(varsel, vilkaar.maaneder)
    return frist_ute if vilkaar.regel is Regel.MAANEDER else _neste_nyttaar(frist_ute) - EN_DAG


def _neste_nyttaar(dag: date) -> date:
    """The first 1 January after the day; for a 1 January, the next."""
    return date(dag.year + 1, 1, 1)
