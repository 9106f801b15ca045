"""The debate before the text is locked: input, its answers, the joint meeting, and the lock itself."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from avtaler.forms import Forbehandlingsskjema, Innspillskjema, Svarskjema
from avtaler.forms.bekreftskjema import Bekreftskjema
from avtaler.models import Runde
from avtaler.tjenester import Avvist, Konflikt, foer_inn_forbehandling, gi_innspill, laas_og_send, svar_paa_innspill
from avtaler.tjenester.utsending import hinder_for_laasing
from kommuner.foresporsel import idag
from kommuner.innsending import en_gang
from kommuner.models import Part

from .oppslag import sendt, som_tall, vis_avvist
from .runder import redigerbar_runde

MAL = "avtaler/rundeskjema_lite.html"


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def nytt_innspill(request: HttpRequest, runde_id: int) -> HttpResponse:
    """Record what somebody has to say about the proposal."""
    runde = redigerbar_runde(request, runde_id)
    parter = Part.objects.filter(raadsvedtak__runde=runde)
    skjema = Innspillskjema(sendt(request), initial={"dato": idag()}, parter=parter)
    if request.method == "POST" and skjema.is_valid():
        try:
            gi_innspill(runde, **skjema.cleaned_data)
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        else:
            messages.success(request, _("Innspillet er ført inn. Det skal ha et svar før teksten låses."))
            return redirect(runde)
    kontekst = _kontekst(runde, skjema, _("Nytt innspill"), _("Lagre innspillet"))
    return render(request, MAL, kontekst, status=422 if skjema.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def svar_innspill(request: HttpRequest, runde_id: int, innspill_id: int) -> HttpResponse:
    """Answer an input; somebody else's answer in between gives 409."""
    runde = redigerbar_runde(request, runde_id)
    innspill = get_object_or_404(runde.innspill, pk=innspill_id)
    lagret = {"versjon": innspill.versjon, "svar": innspill.svar}
    skjema = Svarskjema(sendt(request), initial=lagret)
    konflikt = False
    if request.method == "POST" and skjema.is_valid():
        try:
            svar_paa_innspill(innspill_id=innspill.pk, dato=idag(), **skjema.cleaned_data)
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt:
            konflikt = True
            skjema = Svarskjema({**request.POST.dict(), "versjon": str(lagret["versjon"])}, initial=lagret)
        else:
            messages.success(request, _("Svaret er lagret."))
            return redirect(runde)
    kontekst = _kontekst(runde, skjema, _("Svar på innspill"), _("Lagre svaret")) | {
        "innspill": innspill, "forskjeller": list(skjema.forskjeller()) if konflikt else None,
    }  # fmt: skip
    return render(request, MAL, kontekst, status=409 if konflikt else 422 if skjema.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def forbehandling(request: HttpRequest, runde_id: int) -> HttpResponse:
    """Record the joint meeting that treats the case before the councils."""
    runde = redigerbar_runde(request, runde_id)
    lagret = {"versjon": runde.versjon, "dato": runde.forbehandlet, "merknad": runde.forbehandlet_merknad}
    skjema = Forbehandlingsskjema(sendt(request), initial=lagret)
    konflikt = False
    if request.method == "POST" and skjema.is_valid():
        try:
            foer_inn_forbehandling(runde_id=runde.pk, **skjema.cleaned_data)
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt:
            konflikt = True
            skjema = Forbehandlingsskjema({**request.POST.dict(), "versjon": str(lagret["versjon"])}, initial=lagret)
        else:
            messages.success(request, _("Behandlingen i felles formannskap er ført inn."))
            return redirect(runde)
    kontekst = _kontekst(runde, skjema, _("Behandlet i felles formannskap"), _("Lagre")) | {
        "forskjeller": list(skjema.forskjeller()) if konflikt else None,
    }  # fmt: skip
    return render(request, MAL, kontekst, status=409 if konflikt else 422 if skjema.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def laas_runde(request: HttpRequest, runde_id: int) -> HttpResponse:
    """Lock the text and send it, after asking once; what stands in the way is said there and on the board."""
    runde = redigerbar_runde(request, runde_id)
    if request.method != "POST":
        return _spoer_foer_laasing(request, runde)
    try:
        laas_og_send(runde_id=runde.pk, versjon=som_tall(request.POST.get("versjon", "")), dato=idag())
    except Avvist as avvist:
        messages.error(request, avvist.setning)
    except Konflikt:
        messages.error(request, _("Noen andre har endret saken. Les den på nytt før du låser teksten."))
    else:
        messages.success(request, _("Saken er låst og sendt til rådene. Registrer svarene etter hvert som de kommer."))
    return redirect(runde)


def _spoer_foer_laasing(request: HttpRequest, runde: Runde) -> HttpResponse:
    """Ask whether to lock, and say whether anybody has been heard."""
    antall = runde.innspill.count()
    hoert = ngettext("%(antall)s innspill er besvart.", "%(antall)s innspill er besvart.", antall) % {"antall": antall}
    foelge = _("Saken går til rådene nå. Etterpå kan ikke teksten endres uten en ny runde.")
    kontekst = {
        "avtale": runde.avtale, "overlinje": runde.tittel, "hinder": hinder_for_laasing(runde),
        "tittel": _("Lås teksten"), "knapp": _("Lås teksten og send til kommunestyrene"),
        "forklaring": f"{hoert if antall else _('Ingen har gitt innspill.')} {foelge}",
        "form": Bekreftskjema(initial={"versjon": runde.versjon}), "tilbake": runde.get_absolute_url(),
    }  # fmt: skip
    return render(request, "avtaler/bekreft.html", kontekst)


def _kontekst(runde: Runde, skjema: object, tittel: str, knapp: str) -> dict[str, object]:
    return {"form": skjema, "runde": runde, "tittel": tittel, "knapp": knapp, "forskjeller": None}
