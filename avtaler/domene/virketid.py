"""When an agreement is in force, and on which day its participants are counted when it is not."""

from datetime import date, timedelta
from enum import StrEnum


class Avtalestatus(StrEnum):
    """Where an agreement is in its life on a date."""

    GJELDENDE = "gjeldende"
    KOMMENDE = "kommende"
    AVSLUTTET = "avsluttet"
    UTKAST = "utkast"


def avtalestatus(*, fra: date | None, til: date | None, er_utkast: bool, dato: date) -> Avtalestatus:
    """The status on ``dato``; ``til`` is the first day the agreement does not hold. No start is still to come."""
    if er_utkast:
        return Avtalestatus.UTKAST
    if til is not None and til <= dato:
        return Avtalestatus.AVSLUTTET
    return Avtalestatus.KOMMENDE if fra is None or fra > dato else Avtalestatus.GJELDENDE


def telledag(*, fra: date | None, til: date | None, dato: date) -> date:
    """The day whose participants tell who the agreement is between, seen on ``dato``.

    Inside the agreement's life it is the date itself; before, its first day; after, its last.
    """
    if fra is not None and dato < fra:
        return fra
    if til is not None and dato >= til:
        return til - timedelta(days=1)
    return dato


def er_med(*, fra: date, til: date | None, avtale_fra: date | None, avtale_til: date | None, dato: date) -> bool:
    """Whether a participation from ``fra`` to ``til`` (exclusive) counts for the agreement seen on ``dato``.

    An agreement without a start date has as participants everybody who is to be in it.
    """
    dag = telledag(fra=avtale_fra, til=avtale_til, dato=dato)
    return (avtale_fra is None or fra <= dag) and (til is None or dag < til)
