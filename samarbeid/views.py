"""Pages that belong to no part of the trade: start, help, language, the reader's account, and health for machines."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from avtaler.uttrekk.aarshjul.lenker import neste_frister
from kommuner.foresporsel import idag, innsyn
from kommuner.models import Bruker, Tilgang
from kommuner.querysets import gyldig
from samarbeid.mellomvare import MAALFORMER
from samarbeid.tilstand import tilstand

ETT_AAR = 365 * 24 * 3600


@login_not_required
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """The front page; what it offers follows from the reader's roles."""
    frister = ()
    if request.user.is_authenticated:
        frister = neste_frister(request.user, innsyn(request), dato=idag(), maalform=request.LANGUAGE_CODE)
    return render(request, "samarbeid/start.html", {"neste_frister": frister})


@login_not_required
@require_GET
def hjelp(request: HttpRequest) -> HttpResponse:
    return render(request, "samarbeid/hjelp.html")


@login_not_required
@require_GET
def tilgjengelighet(request: HttpRequest) -> HttpResponse:
    return render(request, "samarbeid/tilgjengelighet.html")


@require_GET
def min_konto(request: HttpRequest) -> HttpResponse:
    """Who the reader is here: name, roles, and the way to password and second factor."""
    tilganger = Tilgang.objects.filter(gyldig(idag()), bruker=request.user).select_related("region", "part")
    return render(request, "samarbeid/min_konto.html", {"tilganger": tilganger})


@login_not_required
@require_POST
def spraak(request: HttpRequest) -> HttpResponse:
    """Change language: in a cookie, and for a logged-in reader also on the account."""
    svar = HttpResponseRedirect(_trygg_adresse(request))
    valgt = request.POST.get("spraak")
    if valgt not in MAALFORMER:
        return svar
    svar.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        valgt,
        max_age=ETT_AAR,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
    )
    if request.user.is_authenticated:
        Bruker.objects.filter(pk=request.user.pk).update(maalform=valgt)
    return svar


def _trygg_adresse(request: HttpRequest) -> str:
    """The page the reader came from, if it is one of ours."""
    adresse = request.POST.get("neste", "")
    trygg = url_has_allowed_host_and_scheme(adresse, {request.get_host()}, require_https=request.is_secure())
    return adresse if trygg else reverse("start")


@login_not_required
@never_cache
@require_GET
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@login_not_required
@never_cache
@require_GET
def readyz(request: HttpRequest) -> HttpResponse:
    """Database, broker and queue, each by itself; 503 when the site cannot serve pages."""
    funn = tilstand()
    return JsonResponse(funn, status=200 if funn["database"] else 503)
