"""All grants of a region, on a page and as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kommuner.filer.ark import skriv_csv
from kommuner.filer.navn import innholdsdisposisjon
from kommuner.foresporsel import idag, innsyn
from kommuner.models import Region
from kostnad.forms.tilskuddsfilter import Tilskuddsfilter
from kostnad.uttrekk.tilskudd import Tilskuddsoversikt, tilskuddsoversikt
from kostnad.uttrekk.tilskuddsark import tilskuddsark


@require_safe
def tilskudd(request: HttpRequest, slug: str) -> HttpResponse:
    """Each reader sees the grants whose money is theirs to see."""
    region = get_object_or_404(Region, slug=slug)
    oversikt = _oversikt(request, region)
    kontekst = {"region": region, "oversikt": oversikt, "filter": Tilskuddsfilter(request.GET, oversikt=oversikt)}
    return render(request, "kostnad/tilskudd.html", kontekst)


@require_safe
def tilskuddsfil(request: HttpRequest, slug: str) -> HttpResponse:
    """The same rows as csv."""
    region = get_object_or_404(Region, slug=slug)
    innhold = skriv_csv(tilskuddsark(_oversikt(request, region)))
    svar = HttpResponse(innhold, content_type="text/csv; charset=utf-8")
    svar["Content-Disposition"] = innholdsdisposisjon(f"tilskudd-{region.slug}-{idag().isoformat()}.csv")
    return svar


def _oversikt(request: HttpRequest, region: Region) -> Tilskuddsoversikt:
    """What the address asks for; what cannot be read counts as left out."""
    aar = request.GET.get("aar", "")
    return tilskuddsoversikt(
        region, innsyn(request), dato=idag(), giver=request.GET.get("giver", "").strip(),
        aar=int(aar) if aar.isascii() and aar.isdigit() and len(aar) == 4 else None,
        status=request.GET.get("status", ""),
    )  # fmt: skip
