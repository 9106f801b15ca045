"""The alternatives of a discussion document, and what each would cost whom."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from avtaler.forms.forskjell import paa_nytt
from avtaler.forms.vurdering.diskusjon import Alternativskjema, Kostnadsskjema
from avtaler.models import Alternativ, Diskusjonsdokument
from avtaler.tjenester import Avvist, Konflikt
from avtaler.tjenester.vurdering.diskusjon import neste_plass, sett_foerst, sett_kostnader
from avtaler.uttrekk.vurdering.diskusjoner import parter_i
from avtaler.views.oppslag import sendt, vis_avvist
from avtaler.views.radside import Radside, endret, skriv_rad, ta_bort_rad
from kommuner.innsending import en_gang
from kommuner.uttrekk import navn_paa

from .diskusjoner import redigerbar_diskusjon, stier
from .lapperunder import SKRIVE


@require_http_methods(SKRIVE)
@en_gang
def nytt_alternativ(request: HttpRequest, diskusjon_id: int) -> HttpResponse:
    """One more alternative, after the others."""
    dokument = redigerbar_diskusjon(request, diskusjon_id)
    alternativ = Alternativ(dokument=dokument, rekkefoelge=neste_plass(dokument))
    side = _side(dokument, tittel=_("Nytt alternativ"), lagret=_("Alternativet er lagt til."))
    return skriv_rad(request, Alternativskjema, alternativ, side)


@require_http_methods(SKRIVE)
@en_gang
def endre_alternativ(request: HttpRequest, alternativ_id: int) -> HttpResponse:
    """Change what an alternative is, and what speaks for and against."""
    alternativ = _redigerbart(request, alternativ_id)
    slettes = reverse("avtaler:slett_alternativ", args=[alternativ.pk])
    side = _side(alternativ.dokument, tittel=_("Endre alternativet"), lagret=endret(), slettes=slettes)
    return skriv_rad(request, Alternativskjema, alternativ, side)


@require_http_methods(SKRIVE)
@en_gang
def slett_alternativ(request: HttpRequest, alternativ_id: int) -> HttpResponse:
    """Take an alternative away with its amounts."""
    alternativ = _redigerbart(request, alternativ_id)
    side = _side(
        alternativ.dokument, tittel=_("Slett alternativet"), knapp=_("Slett alternativet"), ingress=alternativ.navn,
        lagret=_("Alternativet er slettet."),
    )  # fmt: skip
    return ta_bort_rad(request, alternativ, side)


@require_POST
@en_gang
def sammenlign_mot(request: HttpRequest, alternativ_id: int) -> HttpResponse:
    """Put an alternative first: the others are compared with it."""
    alternativ = _redigerbart(request, alternativ_id)
    try:
        sett_foerst(alternativ_id=alternativ.pk)
    except Avvist as avvist:
        messages.error(request, avvist.setning)
    return redirect(alternativ.dokument)


@require_http_methods(SKRIVE)
@en_gang
def kostnader(request: HttpRequest, diskusjon_id: int) -> HttpResponse:
    """The amounts of every municipality under every alternative; somebody else's change in between gives 409."""
    dokument = redigerbar_diskusjon(request, diskusjon_id)
    skjema, forskjeller = _kostnadsskjema(dokument, sendt(request)), None
    if request.method == "POST" and skjema.is_valid():
        try:
            _lagre(skjema, er_eksempel=dokument.er_eksempel)
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt:
            nye = {f"versjon-{en.pk}": en.versjon for en in dokument.alternativer.all()}
            skjema = _kostnadsskjema(dokument, paa_nytt(request.POST, **nye))
            forskjeller = list(skjema.forskjeller())
        else:
            messages.success(request, _("Beløpene er lagret."))
            return redirect(dokument)
    status = 409 if forskjeller is not None else 422 if skjema.errors else 200
    kontekst = {"form": skjema, "dokument": dokument, "forskjeller": forskjeller}
    return render(request, "avtaler/vurdering/kostnader.html", kontekst, status=status)


def _kostnadsskjema(dokument: Diskusjonsdokument, data: object) -> Kostnadsskjema:
    alternativer = list(dokument.alternativer.prefetch_related("kostnader"))
    parter = [(part, navn_paa(part, dokument.dato)) for part in parter_i(dokument)]
    return Kostnadsskjema(data, alternativer=alternativer, parter=parter)


@transaction.atomic
def _lagre(skjema: Kostnadsskjema, *, er_eksempel: bool) -> None:
    for alternativ, versjon, beloep in skjema.beloep():
        sett_kostnader(alternativ, beloep, versjon=versjon, er_eksempel=er_eksempel)


def _redigerbart(request: HttpRequest, alternativ_id: int) -> Alternativ:
    alternativ = get_object_or_404(Alternativ.objects.select_related("dokument"), pk=alternativ_id)
    redigerbar_diskusjon(request, alternativ.dokument_id)
    return alternativ


def _side(dokument: Diskusjonsdokument, **felt: str) -> Radside:
    fast = {
        "knapp": _("Lagre alternativet"), "tilbake": dokument.get_absolute_url(), "overlinje": dokument.tittel,
        "stier": stier(dokument),
    }  # fmt: skip
    return Radside(**fast | felt)
