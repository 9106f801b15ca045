"""The municipality's pages: the list, the politician's page, its JSON, and what the municipality pays."""

from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from avtaler.uttrekk.prosjekter.paneler import partens_prosjekter
from kommuner.domene.navn import sorteringsnoekkel
from kommuner.foresporsel import innsyn, valgt_dato
from kommuner.models import Part
from kommuner.uttrekk import finn_kommune
from rapport import uttrekk
from rapport.domene import bilde, diagram
from rapport.domene.innhold import Kommuneoversikt

#: The width of a chart that can be read on a phone.
DIAGRAMBREDDE = 340


def kommune_eller_404(nummer: str, dato: date) -> Part:
    """The municipality that the number means on the date."""
    part = finn_kommune(nummer, dato)
    if part is None:
        raise Http404
    return part


@login_not_required
@require_safe
def kommuner(request: HttpRequest) -> HttpResponse:
    """All municipalities on a date: search by name or number, and by county."""
    alle = uttrekk.kommuneliste(dato=valgt_dato(request), innsyn=innsyn(request))
    sok, fylke = request.GET.get("sok", "").strip(), request.GET.get("fylke", "")
    treff = [rad for rad in alle if rad.passer(sok) and fylke in ("", rad.fylke)]
    sammenhang = {
        "treff": treff,
        "med_avtaler": [rad for rad in treff if rad.antall_avtaler],
        "fylker": sorted({rad.fylke for rad in alle if rad.fylke}, key=sorteringsnoekkel),
        "sok": sok,
        "fylke": fylke,
    }
    return render(request, "rapport/kommuner.html" + ("#treff" if request.htmx else ""), sammenhang)


@login_not_required
@require_safe
def kommune(request: HttpRequest, nummer: str) -> HttpResponse:
    """The politician's page: what we are in, what we pay, what is before the council, who represents us."""
    part, oversikt = _oversikt(request, nummer)
    sammenhang = {
        "nummer": nummer,
        "oversikt": oversikt,
        "samling": uttrekk.samling(part, oversikt.dato),
        "prosjekter": partens_prosjekter(part, innsyn(request), dato=oversikt.dato),
        "diagram": diagram.vi_og_andre(
            oversikt.betalinger,
            kommune=oversikt.kommune.navn,
            maalform=oversikt.maalform,
            merke="vi-og-andre",
            bredde=DIAGRAMBREDDE,
        ),
    }
    return render(request, "rapport/kommune.html", sammenhang)


@login_not_required
@require_safe
def kommunedata(request: HttpRequest, nummer: str) -> HttpResponse:
    """The same page for programs, in the reader's own scope."""
    _part, oversikt = _oversikt(request, nummer)
    return JsonResponse(bilde.til_json(oversikt), json_dumps_params={"ensure_ascii": False})


@require_safe
def betaler(request: HttpRequest, nummer: str) -> HttpResponse:
    """What we pay and why: the derivation of each amount, and every participant's kroner per inhabitant."""
    _part, oversikt = _oversikt(request, nummer)
    if not oversikt.ser_oekonomi:
        raise Http404
    diagrammer = [
        diagram.sammenlikning(
            ark.betaling, avtale=ark.navn, maalform=oversikt.maalform, merke=f"avtale-{ark.id}", bredde=DIAGRAMBREDDE
        )
        for ark in oversikt.betalinger
    ]
    sammenhang = {
        "nummer": nummer,
        "oversikt": oversikt,
        "rader": list(zip(oversikt.betalinger, diagrammer, strict=True)),
    }
    return render(request, "rapport/betaler.html", sammenhang)


def _oversikt(request: HttpRequest, nummer: str) -> tuple[Part, Kommuneoversikt]:
    dato = valgt_dato(request)
    part = kommune_eller_404(nummer, dato)
    return part, uttrekk.kommuneoversikt(part, dato=dato, maalform=request.LANGUAGE_CODE, innsyn=innsyn(request))
