"""All the rounds the reader follows, the most urgent first, page by page."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from avtaler.forms import Rundefilterskjema
from avtaler.uttrekk.rundeliste import Rundefilter, har_egne_runder, regionvalg, rundeliste
from kommuner.foresporsel import idag, innsyn, valgt_dato

PER_SIDE = 50


@login_not_required
@require_safe
def runder(request: HttpRequest) -> HttpResponse:
    """Every round with its stage, whom it waits for and the next date; the reader's own unless they ask for all."""
    leser = innsyn(request)
    har_egne = har_egne_runder(leser)
    skjema = Rundefilterskjema(request.GET, regioner=list(regionvalg(leser)), har_egne=har_egne)
    dato = valgt_dato(request)
    liste = rundeliste(leser, _filter(skjema, har_egne=har_egne), dato=dato, med_kommende=dato >= idag())
    kontekst = {
        "form": skjema, "liste": liste, "sider": Paginator(liste.rader, PER_SIDE).get_page(request.GET.get("side")),
        "har_egne": har_egne, "viser_alle": not har_egne or skjema.viser_alle,
    }  # fmt: skip
    return render(request, "avtaler/runder.html", kontekst)


def _filter(skjema: forms.Form, *, har_egne: bool) -> Rundefilter:
    skjema.is_valid()
    ren = skjema.cleaned_data
    region = ren.get("region") or ""
    return Rundefilter(
        mine=har_egne and not skjema.viser_alle, region=int(region) if region else None,
        stadium=ren.get("stadium") or "", slag=ren.get("slag") or "",
    )  # fmt: skip
