"""What projects and agreements are to give: the pages, and the gains one at a time."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms.prosjektoekonomi.gevinstskjema import Gevinstskjema
from avtaler.models import Gevinst, Prosjekt
from avtaler.uttrekk.prosjektoekonomi.gevinster import gevinster_i_prosjekt, gevinstoversikt, synlige_gevinster
from avtaler.views.oppslag import redigerbar_avtale
from avtaler.views.prosjekter.oppslag import redigerbart_prosjekt
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.foresporsel import innsyn, valgt_dato
from kommuner.innsending import en_gang
from kommuner.models import Region

from .finansiering import SKRIVER


@login_not_required
@require_safe
def prosjektgevinster(request: HttpRequest, prosjekt_id: int) -> HttpResponse:
    """The gains of one project."""
    prosjekt = get_object_or_404(Prosjekt.objects.for_user(innsyn(request)).select_related("region"), pk=prosjekt_id)
    kontekst = {
        "prosjekt": prosjekt,
        "gevinster": gevinster_i_prosjekt(prosjekt, innsyn(request), dato=valgt_dato(request)),
        "kan_redigere": innsyn(request).kan_redigere(prosjekt.region_id),
    }
    return render(request, "avtaler/prosjektoekonomi/prosjektgevinster.html", kontekst)


@login_not_required
@require_safe
def regiongevinster(request: HttpRequest, slug: str) -> HttpResponse:
    """All gains of a region, late ones first."""
    region = get_object_or_404(Region, slug=slug)
    oversikt = gevinstoversikt(region, innsyn(request), dato=valgt_dato(request))
    return render(request, "avtaler/prosjektoekonomi/regiongevinster.html", {"region": region, "oversikt": oversikt})


@require_http_methods(SKRIVER)
@en_gang
def ny_prosjektgevinst(request: HttpRequest, prosjekt_id: int) -> HttpResponse:
    """What a project is to give."""
    return _ny(request, Gevinst(prosjekt=redigerbart_prosjekt(request, prosjekt_id)))


@require_http_methods(SKRIVER)
@en_gang
def ny_avtalegevinst(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """What an agreement is to give."""
    return _ny(request, Gevinst(avtale=redigerbar_avtale(request, avtale_id)))


@require_http_methods(SKRIVER)
@en_gang
def endre_gevinst(request: HttpRequest, gevinst_id: int) -> HttpResponse:
    """Correct the figures, or enter what was measured."""
    rad = _redigerbar(request, gevinst_id)
    slettes = reverse("avtaler:slett_gevinst", args=[rad.pk])
    return skriv_rad(request, Gevinstskjema, rad, _side(rad, _("Endre gevinst"), _("Lagre"), endret(), slettes=slettes))


@require_http_methods(SKRIVER)
@en_gang
def slett_gevinst(request: HttpRequest, gevinst_id: int) -> HttpResponse:
    """Take away a gain that was entered by mistake."""
    rad = _redigerbar(request, gevinst_id)
    ingress = _("Gevinsten «%(navn)s» tas bort med alle tallene.") % {"navn": rad.navn}
    side = _side(rad, _("Slett gevinst"), _("Slett"), _("Gevinsten er slettet."), ingress=ingress)
    return ta_bort_rad(request, rad, side)


def _ny(request: HttpRequest, rad: Gevinst) -> HttpResponse:
    side = _side(rad, _("Legg til gevinst"), _("Legg til"), _("Gevinsten er lagt til."))
    return skriv_rad(request, Gevinstskjema, rad, side)


def _redigerbar(request: HttpRequest, gevinst_id: int) -> Gevinst:
    synlige = synlige_gevinster(innsyn(request)).select_related("avtale", "prosjekt")
    rad = get_object_or_404(synlige, pk=gevinst_id)
    if not innsyn(request).kan_redigere((rad.avtale or rad.prosjekt).region_id):
        raise Http404
    return rad


def _side(rad: Gevinst, tittel: str, knapp: str, lagret: str, **felt: str) -> Radside:
    eier = rad.avtale or rad.prosjekt
    navn = "avtaler:saertrekk" if rad.avtale else "avtaler:prosjektgevinster"
    tilbake = reverse(navn, args=[eier.pk])
    return Radside(
        tittel=tittel, knapp=knapp, lagret=lagret, tilbake=tilbake, overlinje=eier.navn,
        stier=[(tilbake, eier.navn)], **felt,
    )  # fmt: skip
