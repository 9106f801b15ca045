"""Which regions the reader keeps or belongs to, and who is in a region on a day."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from kommuner.models import Part, Region, Regionmedlemskap
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn


def redigerbare_regioner(innsyn: Innsyn) -> QuerySet[Region]:
    """The regions the reader coordinates; all for the administrator."""
    return Region.objects.all() if innsyn.er_administrator else Region.objects.filter(pk__in=innsyn.regioner)


def medlemmer(region_id: int, *, dato: date) -> QuerySet[Part]:
    """The members on the date, in Norwegian order; a region that has none yet has those it gets."""
    rader = Regionmedlemskap.objects.filter(gyldig(dato), region=region_id)
    return Part.objects.filter(pk__in=rader.values("part"))


def hoerer_til(innsyn: Innsyn, region_id: int, medlemmer: Iterable[int]) -> bool:
    """Whether the reader keeps the region or has a role in one of its members."""
    return innsyn.kan_redigere(region_id) or bool(innsyn.parter & set(medlemmer))


def maalform_i(parter: Iterable[Part]) -> str:
    """The language most of the members write; bokmål when they are as many."""
    spraak = [part.rapportspraak for part in parter]
    return "nn" if 2 * spraak.count("nn") > len(spraak) else "nb"
