"""The page of one project."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from avtaler.uttrekk.prosjekter.side import prosjektside
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
        # The project's money, gains and systems are another subject's: it puts what its panels show here, and its
        # {% include %} at the place marked in prosjekt.html.
    }
    return render(request, "avtaler/prosjekter/prosjekt.html", kontekst)
