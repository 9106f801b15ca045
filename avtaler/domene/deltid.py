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
