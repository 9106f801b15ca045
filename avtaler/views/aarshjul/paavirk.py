"""«Hva kan jeg påvirke, hvor, når»: one municipality's calendar of influence."""

from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from avtaler.domene.aarshjul.paavirkning import utsikt
from avtaler.uttrekk.aarshjul import partens_omfang
from avtaler.uttrekk.aarshjul.paavirk import paavirkningsside
from kommuner.foresporsel import valgt_dato
from kommuner.models import Identitet, Part, Parttype
from kommuner.querysets import gyldig
from kommuner.uttrekk import navn_paa

from .omfang import lest_utsnitt


@login_not_required
@require_safe
def paavirke(request: HttpRequest, nummer: str) -> HttpResponse:
    """What comes to the council or to the organs it elects, from the date and on, the nearest first."""
    dato = valgt_dato(request)
    part = _kommunen(nummer, dato)
    fra, til = utsikt(dato)
    utsnitt = lest_utsnitt(request, partens_omfang(frozenset({part.pk}), dato=dato), fra=fra, til=til)
    kontekst = {"nummer": nummer, "navn": navn_paa(part, dato), "side": paavirkningsside(utsnitt)}
    return render(request, "avtaler/aarshjul/paavirke.html", kontekst)


def _kommunen(nummer: str, dato: date) -> Part:
    """The municipality that has the number on the date; otherwise the last one that had it."""
    if not (nummer.isascii() and nummer.isdigit()):
        raise Http404
    kommuner = Part.objects.filter(type=Parttype.KOMMUNE, identiteter__nummer=nummer).prefetch_related("identiteter")
    paa_dagen = kommuner.filter(identiteter__in=Identitet.objects.filter(gyldig(dato), nummer=nummer))
    part = paa_dagen.first() or kommuner.order_by("identiteter__fra").last()
    if part is None:
        raise Http404
    return part
