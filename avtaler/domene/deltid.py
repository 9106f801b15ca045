"""Whether a period lies within others: nobody is in a part of an agreement while outside the agreement."""

from collections.abc import Iterable
from datetime import date

from kommuner.domene.periode import Periode


def er_dekket(periode: Periode, av: Iterable[Periode]) -> bool:
    """Whether every day of ``periode`` is in one of the others, which may overlap and come in any order."""
    dag: date | None = periode.fra
    for annen in sorted(av, key=lambda en: en.fra):
        if dag is None or annen.fra > dag:
            break
        if annen.til is None:
            return True
        dag = max(dag, annen.til)
    return periode.til is not None and dag is not None and dag >= periode.til


def foerste_dekkede(periode: Periode, av: Iterable[Periode]) -> Periode | None:
    """The first unbroken stretch of ``periode`` with every day in one of the others; None when no day is."""
    fra, dag = None, periode.fra
    for annen in sorted(av, key=lambda en: en.fra):
        til = annen.til or date.max
        if til <= dag:
            continue
        if fra is not None and annen.fra > dag:
            break
        fra, dag = fra or max(annen.fra, periode.fra), til
    slutt = min(dag, periode.til or date.max)
    if fra is None or fra >= slutt:
        return None
    return Periode(fra, None if slutt == date.max else slutt)
