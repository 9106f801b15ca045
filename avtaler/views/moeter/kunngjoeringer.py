"""News: for politicians, employee representatives, employees and inhabitants."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms.moeter.kunngjoeringsskjema import Kunngjoeringsfilterskjema, Kunngjoeringsskjema
from avtaler.models import Avtale, Kunngjoering
from avtaler.uttrekk.moeter.kunngjoeringer import kunngjoeringer as les
from avtaler.uttrekk.moeter.kunngjoeringer import kunngjoeringsrad, regionvalg, synlige
from avtaler.views.oppslag import som_tall
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.foresporsel import idag, innsyn, valgt_dato
from kommuner.innsending import en_gang
from kommuner.models import Region

from .oppslag import krev_koordinator, stier

PER_SIDE = 25


@login_not_required
@require_safe
def kunngjoeringer(request: HttpRequest) -> HttpResponse:
    """The news the reader may see, newest first."""
    leser = innsyn(request)
    skjema = Kunngjoeringsfilterskjema(request.GET, regioner=regionvalg(leser))
    sider = Paginator(les(leser, skjema.filter(), dato=valgt_dato(request)), PER_SIDE).get_page(request.GET.get("side"))
    kontekst = {
        "form": skjema, "sider": sider, "rader": [kunngjoeringsrad(rad, leser) for rad in sider],
        "kan_redigere": leser.er_koordinator,
    }  # fmt: skip
    return render(request, "avtaler/moeter/kunngjoeringer.html", kontekst)


@login_not_required
@require_safe
def kunngjoering(request: HttpRequest, kunngjoering_id: int) -> HttpResponse:
    """One piece of news. One that is dated later is there only for those who keep it."""
    leser = innsyn(request)
    rad = kunngjoeringsrad(get_object_or_404(synlige(leser), pk=kunngjoering_id), leser)
    if rad.dato > idag() and not rad.kan_redigere:
        raise Http404
    return render(request, "avtaler/moeter/kunngjoering.html", {"rad": rad})


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def ny_kunngjoering(request: HttpRequest) -> HttpResponse:
    """Tell some news (``?avtale=``)."""
    krev_koordinator(request)
    utvalg = _utvalg(request)
    avtale = utvalg["avtale"].filter(pk=som_tall(request.GET.get("avtale", ""))).first()
    regioner = list(utvalg["region"][:2])
    region = avtale.region_id if avtale else regioner[0].pk if len(regioner) == 1 else None
    start = {"dato": idag(), "avtale": avtale.pk if avtale else None, "region": region}
    side = Radside(
        tittel=_("Ny kunngjøring"), knapp=_("Lagre kunngjøringen"), tilbake=reverse("avtaler:kunngjoeringer"),
        lagret=_("Kunngjøringen er lagt ut."), stier=_stier(),
    )  # fmt: skip
    rad = Kunngjoering(laget_av=request.user)
    return skriv_rad(request, Kunngjoeringsskjema, rad, side, utvalg=utvalg, initial=start)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_kunngjoering(request: HttpRequest, kunngjoering_id: int) -> HttpResponse:
    """Put some news right."""
    rad = _redigerbar(request, kunngjoering_id)
    side = Radside(
        tittel=_("Endre kunngjøringen"), knapp=_("Lagre kunngjøringen"), tilbake=_adresse(rad), lagret=endret(),
        slettes=reverse("avtaler:slett_kunngjoering", args=[rad.pk]), stier=_stier((_adresse(rad), rad.tittel)),
    )  # fmt: skip
    return skriv_rad(request, Kunngjoeringsskjema, rad, side, utvalg=_utvalg(request))


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def slett_kunngjoering(request: HttpRequest, kunngjoering_id: int) -> HttpResponse:
    """Take some news away."""
    rad = _redigerbar(request, kunngjoering_id)
    side = Radside(
        tittel=_("Slette kunngjøringen?"), knapp=_("Slett kunngjøringen"), tilbake=reverse("avtaler:kunngjoeringer"),
        overlinje=rad.tittel, lagret=_("Kunngjøringen er slettet."), stier=_stier((_adresse(rad), rad.tittel)),
        ingress=_("Ingen kan lese den etter dette."),
    )  # fmt: skip
    return ta_bort_rad(request, rad, side)


def _redigerbar(request: HttpRequest, kunngjoering_id: int) -> Kunngjoering:
    rad = get_object_or_404(synlige(innsyn(request)), pk=kunngjoering_id)
    if not innsyn(request).kan_redigere(rad.region_id):
        raise Http404
    return rad


def _utvalg(request: HttpRequest) -> dict[str, object]:
    leser = innsyn(request)
    regioner = Region.objects.all() if leser.er_administrator else Region.objects.filter(pk__in=leser.regioner)
    avtaler = Avtale.objects.for_user(leser).filter(region__in=regioner.order_by().values("pk"), er_utkast=False)
    return {"region": regioner, "avtale": avtaler.order_by("navn")}


def _adresse(rad: Kunngjoering) -> str:
    return reverse("avtaler:kunngjoering", args=[rad.pk])


def _stier(*flere: tuple[str, str]) -> list[tuple[str, str]]:
    return stier((reverse("avtaler:kunngjoeringer"), _("Kunngjøringer")), *flere)
