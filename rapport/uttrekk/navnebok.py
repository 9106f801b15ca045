"""The numbers and names that parties had on a date: a page about 2019 speaks as 2019 did."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kommuner.models import Identitet, Part
from kommuner.querysets import gyldig


@dataclass(frozen=True)
class Betegnelse:
    """A party's number (empty for others than municipalities and counties) and name."""

    nummer: str
    navn: str


class Navnebok:
    """Asked with a party, answers with its name of the day; its newest name when the register has none for the day."""

    def __init__(self, parter: Iterable[Part], *, dato: date) -> None:
        rader = Identitet.objects.filter(gyldig(dato), part__in={part.pk for part in parter})
        self._navn = {rad.part_id: Betegnelse(rad.nummer, rad.navn) for rad in rader}

    def __call__(self, part: Part) -> Betegnelse:
        return self._navn.get(part.pk) or Betegnelse(part.nummer, part.navn)
