"""Which regions the reader keeps or belongs to, and the language of a region."""

from collections.abc import Iterable

from django.db.models import QuerySet

from kommuner.models import Part, Region
from kommuner.tilgang import Innsyn


def redigerbare_regioner(innsyn: Innsyn) -> QuerySet[Region]:
    """The regions the reader coordinates; all for the administrator."""
    return Region.objects.all() if innsyn.er_administrator else Region.objects.filter(pk__in=innsyn.regioner)


def hoerer_til(innsyn: Innsyn, region_id: int, medlemmer: Iterable[int]) -> bool:
    """Whether the reader keeps the region or has a role in one of its members."""
    return innsyn.kan_redigere(region_id) or bool(innsyn.parter & set(medlemmer))


def maalform_i(parter: Iterable[Part]) -> str:
    """The language most of the members write; bokmål when they are as many."""
    spraak = [part.rapportspraak for part in parter]
    return "nn" if 2 * spraak.count("nn") > len(spraak) else "nb"
