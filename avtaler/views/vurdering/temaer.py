"""Grouping the notes into themes, many at once and without JavaScript, and answering each theme."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from avtaler.domene.vurdering.lapper import Fase
from avtaler.forms.vurdering.lapper import Grupperingsskjema, Temaskjema
from avtaler.models import Lappegruppe
from avtaler.tjenester import Avvist
from avtaler.tjenester.vurdering.lapper import grupper_lapper, nye_temaer, svar_paa_tema
from avtaler.uttrekk.vurdering.lapper import fasen, lapper_til_gruppering
from avtaler.views.oppslag import sendt
from avtaler.views.radside import Radside, skriv_rad, ta_bort_rad
from kommuner.foresporsel import idag, innsyn
from kommuner.innsending import en_gang

from .lapperunder import SKRIVE, redigerbar_lapperunde


@require_http_methods(SKRIVE)
@en_gang
def grupper(request: HttpRequest, lapperunde_id: int) -> HttpResponse:
    """A theme for every note. Before they hang there is nothing to group: the coordinator cannot read them either."""
    runde = redigerbar_lapperunde(request, lapperunde_id)
    henger = fasen(runde, idag()) is Fase.HENGT_OPP
    lapper = lapper_til_gruppering(runde) if henger else ()
    skjema = Grupperingsskjema(sendt(request), lapper=lapper, temaer=runde.grupper.all())
    if request.method == "POST" and henger and skjema.is_valid():
        try:
            nye = nye_temaer(runde, skjema.cleaned_data["nye"])
        except Avvist as avvist:
            skjema.add_error("nye", avvist.setning)
        else:
            flyttet, alt_flyttet = grupper_lapper(runde_id=runde.pk, flyttinger=skjema.flyttinger())
            _si_hva_som_skjedde(request, len(nye), flyttet, alt_flyttet)
            return redirect("avtaler:grupper_lapper" if nye else "avtaler:lapperunde", runde.pk)
    kontekst = {"runde": runde, "form": skjema, "henger": henger}
    return render(request, "avtaler/vurdering/grupper.html", kontekst, status=422 if request.method == "POST" else 200)


@require_http_methods(SKRIVE)
@en_gang
def svar_paa_lappegruppe(request: HttpRequest, lappegruppe_id: int) -> HttpResponse:
    """The name of the theme, its place, and the answer."""
    gruppe = _redigerbar_gruppe(request, lappegruppe_id)
    side = _side(
        gruppe, tittel=_("Svar på tema"), knapp=_("Lagre svaret"), lagret=_("Temaet er lagret."),
        slettes=reverse("avtaler:slett_lappegruppe", args=[gruppe.pk]),
    )  # fmt: skip
    return skriv_rad(
        request, Temaskjema, gruppe, side,
        lagre=lambda skjema: svar_paa_tema(gruppe.pk, skjema.cleaned_data["versjon"], skjema.felt(), dato=idag()),
    )  # fmt: skip


@require_http_methods(SKRIVE)
@en_gang
def slett_lappegruppe(request: HttpRequest, lappegruppe_id: int) -> HttpResponse:
    """Take a theme away; its notes hang there without one."""
    gruppe = _redigerbar_gruppe(request, lappegruppe_id)
    side = _side(
        gruppe, tittel=_("Slett temaet"), knapp=_("Slett temaet"), lagret=_("Temaet er slettet."),
        ingress=_("Svaret blir borte. Lappene blir hengende uten tema."),
    )  # fmt: skip
    return ta_bort_rad(request, gruppe, side)


def _redigerbar_gruppe(request: HttpRequest, lappegruppe_id: int) -> Lappegruppe:
    gruppe = get_object_or_404(Lappegruppe.objects.select_related("lapperunde"), pk=lappegruppe_id)
    if not innsyn(request).kan_redigere(gruppe.lapperunde.region_id):
        raise Http404
    return gruppe


def _side(gruppe: Lappegruppe, **felt: str) -> Radside:
    runde = gruppe.lapperunde
    stier = [(reverse("avtaler:lapperunder"), _("Gule lapper")), (runde.get_absolute_url(), runde.tittel)]
    return Radside(tilbake=runde.get_absolute_url(), overlinje=gruppe.navn, stier=stier, **felt)


def _si_hva_som_skjedde(request: HttpRequest, nye: int, flyttet: int, alt_flyttet: int) -> None:
    if nye:
        messages.success(request, ngettext("%(antall)d nytt tema.", "%(antall)d nye temaer.", nye) % {"antall": nye})
    tekst = ngettext("%(antall)d lapp er flyttet.", "%(antall)d lapper er flyttet.", flyttet)
    messages.success(request, tekst % {"antall": flyttet})
    if alt_flyttet:
        tekst = ngettext(
            "%(antall)d lapp hadde noen andre flyttet imens. Den er ikke endret.",
            "%(antall)d lapper hadde noen andre flyttet imens. De er ikke endret.", alt_flyttet,
        )  # fmt: skip
        messages.warning(request, tekst % {"antall": alt_flyttet})
