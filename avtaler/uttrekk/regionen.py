"""A region's front page: what is going on in it, one line for each of its pages, with a live count.

A page of a region gets here by one line in ``regionlinjer``. A line is shown when the reader may open its page, and
all the counts are one query.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, IntegerField, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from kommuner.models import Region, Regionmedlemskap, Regiontall
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import Betegnelse, Navnebok

from .regionlinjer import GRUPPER, LINJER, Linje


@dataclass(frozen=True)
class Vist:
    """A line as the page shows it."""

    navn: str
    url: str
    tekst: str


@dataclass(frozen=True, kw_only=True)
class Regionens:
    """The front page of one region on a date."""

    region: Region
    medlemmer: tuple[Betegnelse, ...]
    grupper: tuple[tuple[str, tuple[Vist, ...]], ...]
    tall: tuple[Regiontall, ...]


@dataclass(frozen=True)
class Regionrad:
    """One region in the list of all."""

    slug: str
    navn: str
    maal: str
    medlemmer: int
    er_egen: bool


def regionens_side(region: Region, innsyn: Innsyn, *, dato: date, innlogget: bool) -> Regionens:
    """Four queries, however many lines there are."""
    linjer = [linje for linje in LINJER if linje.er_for(innsyn, region, innlogget=innlogget)]
    antall = _tell(region, linjer, dato, innsyn)
    grupper = (
        (str(navn), tuple(_vis(en, region, antall) for en in linjer if str(en.gruppe) == str(navn))) for navn in GRUPPER
    )
    return Regionens(
        region=region, medlemmer=_medlemsnavn(region, dato), tall=tuple(region.tall.all()),
        grupper=tuple((navn, rader) for navn, rader in grupper if rader),
    )  # fmt: skip


def regionliste(innsyn: Innsyn, *, dato: date) -> tuple[Regionrad, ...]:
    """Every region with how many members it has on the date, the reader's own first. Three queries."""
    egne = egne_regioner(innsyn, dato=dato)
    medlemskap = Regionmedlemskap.objects.filter(gyldig(dato)).order_by().values_list("region")
    antall = dict(medlemskap.annotate(antall=Count("pk")))
    rader = (
        Regionrad(region.slug, region.navn, region.maal, antall.get(region.pk, 0), region.pk in egne)
        for region in Region.objects.all()
    )
    return tuple(sorted(rader, key=lambda rad: not rad.er_egen))


def egne_regioner(innsyn: Innsyn, *, dato: date) -> frozenset[int]:
    """The regions the reader works for; for others, those their municipality is in. At most one query."""
    if arbeider_for := innsyn.regioner | innsyn.sekretaer_regioner:
        return arbeider_for
    if not innsyn.parter:
        return frozenset()
    medlemskap = Regionmedlemskap.objects.filter(gyldig(dato), part__in=innsyn.parter)
    return frozenset(medlemskap.values_list("region", flat=True))


def kommunens_region(part_id: int, *, dato: date) -> str:
    """The slug of the region the municipality has been in the longest on the date; empty without one. One query."""
    medlemskap = Regionmedlemskap.objects.filter(gyldig(dato), part=part_id).order_by("fra", "pk")
    return medlemskap.values_list("region__slug", flat=True).first() or ""


def _tell(region: Region, linjer: Iterable[Linje], dato: date, innsyn: Innsyn) -> dict[str, int]:
    """How many rows each line counts, by its address: all in one query."""
    telles = {f"n{nr}": linje for nr, linje in enumerate(linjer) if linje.rader}
    svar = (
        Region.objects.filter(pk=region.pk)
        .order_by()
        .annotate(**{navn: _antall(linje.rader(region, dato, innsyn)) for navn, linje in telles.items()})
        .values(*telles)
        .get()
    )
    return {linje.adresse: svar[navn] for navn, linje in telles.items()}


def _antall(rader: QuerySet) -> Coalesce:
    en = rader.order_by().annotate(_alle=Value(1)).values("_alle").annotate(_antall=Count("pk", distinct=True))
    return Coalesce(Subquery(en.values("_antall"), output_field=IntegerField()), 0)


def _vis(linje: Linje, region: Region, antall: dict[str, int]) -> Vist:
    telt = antall.get(linje.adresse)
    tekst = linje.tekst if telt is None else linje.antall % {"antall": telt}
    return Vist(str(linje.navn), linje.url(region), str(tekst))


def _medlemsnavn(region: Region, dato: date) -> tuple[Betegnelse, ...]:
    medlemskap = Regionmedlemskap.objects.filter(gyldig(dato), region=region).select_related("part")
    parter = [rad.part for rad in medlemskap.order_by("part__sortering", "part__nummer")]
    navn = Navnebok(parter, dato=dato)
    return tuple(navn(part) for part in parter)
