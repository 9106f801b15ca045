"""Drafting the next wording, correcting one, putting a draft in force, and throwing it away."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from avtaler.domene.ordlyd import Ordlydstatus, er_utkast, ordlydstatus
from avtaler.domene.runde import Raadssvar, i_kraft
from avtaler.forms.bekreftskjema import Bekreftskjema
from avtaler.forms.versjonsskjema import Ikraftskjema, Versjonsskjema, ikraftverdier, versjonsverdier
from avtaler.models import Avtale, Avtaleversjon
from avtaler.tjenester import Avvist, Konflikt
from avtaler.tjenester import versjon as tjenester
from avtaler.uttrekk.endringsvedtak import hindringer_for_ikraftsetting
from avtaler.uttrekk.versjoner import synlige_versjoner, tekstkrav
from kommuner.foresporsel import idag
from kommuner.innsending import en_gang

from .oppslag import redigerbar_avtale, sendt, vis_avvist
from .versjoner import versjon_eller_404


@require_POST
@en_gang
def ny_versjon(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """A draft of the next wording, or the draft there is already."""
    avtale = redigerbar_avtale(request, avtale_id)
    utkast = tjenester.lag_ny_versjon(avtale)
    return redirect("avtaler:endre_versjon", avtale.pk, utkast.nummer)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_versjon(request: HttpRequest, avtale_id: int, versjonsnummer: int) -> HttpResponse:
    """Write a draft, or correct an adopted text with a reason; somebody else's change in between gives 409."""
    avtale, versjon, utkast = _versjonen(request, avtale_id, versjonsnummer)
    skjema = _skjema(request, avtale, versjon, sendt(request), utkast=utkast)
    konflikt = False
    if request.method == "POST" and "flere" not in request.POST and skjema.is_valid():
        lagre = tjenester.endre_utkast if utkast else tjenester.rett_versjon
        try:
            lagre(versjon_id=versjon.pk, **skjema.felt())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt as feil:
            konflikt = True
            skjema = _skjema(request, avtale, feil.lagret, {**request.POST.dict(), "versjon": str(feil.lagret.versjon)},
                             utkast=utkast)  # fmt: skip
        else:
            messages.success(request, _("Utkastet er lagret.") if utkast else _("Rettingen er lagret."))
            return redirect("avtaler:versjon", avtale.pk, versjon.nummer)
    kontekst = {
        "form": skjema, "avtale": avtale, "versjon": versjon, "er_utkast": utkast,
        "hinder": tjenester.hinder_for_endring_av_utkast(versjon) if utkast else "",
        "forskjeller": list(skjema.forskjeller()) if konflikt else None,
    }  # fmt: skip
    status = 409 if konflikt else 422 if skjema.is_bound and skjema.errors else 200
    return render(request, "avtaler/versjon_skjema.html", kontekst, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def sett_i_kraft(request: HttpRequest, avtale_id: int, versjonsnummer: int) -> HttpResponse:
    """Let a draft begin to hold; what is missing must be answered for."""
    avtale, versjon, utkast = _versjonen(request, avtale_id, versjonsnummer)
    forslag = _vedtatt_fra(versjon)
    skjema = Ikraftskjema(sendt(request), initial=ikraftverdier(versjon, fra=forslag))
    if request.method == "POST" and skjema.is_valid():
        try:
            tjenester.sett_i_kraft(versjon_id=versjon.pk, dato=idag(), **skjema.felt())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt:
            skjema.add_error(None, _("Noen andre har endret utkastet. Les det på nytt før du setter det i kraft."))
        else:
            messages.success(request, _("Versjon %(nummer)s er satt i kraft.") % {"nummer": versjon.nummer})
            return redirect("avtaler:versjon", avtale.pk, versjon.nummer)
    kontekst = {
        "form": skjema, "avtale": avtale, "versjon": versjon, "er_utkast": utkast, "forslag": forslag,
        "hindringer": hindringer_for_ikraftsetting(versjon, fra=forslag or idag(), dato=idag()) if utkast else [],
    }  # fmt: skip
    return render(request, "avtaler/ikraft.html", kontekst, status=422 if skjema.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def slett_versjon(request: HttpRequest, avtale_id: int, versjonsnummer: int) -> HttpResponse:
    """Throw a draft away; what has been adopted stays. 409 when somebody has changed it since the reader was asked."""
    avtale, versjon, utkast = _versjonen(request, avtale_id, versjonsnummer)
    hinder = tjenester.hinder_for_endring_av_utkast(versjon) if utkast else _("Bare et utkast kan slettes.")
    status = 200
    if request.method == "POST":
        try:
            tjenester.slett_versjonsutkast(versjon_id=versjon.pk, versjon=Bekreftskjema(request.POST).lest())
        except Avvist as avvist:
            hinder, status = avvist.setning, 422
        except Konflikt:
            hinder = _("Noen andre har endret dette siden du åpnet siden. Se på det på nytt, og bekreft så.")
            status = 409
        else:
            messages.success(request, _("Utkastet er slettet."))
            return redirect("avtaler:versjoner", avtale.pk)
    kontekst = {
        "avtale": avtale, "hinder": hinder, "tittel": _("Slett utkastet"), "knapp": _("Slett utkastet"),
        "forklaring": _("Teksten i versjon %(nummer)s blir borte fra lista. Den blir stående i historikken.")
        % {"nummer": versjon.nummer},
        "tilbake": reverse("avtaler:versjon", args=[avtale.pk, versjon.nummer]),
        "form": Bekreftskjema(initial={"versjon": versjon.versjon}),
    }  # fmt: skip
    return render(request, "avtaler/bekreft.html", kontekst, status=status)


def _versjonen(request: HttpRequest, avtale_id: int, nummer: int) -> tuple[Avtale, Avtaleversjon, bool]:
    """The agreement, its wording with the number, and whether that is a draft; 404 for who does not keep them."""
    avtale = redigerbar_avtale(request, avtale_id)
    alle = synlige_versjoner(avtale, kan_redigere=True)
    versjon = versjon_eller_404(alle, nummer)
    return avtale, versjon, er_utkast(versjon, alle)


def _skjema(request: HttpRequest, avtale: Avtale, versjon: Avtaleversjon, data: Any, *, utkast: bool) -> Versjonsskjema:
    alle = list(avtale.versjoner.all())
    tidlig = ordlydstatus(versjon, alle, idag()) is Ordlydstatus.TIDLIGERE
    dag = versjon.fra if tidlig and versjon.fra else idag()
    return Versjonsskjema(
        data, krav=tekstkrav(avtale.form, dag), maalform=request.LANGUAGE_CODE, retting=not utkast,
        initial=versjonsverdier(versjon),
    )  # fmt: skip


def _vedtatt_fra(versjon: Avtaleversjon) -> date | None:
    """The day the round's decisions give, when every council has adopted the same words."""
    if versjon.runde is None:
        return None
    svar = [Raadssvar(status=s, dato=d) for s, d in versjon.runde.vedtak.values_list("status", "dato")]
    return i_kraft(svar, avtalt=versjon.runde.avtalt_ikrafttreden)
