"""Taking back what should never have been entered: each asks first, and says why when it cannot be done."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from avtaler.domene.virketid import Avtalestatus
from avtaler.tjenester import Avvist, hinder_for_sletting, hinder_for_trekking, slett_utkast
from avtaler.tjenester import trekk_runde as trekk
from kommuner.innsending import en_gang

from .oppslag import redigerbar_avtale
from .runder import redigerbar_runde

MAL = "avtaler/bekreft.html"


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def slett(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """Delete a draft that nothing has been decided about."""
    avtale = redigerbar_avtale(request, avtale_id)
    hinder = hinder_for_sletting(avtale)
    if request.method == "POST":
        try:
            slett_utkast(avtale)
        except Avvist as avvist:
            hinder = avvist.setning
        else:
            messages.success(request, _("Utkastet «%(navn)s» er slettet.") % {"navn": avtale.navn})
            return redirect(f"{reverse('avtaler:register')}?status={Avtalestatus.UTKAST}")
    kontekst = {
        "avtale": avtale, "hinder": hinder, "tittel": _("Slett utkastet"), "knapp": _("Slett utkastet"),
        "forklaring": _("Deltakere, avtaletekst, saker, nøkler og budsjett blir også borte. Det kan ikke angres."),
        "tilbake": avtale.get_absolute_url(),
    }  # fmt: skip
    return render(request, MAL, kontekst, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def trekk_runde(request: HttpRequest, runde_id: int) -> HttpResponse:
    """Take back a proposal that no council has answered."""
    runde = redigerbar_runde(request, runde_id)
    hinder = hinder_for_trekking(runde)
    if request.method == "POST":
        try:
            trekk(runde)
        except Avvist as avvist:
            hinder = avvist.setning
        else:
            messages.success(request, _("Saken «%(navn)s» er trukket.") % {"navn": runde.tittel})
            return redirect("avtaler:vedtak", runde.avtale_id)
    kontekst = {
        "avtale": runde.avtale, "hinder": hinder, "overlinje": runde.tittel, "tittel": _("Trekk saken"),
        "knapp": _("Trekk saken"), "tilbake": runde.get_absolute_url(),
        "forklaring": _("Saken blir borte fra tavla med alt som er ført på rådene. Det kan ikke angres."),
    }  # fmt: skip
    return render(request, MAL, kontekst, status=422 if request.method == "POST" else 200)
