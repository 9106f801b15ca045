"""The pages of one agreement: about, participants, statutory requirements, decisions."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from avtaler.uttrekk import deltakerside, lovkravside, omside, rundetavler
from avtaler.uttrekk.deloppgaver import deloppgavetavle
from avtaler.uttrekk.moeter.avtalepanel import moetepanel
from avtaler.uttrekk.prosjekter.paneler import avtalens_prosjekter
from avtaler.uttrekk.statsmelding import aapen_statsmelding
from avtaler.uttrekk.strategi.avtalepanel import strategipanel
from avtaler.uttrekk.uttredenside import kalkulator
from kommuner.foresporsel import idag, innsyn, valgt_dato

from .oppslag import avtalekontekst, synlig_avtale


@login_not_required
@require_safe
def avtale(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """Facts, purposes, relations and organs."""
    funnet = synlig_avtale(request, avtale_id)
    dato, maalform = valgt_dato(request), request.LANGUAGE_CODE
    kontekst = {
        "om": omside(funnet, innsyn(request), dato=dato, maalform=maalform),
        "statsmelding": aapen_statsmelding(funnet, dato=dato, maalform=maalform),
        "strategi": strategipanel(funnet),
        "moeter": moetepanel(funnet, innsyn(request), dato=dato),
        "prosjekter": avtalens_prosjekter(funnet, innsyn(request), dato=dato),
    }
    return render(request, "avtaler/om.html", avtalekontekst(request, funnet, "avtaler:avtale") | kontekst)


@login_not_required
@require_safe
def deltakere(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """Who is in on the date, and who has been or will be."""
    funnet = synlig_avtale(request, avtale_id)
    side = deltakerside(funnet, dato=valgt_dato(request))
    oppsigelse = kalkulator(funnet, side.deltakere, varsel=side.dag, maalform=request.LANGUAGE_CODE)
    tavle = deloppgavetavle(funnet, side.parter, dag=side.dag, maalform=request.LANGUAGE_CODE)
    kontekst = {"side": side, "tavle": tavle, "kalkulator": oppsigelse}
    return render(request, "avtaler/deltakere.html", avtalekontekst(request, funnet, "avtaler:deltakere") | kontekst)


@login_not_required
@require_safe
def lovkrav(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """What the law demands, and what the agreement says about it."""
    funnet = synlig_avtale(request, avtale_id)
    side = lovkravside(funnet, dato=valgt_dato(request), maalform=request.LANGUAGE_CODE)
    return render(request, "avtaler/lovkrav.html", avtalekontekst(request, funnet, "avtaler:lovkrav") | {"side": side})


@login_not_required
@require_safe
def vedtak(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """Every round of the agreement, with each council's decision."""
    funnet = synlig_avtale(request, avtale_id)
    dato = valgt_dato(request)
    tavler = rundetavler(funnet, innsyn(request), dato=dato, med_kommende=dato >= idag())
    return render(
        request, "avtaler/vedtak.html", avtalekontekst(request, funnet, "avtaler:vedtak") | {"tavler": tavler}
    )
