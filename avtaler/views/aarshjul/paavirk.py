"""«Hva kan jeg påvirke, hvor, når»: one municipality's calendar of influence."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from avtaler.domene.aarshjul.paavirkning import utsikt
from avtaler.uttrekk.aarshjul import partens_omfang
from avtaler.uttrekk.aarshjul.paavirk import paavirkningsside
from kommuner.foresporsel import valgt_dato
from kommuner.uttrekk import finn_kommune, navn_paa

from .omfang import lest_utsnitt


@login_not_required
@require_safe
def paavirke(request: HttpRequest, nummer: str) -> HttpResponse:
    """What comes to the council or to the organs it elects, from the date and on, the nearest first."""
    dato = valgt_dato(request)
    part = finn_kommune(nummer, dato)
    if part is None:
        raise Http404
    fra, til = utsikt(dato)
    utsnitt = lest_utsnitt(request, partens_omfang(frozenset({part.pk}), dato=dato), fra=fra, til=til)
    kontekst = {"nummer": nummer, "navn": navn_paa(part, dato), "side": paavirkningsside(utsnitt)}
    return render(request, "avtaler/aarshjul/paavirke.html", kontekst)
