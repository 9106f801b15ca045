"""Rounds of yellow notes as their coordinator keeps them: opened, linked to, hung up, and read by everybody."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from avtaler.forms.vurdering.lapper import Lapperundeskjema
from avtaler.models import Konferanse, Lapperunde
from avtaler.tjenester import Avvist
from avtaler.tjenester.vurdering.lapper import endre_lapperunde as endre
from avtaler.tjenester.vurdering.lapper import heng_opp as heng_opp_lappene
from avtaler.tjenester.vurdering.lapper import ny_lenke
from avtaler.uttrekk.vurdering.lapper import lapperunder as alle_runder
from avtaler.uttrekk.vurdering.lapper import lapperundeside
from avtaler.uttrekk.vurdering.qrkode import qrkode
from avtaler.uttrekk.vurdering.regioner import hoerer_til
from avtaler.views.oppslag import som_tall, valgt_region
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.foresporsel import idag, innsyn
from kommuner.innsending import en_gang
from kommuner.uttrekk import medlemmer

from .regionvalg import egne_regioner, regionstart

SKRIVE = ["GET", "HEAD", "POST"]


@login_not_required
@require_safe
def lapperunder(request: HttpRequest) -> HttpResponse:
    """All the rounds, or those of one region."""
    region = valgt_region(request)
    kontekst = {
        "runder": alle_runder(idag=idag(), region=region), "region": region,
        "kan_redigere": innsyn(request).kan_redigere(region.pk) if region else innsyn(request).er_koordinator,
    }  # fmt: skip
    return render(request, "avtaler/vurdering/lapperunder.html", kontekst)


@login_not_required
@require_safe
def lapperunde(request: HttpRequest, lapperunde_id: int) -> HttpResponse:
    """The question; the wall of notes with themes and answers once they hang."""
    runde = synlig_lapperunde(lapperunde_id)
    side = lapperundeside(runde, idag=idag())
    kontekst = {
        "side": side, "runde": runde, "kan_redigere": innsyn(request).kan_redigere(runde.region_id),
        "kan_skrive": side.fase == "aapen" and kan_skrive(request, runde),
    }  # fmt: skip
    return render(request, "avtaler/vurdering/lapperunde.html", kontekst)


@require_http_methods(SKRIVE)
@en_gang
def ny_lapperunde(request: HttpRequest) -> HttpResponse:
    """Open a round: its question and its days."""
    regioner = egne_regioner(request)
    konferanser = Konferanse.objects.filter(region__in=regioner)
    konferanse = konferanser.filter(pk=som_tall(request.GET.get("konferanse", ""))).first()
    start = regionstart(request, regioner) | {"fra": idag()}
    if konferanse:
        start |= {"region": konferanse.region_id, "konferanse": konferanse.pk, "til": konferanse.dato}
    liste = reverse("avtaler:lapperunder")
    side = Radside(
        tittel=_("Ny runde med gule lapper"), knapp=_("Lagre runden"), tilbake=liste,
        lagret=_("Runden er lagret. Lag en lenke til deltakerne når den skal begynne."), stier=_stier(),
        ingress=_("Alle skriver hver sin lapp uten navn. Lappene henges opp for alle når runden er over."),
    )  # fmt: skip
    return skriv_rad(
        request, Lapperundeskjema, Lapperunde(), side, utvalg={"region": regioner, "konferanse": konferanser},
        initial=start,
    )  # fmt: skip


@require_http_methods(SKRIVE)
@en_gang
def endre_lapperunde(request: HttpRequest, lapperunde_id: int) -> HttpResponse:
    """Change the question; the days too, until the notes hang."""
    runde = redigerbar_lapperunde(request, lapperunde_id)
    side = Radside(
        tittel=_("Endre runden"), knapp=_("Lagre runden"), tilbake=runde.get_absolute_url(), lagret=endret(),
        overlinje=runde.tittel, slettes=reverse("avtaler:slett_lapperunde", args=[runde.pk]), stier=_stier(runde),
    )  # fmt: skip
    return skriv_rad(
        request, Lapperundeskjema, runde, side,
        lagre=lambda skjema: endre(runde.pk, skjema.cleaned_data["versjon"], skjema.felt(), dato=idag()),
        utvalg={"konferanse": runde.region.konferanser.all()},
    )  # fmt: skip


@require_http_methods(SKRIVE)
@en_gang
def slett_lapperunde(request: HttpRequest, lapperunde_id: int) -> HttpResponse:
    """Delete the round with its notes."""
    runde = redigerbar_lapperunde(request, lapperunde_id)
    side = Radside(
        tittel=_("Slett runden"), knapp=_("Slett runden og lappene"),
        tilbake=reverse("avtaler:lapperunder") if request.method == "POST" else runde.get_absolute_url(),
        lagret=_("Runden er slettet."), overlinje=runde.tittel, stier=_stier(runde),
        ingress=_("Alle lappene, temaene og svarene i runden blir borte. Lappene kan ikke hentes tilbake."),
    )  # fmt: skip
    return ta_bort_rad(request, runde, side)


@require_POST
@never_cache
def ny_lappelenke(request: HttpRequest, lapperunde_id: int) -> HttpResponse:
    """Make the secret link and show it once, to be projected: the one before opens nothing more."""
    runde = redigerbar_lapperunde(request, lapperunde_id)
    lenke = request.build_absolute_uri(reverse("avtaler:lapp", args=[ny_lenke(runde_id=runde.pk)]))
    return render(request, "avtaler/vurdering/lappelenke.html", {"runde": runde, "lenke": lenke, "qr": qrkode(lenke)})


@require_POST
@en_gang
def heng_opp_lapper(request: HttpRequest, lapperunde_id: int) -> HttpResponse:
    """Close the round now and hang all the notes up."""
    runde = redigerbar_lapperunde(request, lapperunde_id)
    try:
        heng_opp_lappene(runde_id=runde.pk, dato=idag())
    except Avvist as avvist:
        messages.error(request, avvist.setning)
    else:
        messages.success(request, _("Lappene er hengt opp. Nå kan alle lese dem."))
    return redirect(runde)


def synlig_lapperunde(lapperunde_id: int) -> Lapperunde:
    """The round; anybody may see that it is there."""
    return get_object_or_404(Lapperunde.objects.select_related("region", "konferanse"), pk=lapperunde_id)


def redigerbar_lapperunde(request: HttpRequest, lapperunde_id: int) -> Lapperunde:
    """The round, if the reader coordinates its region; otherwise 404."""
    runde = synlig_lapperunde(lapperunde_id)
    if not innsyn(request).kan_redigere(runde.region_id):
        raise Http404
    return runde


def kan_skrive(request: HttpRequest, runde: Lapperunde) -> bool:
    """Whether the reader is of the region, and may write a note without the secret link. At most one query."""
    leser = innsyn(request)
    if leser.kan_redigere(runde.region_id) or not leser.parter:
        return leser.kan_redigere(runde.region_id)
    egne = medlemmer(runde.region_id, dato=idag()).values_list("pk", flat=True)
    return hoerer_til(leser, runde.region_id, egne)


def _stier(runde: Lapperunde | None = None) -> list[tuple[str, str]]:
    liste = (reverse("avtaler:lapperunder"), _("Gule lapper"))
    return [liste] if runde is None else [liste, (runde.get_absolute_url(), runde.tittel)]
