"""The page of one project."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from avtaler.uttrekk.prosjekter.side import prosjektside
from avtaler.uttrekk.prosjektoekonomi.finansieringsside import finansieringspanel
from avtaler.uttrekk.prosjektoekonomi.gevinster import gevinster_i_prosjekt
from kommuner.foresporsel import innsyn, valgt_dato

from .oppslag import ser_prosjekthistorikk, synlig_prosjekt


@login_not_required
@require_safe
def prosjekt(request: HttpRequest, prosjekt_id: int) -> HttpResponse:
    """What it is, who drives it, the six steps, who takes part, how mature it is, and what comes after."""
    funnet = synlig_prosjekt(request, prosjekt_id)
    kontekst = {
        "prosjekt": prosjektside(funnet, innsyn(request), dato=valgt_dato(request), maalform=request.LANGUAGE_CODE),
        "kan_redigere": innsyn(request).kan_redigere(funnet.region_id),
        "ser_historikk": ser_prosjekthistorikk(request, funnet),
        "panel": finansieringspanel(funnet, innsyn(request), dato=valgt_dato(request)),
        "gevinster": gevinster_i_prosjekt(funnet, innsyn(request), dato=valgt_dato(request)),
    }
    return render(request, "avtaler/prosjekter/prosjekt.html", kontekst)
