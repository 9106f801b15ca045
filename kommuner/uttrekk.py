"""The numbers and names that parties had on a date: a page about 2019 speaks as 2019 did.

A party outside its life, and one that never had a number, has its newest.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kommuner.models import Identitet, Part
from kommuner.querysets import gyldig


def identitet_paa(part: Part, dato: date) -> Identitet | None:
    """The number and name of the day, if there is one. Wants ``identiteter`` prefetched."""
    gyldige = (i for i in part.identiteter.all() if i.fra <= dato and (i.til is None or dato < i.til))
    return next(gyldige, None)


def navn_paa(part: Part, dato: date) -> str:
    """The name of the day. Wants ``identiteter`` prefetched."""
    identitet = identitet_paa(part, dato)
    return identitet.navn if identitet else part.navn


def nummer_paa(part: Part, dato: date) -> str:
    """The number of the day, empty for parties without one. Wants ``identiteter`` prefetched."""
    identitet = identitet_paa(part, dato)
    return identitet.nummer if identitet else part.nummer


@dataclass(frozen=True)
class Betegnelse:
    """A party's number and name."""

    nummer: str
    navn: str


class Navnebok:
    """The same for many parties, read in one query: asked with a party, answers with its number and name of the day."""

    def __init__(self, parter: Iterable[Part], *, dato: date) -> None:
        rader = Identitet.objects.filter(gyldig(dato), part__in={part.pk for part in parter})
        self._navn = {rad.part_id: Betegnelse(rad.nummer, rad.navn) for rad in rader}

    def __call__(self, part: Part) -> Betegnelse:
        return self._navn.get(part.pk) or Betegnelse(part.nummer, part.navn)
