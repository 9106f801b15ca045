"""The numbers and names that parties had on a date, and which one a number means: a page about 2019 speaks as 2019 did.

A party outside its life, and one that never had a number, has its newest.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from kommuner.models import Identitet, Part, Parttype, Regionmedlemskap, Statistikk
from kommuner.querysets import gyldig


def medlemmer(region_id: int, *, dato: date) -> QuerySet[Part]:
    """The members of the region on the date, in Norwegian order. One query."""
    rader = Regionmedlemskap.objects.filter(gyldig(dato), region=region_id)
    return Part.objects.filter(pk__in=rader.values("part"))


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


def finn_kommune(nummer: str, dato: date) -> Part | None:
    """The municipality that ``nummer`` (the newest or an old one) means on ``dato``; None for an unknown number.

    Before a merger it is the predecessor with the same name, else the largest; after one it is the successor.
    The two digits of a county municipality are taken too.
    """
    if not nummer.isdecimal():
        return None
    identiteter = list(Identitet.objects.filter(nummer=nummer).order_by("fra", "pk").select_related("part"))
    if not identiteter:
        return Part.objects.filter(nummer=nummer, type=Parttype.FYLKESKOMMUNE).first()
    begynt = [identitet for identitet in identiteter if identitet.fra <= dato]
    part = (begynt or identiteter)[-1 if begynt else 0].part
    return _framover(part, dato) if begynt else _bakover(part, dato)


def _framover(part: Part, dato: date) -> Part:
    while part.til is not None and part.til <= dato:
        endringer = part.etterfoelgere.filter(dato__gte=part.til).select_related("til_part")
        neste = _nest(part, [endring.til_part for endring in endringer], aar=part.til.year)
        if neste is None:
            return part
        part = neste
    return part


def _bakover(part: Part, dato: date) -> Part:
    while part.fra is not None and part.fra > dato:
        endringer = part.forgjengere.filter(dato__lte=part.fra).select_related("fra_part")
        forrige = _nest(part, [endring.fra_part for endring in endringer], aar=part.fra.year)
        if forrige is None:
            return part
        part = forrige
    return part


def _nest(part: Part, kandidater: list[Part], *, aar: int) -> Part | None:
    """The one with the same name, else the largest that year, lowest number first."""
    if len(kandidater) < 2:
        return kandidater[0] if kandidater else None
    folketall = _folketall(kandidater, aar)
    return min(
        kandidater,
        key=lambda kandidat: (kandidat.navn != part.navn, -folketall.get(kandidat.pk, 0), kandidat.nummer),
    )


def _folketall(parter: Iterable[Part], aar: int) -> dict[int, int]:
    """How many lived in each on 1 January of ``aar``, or the latest earlier figure."""
    tall = Statistikk.objects.filter(part__in=parter, variabel="folketall", dato__lte=date(aar, 1, 1))
    nyeste = tall.order_by("part_id", "-dato").distinct("part_id")
    return {rad.part_id: int(rad.verdi) for rad in nyeste}
