"""What one can influence, grouped by how near the last day is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from avtaler.domene.uttreden import legg_til_maaneder

from .hendelse import Hendelse


class Naerhet(StrEnum):
    """How near the last day is."""

    DENNE_MAANEDEN = "denne_maaneden"
    TRE_MAANEDER = "tre_maaneder"
    SENERE = "senere"


@dataclass(frozen=True, kw_only=True)
class Bunke:
    """What falls equally near, the first last day first."""

    naerhet: Naerhet
    hendelser: tuple[Hendelse, ...]


def paavirkelige(hendelser: Iterable[Hendelse], *, parter: frozenset[int], dato: date) -> list[Hendelse]:
    """What a council, or the organ it elects, still can decide on the date; by last day to act.

    ``parter`` are the municipality with its predecessors: what concerns others alone is left out.
    """
    egne = (h for h in hendelser if h.raadet_kan_paavirke and h.gjelder_parter(parter))
    return sorted((h for h in egne if h.til >= dato), key=lambda h: (h.til, h.fra, h.tittel, h.noekkel))


def i_bunker(hendelser: Sequence[Hendelse], *, dato: date) -> tuple[Bunke, ...]:
    """«Denne måneden», «de neste tre månedene», «senere»; empty ones are left out."""
    bunker = {naerhet: tuple(h for h in hendelser if naerhet_av(h.til, dato) is naerhet) for naerhet in Naerhet}
    return tuple(Bunke(naerhet=naerhet, hendelser=bunke) for naerhet, bunke in bunker.items() if bunke)


def naerhet_av(dag: date, dato: date) -> Naerhet:
    """This calendar month, the three after it, or later."""
    neste = legg_til_maaneder(dato.replace(day=1), 1)
    if dag < neste:
        return Naerhet.DENNE_MAANEDEN
    return Naerhet.TRE_MAANEDER if dag < legg_til_maaneder(neste, 3) else Naerhet.SENERE


def utsikt(dato: date, *, dager: int = 400) -> tuple[date, date]:
    """The period to look through: a little more than a year, so that every yearly event is in it."""
    return dato, min(dato + timedelta(days=dager), date.max)
