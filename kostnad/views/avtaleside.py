"""The cost tab of an agreement."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from avtaler.views.oppslag import avtalekontekst
from kommuner.foresporsel import idag, innsyn, valgt_dato
from kostnad.tilgang import aarsinnsyn
from kostnad.uttrekk import kostnadsside

from .oppslag import avtale_med_oekonomi


@require_safe
def avtale(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """The key in words, budgets by year, and adopted splits."""
    funnet = avtale_med_oekonomi(request, avtale_id)
    aar = aarsinnsyn(funnet, innsyn(request), dato=idag())
    side = kostnadsside(funnet, dato=valgt_dato(request), maalform=request.LANGUAGE_CODE, aar=aar)
    kontekst = avtalekontekst(request, funnet, "kostnad:avtale") | {"side": side, "avtale": funnet}
    return render(request, "kostnad/avtale.html", kontekst)
