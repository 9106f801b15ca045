"""The change log: of one agreement, and of everything the reader follows."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from avtaler.forms.historikkfilter import Historikkskjema
from avtaler.uttrekk.historikk import historikkside
from kommuner.foresporsel import innsyn

from .oppslag import avtalekontekst, ser_historikk, synlig_avtale


@require_safe
def historikk(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """Every change of one agreement, newest first; 404 for those who only read it."""
    avtale = synlig_avtale(request, avtale_id)
    if not ser_historikk(request, avtale):
        raise Http404
    skjema = Historikkskjema(request.GET, en_avtale=True)
    oensket = skjema.filter(request.GET.get("side", "1"))
    side = historikkside(innsyn(request), oensket, maalform=request.LANGUAGE_CODE, avtale=avtale)
    kontekst = avtalekontekst(request, avtale, "avtaler:historikk") | {"side": side, "filter": skjema}
    return render(request, "avtaler/historikk.html", kontekst)


@require_safe
def endringslogg(request: HttpRequest) -> HttpResponse:
    """The changes of all agreements the reader keeps or oversees."""
    leser = innsyn(request)
    if not leser.foelger_historikk:
        raise Http404
    skjema = Historikkskjema(request.GET, en_avtale=False)
    oensket = skjema.filter(request.GET.get("side", "1"))
    side = historikkside(leser, oensket, maalform=request.LANGUAGE_CODE)
    return render(request, "avtaler/endringslogg.html", {"side": side, "filter": skjema})
