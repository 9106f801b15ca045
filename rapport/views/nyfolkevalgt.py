"""The new councillor's page: the municipality's own cooperation in five minutes, with a quiz that stores nothing."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from avtaler.uttrekk.regionen import kommunens_region
from kommuner.foresporsel import innsyn, valgt_dato
from rapport import uttrekk
from rapport.domene.spoersmaal import rett
from rapport.uttrekk.nyfolkevalgt import folkevalgtside, lag_proeve

from .kommuner import kommune_eller_404


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def ny_folkevalgt(request: HttpRequest, nummer: str) -> HttpResponse:
    """To read; and what is sent are answers to the quiz, judged on the spot."""
    dato = valgt_dato(request)
    part = kommune_eller_404(nummer, dato)
    oversikt = uttrekk.kommuneoversikt(part, dato=dato, maalform=request.LANGUAGE_CODE, innsyn=innsyn(request))
    proeve = lag_proeve(oversikt)
    svar = rett(proeve, request.POST) if request.method == "POST" else ()
    sammenhang = {
        "nummer": nummer, "oversikt": oversikt, "proeve": proeve, "svar": svar,
        "riktige": sum(ett.er_riktig for ett in svar),
        "side": folkevalgtside(oversikt, region_slug=kommunens_region(part.pk, dato=dato)),
    }  # fmt: skip
    return render(request, "rapport/ny_folkevalgt.html", sammenhang)
