"""The board of councils: putting a case to them, changing it while the text is open, following it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms import Punktskjemasett, Rundeskjema
from avtaler.forms.rundeskjema import punktverdier, rundeverdier
from avtaler.models import Avtale, Avtaleversjon, Runde
from avtaler.tjenester import Avvist, Konflikt, er_laast, laas_og_send, start_runde
from avtaler.tjenester import endre_runde as lagre_runde
from avtaler.uttrekk import rundetavle
from avtaler.uttrekk.rundeforslag import Rundeforslag, fra_runde, fra_versjon, kravvalg
from avtaler.uttrekk.rundeside import rundeside
from avtaler.uttrekk.vurdering.diskusjoner import bakgrunn_for
from kommuner.foresporsel import idag, innsyn, valgt_dato
from kommuner.innsending import en_gang

from .oppslag import redigerbar_avtale, sendt, som_tall, vis_avvist
from .vurdering.rundestart import rundestart

EKSTRA_PUNKTER = 2


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def ny_runde(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """Write a case to the councils; from a version (``?versjon=``), an earlier round (``?fra=``) or a judgement."""
    avtale = redigerbar_avtale(request, avtale_id)
    versjon, gammel = _valgt_versjon(request, avtale), _valgt_runde(request, avtale)
    vurdert = rundestart(request, avtale)
    utgangspunkt = vurdert.forslag if vurdert else _utgangspunkt(request, avtale, versjon, gammel)
    skjema = Rundeskjema(sendt(request), initial=utgangspunkt.felt, avtale=avtale)
    punkter = _punktskjemaer(request, avtale, punktverdier(utgangspunkt.punkter))
    if request.method == "POST" and "flere" not in request.POST and skjema.is_valid() and punkter.is_valid():
        try:
            with transaction.atomic():
                startet = start_runde(
                    avtale, dato=idag(), punkter=punkter.punkter(), parter=utgangspunkt.parter, erstatter=gammel,
                    versjon=versjon, **skjema.felt(),
                )  # fmt: skip
                if vurdert:
                    vurdert.knytt(startet)
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        else:
            return runde_startet(request, startet)
    kontekst = {
        "form": skjema, "punkter": punkter, "avtale": avtale, "parter": utgangspunkt.parter, "erstatter": gammel,
        "tittel": _("Ny runde med endret tekst") if gammel else _("Send en sak til rådene"), "er_ny": True,
        "tilbake": gammel.get_absolute_url() if gammel else reverse("avtaler:vedtak", args=[avtale.pk]),
    }  # fmt: skip
    return _vis_skjema(request, kontekst)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_runde(request: HttpRequest, runde_id: int) -> HttpResponse:
    """Change a case: all of it while the text is open, later its dates. Somebody else's change meanwhile gives 409."""
    runde = redigerbar_runde(request, runde_id)
    laast, lagret = er_laast(runde), rundeverdier(runde)
    skjema = Rundeskjema(sendt(request), initial=lagret, avtale=runde.avtale, laast=laast)
    lagrede_punkter = punktverdier(runde.punkter.all())
    punkter = None if laast else _punktskjemaer(request, runde.avtale, lagrede_punkter)
    gyldig = "flere" not in request.POST and skjema.is_valid() and (punkter is None or punkter.is_valid())
    forskjeller = None
    if request.method == "POST" and gyldig:
        try:
            lagre_runde(
                runde_id=runde.pk, versjon=skjema.cleaned_data["versjon"], felt=skjema.felt(),
                punkter=punkter.punkter() if punkter is not None else None,
            )  # fmt: skip
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt:
            nye = {**request.POST.dict(), "versjon": str(lagret["versjon"])}
            skjema = Rundeskjema(nye, initial=lagret, avtale=runde.avtale, laast=laast)
            forskjeller = [*skjema.forskjeller(), *(punkter.forskjeller(lagrede_punkter) if punkter else ())]
        else:
            messages.success(request, _("Endringene er lagret."))
            return redirect(runde)
    kontekst = {
        "form": skjema, "punkter": punkter, "avtale": runde.avtale, "runde": runde, "er_laast": laast,
        "tittel": _("Endre datoene") if laast else _("Endre saken"), "tilbake": runde.get_absolute_url(),
        "forskjeller": forskjeller,
    }  # fmt: skip
    return _vis_skjema(request, kontekst, konflikt=forskjeller is not None)


@login_not_required
@require_safe
def runde(request: HttpRequest, runde_id: int) -> HttpResponse:
    """The board: every council's state and words on the date, the debate before, and what can be done after."""
    funnet = synlig_runde(request, runde_id)
    mellom = (request.GET.get("a", ""), request.GET.get("b", ""))
    side = rundeside(funnet, dato=valgt_dato(request), maalform=request.LANGUAGE_CODE, mellom=mellom)
    kontekst = {
        "side": side, "tavle": side.tavle, "mellom": mellom, "diskusjoner": bakgrunn_for(runde_id),
        "kan_redigere": innsyn(request).kan_redigere(funnet.avtale.region_id),
    }  # fmt: skip
    return render(request, "avtaler/runde.html", kontekst)


def synlig_runde(request: HttpRequest, runde_id: int) -> Runde:
    """The round, if the reader may see its agreement; otherwise 404."""
    synlige = Avtale.objects.for_user(innsyn(request))
    med = Runde.objects.select_related("avtale", "gjelder_part", "ansvarlig", "erstatter").prefetch_related("punkter")
    return get_object_or_404(med.filter(avtale__in=synlige), pk=runde_id)


def redigerbar_runde(request: HttpRequest, runde_id: int) -> Runde:
    """The round, if the reader keeps its agreement; otherwise 404."""
    runde = synlig_runde(request, runde_id)
    if not innsyn(request).kan_redigere(runde.avtale.region_id):
        raise Http404
    return runde


def runde_startet(request: HttpRequest, runde: Runde) -> HttpResponse:
    """Sent at once when that was asked for and nothing stands in the way; otherwise open for input."""
    melding = _("Saken er lagret. Teksten er åpen for innspill til du låser den og sender den til rådene.")
    if "send" in request.POST:
        try:
            laas_og_send(runde_id=runde.pk, versjon=None, dato=idag())
        except Avvist as avvist:
            messages.warning(request, avvist.setning)
            return redirect(runde)
        else:
            melding = _("Saken er låst og sendt til rådene. Registrer svarene etter hvert som de kommer.")
    messages.success(request, melding)
    return redirect(runde)


def _utgangspunkt(
    request: HttpRequest, avtale: Avtale, versjon: Avtaleversjon | None, gammel: Runde | None
) -> Rundeforslag:
    if versjon is not None:
        return fra_versjon(versjon, dato=idag())
    if gammel is not None:
        return fra_runde(gammel, rundetavle(gammel, dato=idag()), bare_felles="felles" in request.GET)
    kommer = avtale.fra if avtale.fra is not None and avtale.fra > idag() else None
    felt = {"maalform": avtale.maalform, "avtalt_ikrafttreden": kommer, "ansvarlig": request.user.pk}
    return Rundeforslag(felt=felt, punkter=())


def _valgt_versjon(request: HttpRequest, avtale: Avtale) -> Avtaleversjon | None:
    """The version in the address, when it is one of the agreement's."""
    valgt = request.GET.get("versjon", "")
    return get_object_or_404(avtale.versjoner, pk=valgt) if valgt.isdecimal() else None


def _valgt_runde(request: HttpRequest, avtale: Avtale) -> Runde | None:
    """The round in the address, when it is one of the agreement's."""
    valgt = request.GET.get("fra", "")
    runder = avtale.runder.select_related("avtale", "ansvarlig").prefetch_related("punkter")
    return get_object_or_404(runder, pk=valgt) if valgt.isdecimal() else None


def _punktskjemaer(request: HttpRequest, avtale: Avtale, punkter: list[dict[str, str]]) -> Punktskjemasett:
    """The points with some empty rows; «flere» in what was sent gives more of them."""
    valg = {"kravvalg": kravvalg(avtale.form, dato=idag(), maalform=request.LANGUAGE_CODE)}
    if request.method == "POST":
        data: Any = request.POST.copy()
        antall = data.get("punkt-TOTAL_FORMS", "")
        if not (antall.isascii() and antall.isdigit()):
            data |= {"punkt-TOTAL_FORMS": "0", "punkt-INITIAL_FORMS": "0"}
        elif "flere" in data:
            data["punkt-TOTAL_FORMS"] = str(min(som_tall(antall) + EKSTRA_PUNKTER, 40))
        return Punktskjemasett(data, prefix="punkt", form_kwargs=valg)
    rader = [*punkter, *({} for _nr in range(EKSTRA_PUNKTER))]
    skjemaer = Punktskjemasett(prefix="punkt", form_kwargs=valg, initial=rader)
    return skjemaer


def _vis_skjema(request: HttpRequest, kontekst: dict[str, Any], *, konflikt: bool = False) -> HttpResponse:
    if "flere" in request.POST:
        return render(request, "avtaler/runde_skjema.html", kontekst)
    punkter = kontekst["punkter"]
    har_feil = bool(kontekst["form"].errors) or (punkter is not None and punkter.is_bound and not punkter.is_valid())
    return render(request, "avtaler/runde_skjema.html", kontekst, status=409 if konflikt else 422 if har_feil else 200)
