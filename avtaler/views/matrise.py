"""Who solves which task together in a region, as a page and as a file; and the taxonomy of tasks."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from avtaler.forms.matrisefilter import Matrisefilter
from avtaler.uttrekk.matrise import Matriseside, matriseside
from avtaler.uttrekk.matriseark import matriseark, oppgaveark
from avtaler.uttrekk.oppgaver import oppgaveliste
from avtaler.uttrekk.registerark import egenskaper
from kommuner.filer.ark import skriv_csv, skriv_xlsx
from kommuner.filer.navn import innholdsdisposisjon
from kommuner.foresporsel import idag, innsyn, valgt_dato

from .nedlasting import XLSX


@login_not_required
@require_safe
def matrise(request: HttpRequest) -> HttpResponse:
    """Tasks × municipalities of one region, white spots, and how much of the region each arrangement covers."""
    filter, side = _side(request)
    return render(request, "avtaler/matrise.html", {"filter": filter, "side": side})


@login_not_required
@require_safe
def matrisefil(request: HttpRequest) -> HttpResponse:
    """The same to take away: xlsx with both sheets, or with ``?som=csv`` the matrix alone."""
    _filter, side = _side(request)
    if side is None:
        raise Http404
    navn = f"matrise-{side.region.slug}-{valgt_dato(request).isoformat()}"
    if request.GET.get("som") == "csv":
        svar = HttpResponse(skriv_csv(oppgaveark(side)), content_type="text/csv; charset=utf-8")
        svar["Content-Disposition"] = innholdsdisposisjon(f"{navn}.csv")
        return svar
    tittel = _("Oppgaver og kommuner i %(region)s") % {"region": side.region.navn}
    innhold = skriv_xlsx(matriseark(side), egenskaper(tittel, dato=idag(), maalform=request.LANGUAGE_CODE))
    svar = HttpResponse(innhold, content_type=XLSX)
    svar["Content-Disposition"] = innholdsdisposisjon(f"{navn}.xlsx")
    return svar


@login_not_required
@require_safe
def oppgaver(request: HttpRequest) -> HttpResponse:
    """Every task with its KOSTRA function and how many agreements solve it on the date."""
    liste = oppgaveliste(innsyn(request), dato=valgt_dato(request), maalform=request.LANGUAGE_CODE)
    return render(request, "avtaler/oppgaver.html", {"liste": liste})


def _side(request: HttpRequest) -> tuple[Matrisefilter, Matriseside | None]:
    leser = innsyn(request)
    filter = Matrisefilter(request.GET, innsyn=leser)
    if filter.region is None:
        return filter, None
    side = matriseside(
        filter.region, leser, dato=valgt_dato(request), maalform=request.LANGUAGE_CODE, **filter.oenske()
    )
    return filter, side
