"""The maturity check, and the end of a project with what comes after."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from avtaler.domene.prosjekter.gang import hinder_for_aa_avslutte
from avtaler.domene.samarbeidsform import kan_inngaas
from avtaler.forms.forskjell import paa_nytt
from avtaler.forms.prosjekter.modenhet import Modenhetsskjema
from avtaler.forms.prosjekter.steg import FINNES, INGENTING, NY, VIDEREFOERES, Avslutningsskjema
from avtaler.models import Avtale, Prosjekt
from avtaler.regler import les_regelverk
from avtaler.tjenester import Avvist, Konflikt
from avtaler.tjenester.prosjekter.avslutning import avslutt_prosjekt as avslutt
from avtaler.tjenester.prosjekter.avslutning import finnes_fra_foer, ny_ordning, ordningens_deltakere
from avtaler.tjenester.prosjekter.modenhet import svar_modenhet
from avtaler.uttrekk.prosjekter.gang import MED_RAAD, gang_for
from avtaler.uttrekk.prosjekter.ord import hindersetning
from avtaler.views.oppslag import sendt, vis_avvist
from kommuner.foresporsel import idag, innsyn
from kommuner.innsending import en_gang
from kommuner.models import Part

from .oppslag import redigerbart_prosjekt, stier


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def modenhet(request: HttpRequest, prosjekt_id: int) -> HttpResponse:
    """Eight questions; a «nei» warns and stops nobody."""
    prosjekt = redigerbart_prosjekt(request, prosjekt_id)
    lagret = {rad.kode: rad for rad in prosjekt.modenhet.all()}
    start = {kode: rad.svar for kode, rad in lagret.items()}
    start |= {f"merknad_{kode}": rad.merknad for kode, rad in lagret.items()}
    start["versjon"] = prosjekt.versjon
    skjema, konflikt = _modenhetsskjema(request, start, sendt(request)), False
    if request.method == "POST" and skjema.is_valid():
        try:
            svar_modenhet(prosjekt.pk, skjema.svar(), versjon=skjema.cleaned_data["versjon"])
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt as feil:
            konflikt = True
            skjema = _modenhetsskjema(request, start, paa_nytt(request.POST, versjon=feil.lagret.versjon))
        else:
            messages.success(request, _("Svarene på modenhetsprøven er lagret."))
            return redirect(prosjekt)
    return _vis(request, "modenhet", prosjekt, skjema, konflikt=konflikt)


def _modenhetsskjema(request: HttpRequest, start: dict[str, Any], data: Any) -> Modenhetsskjema:
    return Modenhetsskjema(data, maalform=request.LANGUAGE_CODE, initial=start)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def avslutt_prosjekt(request: HttpRequest, prosjekt_id: int) -> HttpResponse:
    """Step 6: the last day, and what the project leads to. A new arrangement begins as a draft with its people."""
    prosjekt = redigerbart_prosjekt(request, prosjekt_id)
    if prosjekt.status == "avsluttet":
        raise Http404
    skjema, konflikt = _skjema(request, prosjekt), False
    if request.method == "POST" and skjema.is_valid():
        try:
            ferdig = _avslutt(prosjekt, skjema.cleaned_data)
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt as feil:
            konflikt = True
            skjema = _skjema(request, prosjekt, paa_nytt(request.POST, versjon=feil.lagret.versjon))
        else:
            return _ferdig(request, ferdig, ny=skjema.cleaned_data["vei"] == NY)
    deltakere = [str(rad.part) for rad in ordningens_deltakere(prosjekt, dato=idag())]
    return _vis(request, "avslutt", prosjekt, skjema, konflikt=konflikt, deltakere=deltakere, hindre=_hindre(prosjekt))


def _hindre(prosjekt: Prosjekt) -> list[str]:
    """Why step 6 is not in turn: said before anything is typed."""
    gang = gang_for(prosjekt, dato=idag())
    hinder = hinder_for_aa_avslutte(gang, har_etterfoelger=True, viderefoert="", grunn="")
    return [hindersetning(ett) for ett in hinder]


def _avslutt(prosjekt: Prosjekt, ren: dict[str, Any]) -> Prosjekt:
    vei = ren["vei"]
    etterfoelger = None
    if vei == NY:
        etterfoelger = ny_ordning(
            navn=ren["navn"], form=ren["form"], fra=ren["fra"], dato=ren["dato"], vert=ren["vert"]
        )
    elif vei == FINNES:
        etterfoelger = finnes_fra_foer(ren["avtale"])
    return avslutt(
        prosjekt.pk, dato=ren["dato"], etterfoelger=etterfoelger, versjon=ren["versjon"], idag=idag(),
        viderefoert=ren["viderefoert"] if vei == VIDEREFOERES else "", grunn=ren["grunn"] if vei == INGENTING else "",
    )  # fmt: skip


def _ferdig(request: HttpRequest, prosjekt: Prosjekt, *, ny: bool) -> HttpResponse:
    """To the draft when one was made: that is where the work goes on."""
    if ny and prosjekt.etterfoelger is not None:
        messages.success(request, _("Prosjektet er avsluttet. Her er utkastet til den nye ordningen."))
        return redirect(prosjekt.etterfoelger)
    messages.success(request, _("Prosjektet er avsluttet."))
    return redirect(prosjekt)


def _skjema(request: HttpRequest, prosjekt: Prosjekt, data: Any = None) -> Avslutningsskjema:
    former = [
        (kode, capfirst(form.navn.paa(request.LANGUAGE_CODE)))
        for kode, form in les_regelverk().former.items()
        if kan_inngaas(form, idag()) is None
    ]
    avtaler = Avtale.objects.for_user(innsyn(request)).filter(region=prosjekt.region_id)
    start = {"versjon": prosjekt.versjon, "dato": idag(), "navn": prosjekt.navn}
    parter = Part.objects.filter(prosjektdeltakelser__in=prosjekt.deltakelser.filter(rolle__in=MED_RAAD)).distinct()
    return Avslutningsskjema(data or sendt(request), former=former, avtaler=avtaler, parter=parter, initial=start)


def _vis(request: HttpRequest, mal: str, prosjekt: Prosjekt, skjema: Any, *, konflikt: bool = False, **ekstra: Any):
    status = 409 if konflikt else 422 if skjema.errors else 200
    kontekst = {"form": skjema, "prosjekt": prosjekt, "stier": stier(prosjekt), "konflikt": konflikt, **ekstra}
    return render(request, f"avtaler/prosjekter/{mal}.html", kontekst, status=status)
