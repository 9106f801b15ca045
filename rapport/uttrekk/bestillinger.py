"""The latest orders of a region, so that one who closed the page finds the way back."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q

from kommuner.models import Region
from kommuner.tilgang import Innsyn
from rapport.models import Bestilling, Jobbstatus


@dataclass(frozen=True, kw_only=True)
class Bestillingsrad:
    """One order: when it was made, which day its reports show, and how many of them are done."""

    id: int
    tid: datetime
    dato: date
    antall: int
    ferdige: int


def siste_bestillinger(region: Region, innsyn: Innsyn, *, antall: int = 5) -> tuple[Bestillingsrad, ...]:
    """The newest ``antall`` orders of the region that the reader may see. One query."""
    synlige = Bestilling.objects.filter(region=region, pk__in=Bestilling.objects.for_user(innsyn).values("pk"))
    ferdig = Count("jobber", filter=Q(jobber__status=Jobbstatus.FERDIG))
    rader = synlige.annotate(antall=Count("jobber"), ferdige=ferdig).order_by("-tid", "-pk")[:antall]
    return tuple(
        Bestillingsrad(id=rad.pk, tid=rad.tid, dato=rad.dato, antall=rad.antall, ferdige=rad.ferdige) for rad in rader
    )
