"""The board of councils: starting a round, following it, recording what each council decided."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms import Rundeskjema, Vedtaksskjema
from avtaler.forms.rundeskjema import rundeverdier, vedtaksverdier
from avtaler.models import Avtale, Raadsvedtak, Runde
from avtaler.tjenester import Avvist, Konflikt, avtrykk_runde, registrer_vedtak, start_runde
from avtaler.tjenester import endre_runde as lagre_runde
from avtaler.uttrekk import rundetavle
from kommuner.foresporsel import idag, innsyn, valgt_dato
from kommuner.innsending import en_gang
from kommuner.uttrekk import navn_paa

from .oppslag import redigerbar_avtale, sendt, vis_avvist


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def ny_runde(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """Send a proposal to every council of the agreement."""
    avtale = redigerbar_avtale(request, avtale_id)
    kommer = avtale.fra if avtale.fra is not None and avtale.fra > idag() else None
    skjema = Rundeskjema(sendt(request), initial={"maalform": avtale.maalform, "avtalt_ikrafttreden": kommer})
    if request.method == "POST" and skjema.is_valid():
        try:
            startet = start_runde(avtale, dato=idag(), **skjema.felt())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        else:
            messages.success(request, _("Runden er startet. Registrer svarene etter hvert som de kommer."))
            return redirect(startet)
    kontekst = {
        "form": skjema, "avtale": avtale, "tittel": _("Send en sak til rådene"), "knapp": _("Start runden"),
        "tilbake": reverse("avtaler:vedtak", args=[avtale.pk]),
    }  # fmt: skip
    return render(request, "avtaler/runde_skjema.html", kontekst, status=422 if skjema.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_runde(request: HttpRequest, runde_id: int) -> HttpResponse:
    """Change a proposal nobody has answered; somebody else's change in between gives 409 and keeps what was typed."""
    runde = redigerbar_runde(request, runde_id)
    lagret = rundeverdier(runde, lest=avtrykk_runde(runde))
    skjema = Rundeskjema(sendt(request), initial=lagret)
    konflikt = False
    if request.method == "POST" and skjema.is_valid():
        try:
            lagre_runde(runde_id=runde.pk, lest=skjema.cleaned_data["lest"], felt=skjema.felt())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt:
            konflikt = True
            skjema = Rundeskjema({**request.POST.dict(), "lest": lagret["lest"]}, initial=lagret)
        else:
            messages.success(request, _("Endringene er lagret."))
            return redirect(runde)
    kontekst = {
        "form": skjema, "avtale": runde.avtale, "tittel": _("Endre saken"), "knapp": _("Lagre endringene"),
        "runde": runde, "tilbake": runde.get_absolute_url(),
        "forskjeller": list(skjema.forskjeller()) if konflikt else None,
    }  # fmt: skip
    status = 409 if konflikt else 422 if skjema.errors else 200
    return render(request, "avtaler/runde_skjema.html", kontekst, status=status)


@login_not_required
@require_safe
def runde(request: HttpRequest, runde_id: int) -> HttpResponse:
    """The board: every council's state on the date."""
    funnet = _synlig_runde(request, runde_id)
    kontekst = {
        "tavle": rundetavle(funnet, dato=valgt_dato(request)),
        "kan_redigere": innsyn(request).kan_redigere(funnet.avtale.region_id),
    }
    return render(request, "avtaler/runde.html", kontekst)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def registrer_raadsvedtak(request: HttpRequest, runde_id: int, vedtak_id: int) -> HttpResponse:
    """Record one council's answer; somebody else's in between gives 409 and keeps what was typed."""
    vedtak = _redigerbart_vedtak(request, runde_id, vedtak_id)
    lagret = vedtaksverdier(vedtak)
    skjema = Vedtaksskjema(sendt(request), initial=lagret)
    konflikt = False
    if request.method == "POST" and skjema.is_valid():
        try:
            registrer_vedtak(vedtak_id=vedtak.pk, idag=idag(), **skjema.felt())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt:
            konflikt = True
            skjema = _lest_paa_nytt(request, lagret)
        else:
            messages.success(request, _("Svaret fra %(navn)s er registrert.") % {"navn": vedtak.part})
            return redirect("avtaler:runde", runde_id)
    kontekst = {
        "form": skjema, "runde": vedtak.runde, "part_navn": navn_paa(vedtak.part, idag()),
        "forskjeller": list(skjema.forskjeller()) if konflikt else None,
    }  # fmt: skip
    return render(
        request, "avtaler/vedtak_skjema.html", kontekst, status=409 if konflikt else 422 if skjema.errors else 200
    )


def _synlig_runde(request: HttpRequest, runde_id: int) -> Runde:
    synlige = Avtale.objects.for_user(innsyn(request))
    return get_object_or_404(Runde.objects.select_related("avtale").filter(avtale__in=synlige), pk=runde_id)


def redigerbar_runde(request: HttpRequest, runde_id: int) -> Runde:
    """The round, if the reader keeps its agreement; otherwise 404."""
    runde = _synlig_runde(request, runde_id)
    if not innsyn(request).kan_redigere(runde.avtale.region_id):
        raise Http404
    return runde


def _redigerbart_vedtak(request: HttpRequest, runde_id: int, vedtak_id: int) -> Raadsvedtak:
    runde = redigerbar_runde(request, runde_id)
    vedtak = runde.vedtak.select_related("part", "runde__avtale").prefetch_related("part__identiteter")
    return get_object_or_404(vedtak, pk=vedtak_id)


def _lest_paa_nytt(request: HttpRequest, lagret: dict[str, Any]) -> Vedtaksskjema:
    """What I typed, now against the stored answer: saving again is a choice made with open eyes."""
    data = request.POST.copy()
    data["versjon"] = str(lagret["versjon"])
    return Vedtaksskjema(data, initial=lagret)
