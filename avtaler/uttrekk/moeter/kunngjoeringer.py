"""News of the cooperation, for one or more of four audiences (needs 2.19)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from avtaler.domene.tekst import opplisting
from avtaler.models import Kunngjoering
from kommuner.models import Region
from kommuner.tilgang import Innsyn

#: The audiences of 9-K, by the ending of their column.
MAALGRUPPER = ("politikere", "tillitsvalgte", "ansatte", "innbyggere")


@dataclass(frozen=True, kw_only=True)
class Kunngjoeringsfilter:
    """What the reader asked for; empty means everything."""

    maalgruppe: str = ""
    region: int | None = None


@dataclass(frozen=True, kw_only=True)
class Kunngjoeringsrad:
    """One piece of news. ``maalgrupper``: «politikere og ansatte»."""

    id: int
    tittel: str
    tekst: str
    dato: date
    region_navn: str
    avtale_id: int | None
    avtale_navn: str
    maalgrupper: str
    kan_redigere: bool
    er_eksempel: bool


def maalgruppenavn() -> dict[str, str]:
    """What each audience is called."""
    return {
        "politikere": _("Politikere"), "tillitsvalgte": _("Tillitsvalgte"), "ansatte": _("Ansatte"),
        "innbyggere": _("Innbyggere"),
    }  # fmt: skip


def synlige(innsyn: Innsyn) -> QuerySet[Kunngjoering]:
    """What the reader may see, with what a row shows."""
    return Kunngjoering.objects.for_user(innsyn).select_related("region", "avtale")


def kunngjoeringer(innsyn: Innsyn, filter: Kunngjoeringsfilter, *, dato: date) -> QuerySet[Kunngjoering]:
    """What was out by ``dato``, newest first; those who keep the region also see what is to come."""
    rader = synlige(innsyn)
    if not innsyn.er_administrator:
        rader = rader.filter(Q(dato__lte=dato) | Q(region__in=innsyn.regioner))
    if filter.maalgruppe in MAALGRUPPER:
        rader = rader.filter(**{f"for_{filter.maalgruppe}": True})
    return rader.filter(region=filter.region) if filter.region is not None else rader


def siste_om(avtale_id: int, innsyn: Innsyn, *, dato: date) -> tuple[Kunngjoeringsrad, ...]:
    """The three latest about the agreement. One query."""
    rader = synlige(innsyn).filter(avtale=avtale_id, dato__lte=dato)[:3]
    return tuple(kunngjoeringsrad(rad, innsyn) for rad in rader)


def regionvalg(innsyn: Innsyn) -> Iterable[tuple[int, str]]:
    """The regions that have news for the reader. One query."""
    pk = Kunngjoering.objects.for_user(innsyn).order_by().values("region")
    return Region.objects.filter(pk__in=pk).values_list("pk", "navn")


def kunngjoeringsrad(rad: Kunngjoering, innsyn: Innsyn) -> Kunngjoeringsrad:
    """No queries when the region and the agreement are at hand."""
    navn = maalgruppenavn()
    return Kunngjoeringsrad(
        id=rad.pk, tittel=rad.tittel, tekst=rad.tekst, dato=rad.dato, region_navn=rad.region.navn,
        avtale_id=rad.avtale_id, avtale_navn=rad.avtale.navn if rad.avtale else "",
        maalgrupper=opplisting(navn[gruppe].lower() for gruppe in MAALGRUPPER if getattr(rad, f"for_{gruppe}")),
        kan_redigere=innsyn.kan_redigere(rad.region_id), er_eksempel=rad.er_eksempel,
    )  # fmt: skip
