"""A region's key figures."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms.organer.kommuneskjema import Regiontallskjema
from avtaler.uttrekk.organer.regiontall import regiontallside
from avtaler.views.oppslag import redigerbar_region
from avtaler.views.radside import Radside, skriv_rad, ta_bort_rad
from kommuner.foresporsel import idag, innsyn, valgt_dato
from kommuner.innsending import en_gang
from kommuner.models import Region, Regiontall

METODER = ["GET", "HEAD", "POST"]


@login_not_required
@require_safe
def regiontall(request: HttpRequest, slug: str) -> HttpResponse:
    """What the register counts itself, and what others have counted."""
    region = get_object_or_404(Region, slug=slug)
    kontekst = {
        "region": region, "side": regiontallside(region, dato=valgt_dato(request)),
        "kan_redigere": innsyn(request).kan_redigere(region.pk),
    }  # fmt: skip
    return render(request, "avtaler/organer/regiontall.html", kontekst)


@require_http_methods(METODER)
@en_gang
def nytt_regiontall(request: HttpRequest, slug: str) -> HttpResponse:
    """One more figure."""
    region = redigerbar_region(request, slug)
    rad = Regiontall(region=region)
    side = _side(region, _("Legg til tall"), _("Tallet er lagt til."))
    return skriv_rad(request, Regiontallskjema, rad, side, initial={"aar": idag().year})


@require_http_methods(METODER)
@en_gang
def endre_regiontall(request: HttpRequest, slug: str, tall_id: int) -> HttpResponse:
    """Correct a figure; a newer one is another row, with its own year."""
    region = redigerbar_region(request, slug)
    rad = get_object_or_404(Regiontall, region=region, pk=tall_id)
    slettes = reverse("avtaler:slett_regiontall", args=[slug, rad.pk])
    return skriv_rad(request, Regiontallskjema, rad, _side(region, _("Endre tall"), _("Tallet er lagret."), slettes))


@require_http_methods(METODER)
@en_gang
def slett_regiontall(request: HttpRequest, slug: str, tall_id: int) -> HttpResponse:
    """Delete a figure."""
    region = redigerbar_region(request, slug)
    rad = get_object_or_404(Regiontall, region=region, pk=tall_id)
    tittel = _("Slette tallet «%(navn)s»?") % {"navn": rad.navn}
    side = _side(region, tittel, _("Tallet er slettet."), knapp=_("Slett"))
    return ta_bort_rad(request, rad, side)


def _side(region: Region, tittel: str, lagret: str, slettes: str = "", knapp: str = "") -> Radside:
    adresse = reverse("avtaler:regiontall", args=[region.slug])
    stier = [(reverse("avtaler:regionen", args=[region.slug]), region.navn), (adresse, _("Regionen i tall"))]
    return Radside(
        tittel=tittel, knapp=knapp or _("Lagre"), tilbake=adresse, lagret=lagret, overlinje=region.navn,
        slettes=slettes, stier=stier,
    )  # fmt: skip
