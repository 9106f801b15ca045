"""The cases a region fronts together."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms.strategi import Frontsakskjema
from avtaler.models import Frontsak, Strategipunkt
from avtaler.uttrekk.strategi.frontsaker import frontside
from avtaler.views.oppslag import redigerbar_region, valgt_region
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.foresporsel import innsyn, valgt_dato
from kommuner.innsending import en_gang
from kommuner.models import Region


@login_not_required
@require_safe
def frontsaker(request: HttpRequest) -> HttpResponse:
    """The cases of one region (``?region=``) or of all, the most important first; late ones flagged."""
    region = valgt_region(request)
    kontekst = {
        "side": frontside(region, dato=valgt_dato(request)), "leser": innsyn(request),
        "kan_redigere": region is not None and innsyn(request).kan_redigere(region.pk),
    }  # fmt: skip
    return render(request, "avtaler/strategi/frontsaker.html", kontekst)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def ny_frontsak(request: HttpRequest, slug: str) -> HttpResponse:
    region = redigerbar_region(request, slug)
    side = _side(region, _("Ny frontsak"), _("Frontsaken er lagt til."))
    forslag = {"prioritet": region.frontsaker.count() + 1}
    return skriv_rad(request, Frontsakskjema, Frontsak(region=region), side, initial=forslag, utvalg=_utvalg(region))


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_frontsak(request: HttpRequest, frontsak_id: int) -> HttpResponse:
    """Change a case; somebody else's change in between gives 409 with both versions."""
    sak = _redigerbar(request, frontsak_id)
    side = _side(sak.region, _("Endre frontsaken"), endret(), reverse("avtaler:slett_frontsak", args=[sak.pk]))
    return skriv_rad(request, Frontsakskjema, sak, side, utvalg=_utvalg(sak.region))


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def slett_frontsak(request: HttpRequest, frontsak_id: int) -> HttpResponse:
    sak = _redigerbar(request, frontsak_id)
    setning = _(
        "«%(navn)s» blir borte. Er det ferdig eller avgjort, endrer du heller statusen, så historien blir stående."
    )
    side = _side(
        sak.region, _("Slett frontsaken"), _("Frontsaken er slettet."), knapp=_("Slett frontsaken"),
        ingress=setning % {"navn": sak.tittel},
    )  # fmt: skip
    return ta_bort_rad(request, sak, side)


def _redigerbar(request: HttpRequest, frontsak_id: int) -> Frontsak:
    sak = get_object_or_404(Frontsak.objects.select_related("region"), pk=frontsak_id)
    if not innsyn(request).kan_redigere(sak.region_id):
        raise Http404
    return sak


def _side(
    region: Region, tittel: str, lagret: str, slettes: str = "", *, knapp: str = "", ingress: str = ""
) -> Radside:
    liste = reverse("avtaler:frontsaker") + f"?region={region.slug}"
    return Radside(
        tittel=tittel, knapp=knapp or _("Lagre frontsaken"), lagret=lagret, slettes=slettes, ingress=ingress,
        tilbake=liste, overlinje=region.navn,
        stier=[(reverse("avtaler:regionen", args=[region.slug]), region.navn), (liste, _("Frontsaker"))],
    )  # fmt: skip


def _utvalg(region: Region) -> dict:
    punkter = Strategipunkt.objects.filter(strategi__region=region)
    return {"punkt": punkter.order_by("strategi", "slag", "rekkefoelge", "pk")}
