"""Letting parties in and out of an agreement."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from avtaler.forms import Deltakerskjema, Sluttskjema
from avtaler.forms.deltakerskjema import startverdier
from avtaler.forms.forskjell import paa_nytt
from avtaler.models import Avtale, Deltakelse
from avtaler.tjenester import Avvist, Konflikt, avtrykk, endre_deltakelse, meld_inn, meld_inn_ny_part, meld_ut
from avtaler.uttrekk import deltakerside, partvalg
from avtaler.uttrekk.parter import betegnelse
from kommuner.enhetsregister import kan_slaa_opp
from kommuner.foresporsel import idag
from kommuner.innsending import en_gang

from .enhetsoppslag import KNAPP, PARTFELT, med_enhet
from .feltvarsel import varsler_om_vedtak
from .oppslag import redigerbar_avtale, sendt, vis_avvist


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def ny_deltaker(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """One more participant."""
    avtale = redigerbar_avtale(request, avtale_id)
    start = {"fra": avtale.fra}
    if KNAPP in request.POST:
        data, panel = med_enhet(request, PARTFELT, avtale_id=avtale.pk)
        tomt = Deltakerskjema(dato=idag(), avtale_fra=avtale.fra, med_ny_part=True, initial=data.dict())
        return _vis(request, avtale, tomt, tittel=_("Legg til deltaker"), enhetspanel=panel)
    skjema = Deltakerskjema(sendt(request), dato=idag(), avtale_fra=avtale.fra, med_ny_part=True, initial=start)
    if request.method == "POST" and skjema.is_valid():
        try:
            deltakelse = _meldt_inn(avtale, skjema)
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        else:
            messages.success(request, _("%(navn)s er lagt til.") % {"navn": deltakelse.part})
            return redirect("avtaler:deltakere", avtale.pk)
    return _vis(request, avtale, skjema, tittel=_("Legg til deltaker"))


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_deltaker(request: HttpRequest, avtale_id: int, deltakelse_id: int) -> HttpResponse:
    """Correct a participation; somebody else's correction in between gives 409 and keeps what was typed."""
    avtale = redigerbar_avtale(request, avtale_id)
    deltakelse = _deltakelse(avtale, deltakelse_id)
    lagret = startverdier(deltakelse, lest=avtrykk(deltakelse))
    skjema = Deltakerskjema(sendt(request), dato=idag(), avtale_fra=avtale.fra, initial=lagret)
    deres: dict[str, Any] | None = None
    if request.method == "POST" and skjema.is_valid():
        try:
            with varsler_om_vedtak(request, avtale):
                endre_deltakelse(deltakelse_id=deltakelse.pk, lest=skjema.cleaned_data["lest"], felt=skjema.felt())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt:
            deres = lagret
            skjema = _lest_paa_nytt(request, skjema.felt(), lagret)
        else:
            messages.success(request, _("Endringene er lagret."))
            return redirect("avtaler:deltakere", avtale.pk)
    return _vis(request, avtale, skjema, tittel=_("Endre deltaker"), deltakelse=deltakelse, deres=deres)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def avslutt_deltaker(request: HttpRequest, avtale_id: int, deltakelse_id: int) -> HttpResponse:
    """Let a party out; history stays."""
    avtale = redigerbar_avtale(request, avtale_id)
    deltakelse = _deltakelse(avtale, deltakelse_id)
    skjema = Sluttskjema(sendt(request), initial={"versjon": deltakelse.versjon})
    konflikt = False
    if request.method == "POST" and skjema.is_valid():
        try:
            meld_ut(deltakelse, **skjema.felt())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt as feil:
            konflikt = True
            skjema = Sluttskjema(paa_nytt(request.POST, versjon=feil.lagret.versjon))
        else:
            messages.success(request, _("Deltakelsen er avsluttet."))
            return redirect("avtaler:deltakere", avtale.pk)
    kontekst = {
        "form": skjema, "avtale": avtale, "knapp": _("Avslutt deltakelsen"),
        "tittel": _("Avslutt deltakelsen til %(navn)s") % {"navn": deltakelse.part},
        "forklaring": _("Deltakelsen blir stående i historikken."),
        "tilbake": reverse("avtaler:deltakere", args=[avtale.pk]), "forskjeller": () if konflikt else None,
    }  # fmt: skip
    status = 409 if konflikt else 422 if skjema.errors else 200
    return render(request, "avtaler/avslutt.html", kontekst, status=status)


def _meldt_inn(avtale: Avtale, skjema: Deltakerskjema) -> Deltakelse:
    """The participation, and with it the party when the register did not have it."""
    felt = skjema.felt()
    if skjema.ny_part is None:
        return meld_inn(avtale, **felt)
    del felt["part"]
    return meld_inn_ny_part(avtale, **skjema.ny_part, **felt)


def _deltakelse(avtale: Avtale, deltakelse_id: int) -> Deltakelse:
    rader = avtale.deltakelser.select_related("part").prefetch_related("part__identiteter")
    return get_object_or_404(rader, pk=deltakelse_id)


def _lest_paa_nytt(request: HttpRequest, mitt: dict[str, Any], lagret: dict[str, Any]) -> Deltakerskjema:
    """What I typed, now against the stored row: saving again is a choice made with open eyes."""
    data = request.POST.copy()
    data["lest"] = lagret["lest"]
    data["part"] = betegnelse(mitt["part"], mitt["fra"])
    return Deltakerskjema(data, dato=idag(), initial=lagret)


def _vis(
    request: HttpRequest, avtale: Avtale, skjema: Deltakerskjema, *, deres: dict[str, Any] | None = None, **ekstra: Any
) -> HttpResponse:
    kontekst = {
        "form": skjema, "avtale": avtale, "partvalg": partvalg(avtale.region_id, dato=idag()),
        "forskjeller": list(skjema.forskjeller()) if deres else None, "side": deltakerside(avtale, dato=idag()),
        "mot": request.path, "kan_slaa_opp": kan_slaa_opp(),
        **ekstra,
    }  # fmt: skip
    status = 409 if deres else 422 if skjema.errors else 200
    return render(request, "avtaler/deltaker.html", kontekst, status=status)
