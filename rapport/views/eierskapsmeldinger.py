"""The ownership reports of a municipality: the list with the order form, one report, and its files."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kommuner.foresporsel import idag, innsyn
from kommuner.innsending import en_gang
from kommuner.models import Part
from rapport import arkiv, tjenester, uttrekk
from rapport.forms import Bestillingsskjema, bestillingsskjema

from .kommuner import kommune_eller_404

TYPER = {"pdf": "application/pdf", "html": "text/html; charset=utf-8"}


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def eierskapsmeldinger(request: HttpRequest, nummer: str) -> HttpResponse:
    """The reports of the municipality; those who may order a new one do it here."""
    part = kommune_eller_404(nummer, idag())
    tilgang = innsyn(request)
    kan_bestille = tilgang.kan_bestille(part.pk)
    if not tilgang.ser_part(part.pk) or (request.method == "POST" and not kan_bestille):
        raise Http404
    skjema = bestillingsskjema(part, data=request.POST if request.method == "POST" else None, dato=idag())
    if request.method == "POST" and skjema.is_valid():
        return redirect(_bestill(request, nummer, skjema))
    sammenhang = {
        "nummer": nummer,
        "part": part,
        "rader": uttrekk.rapportliste(part, tilgang),
        "form": skjema if kan_bestille else None,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "rapport/eierskapsmeldinger.html", sammenhang, status=status)


def _bestill(request: HttpRequest, nummer: str, skjema: Bestillingsskjema) -> object:
    """A report of a date before a reform is about the municipality that the number meant on that date."""
    dato, maalform = skjema.cleaned_data["dato"], skjema.cleaned_data["maalform"]
    part: Part = kommune_eller_404(nummer, dato)
    if not innsyn(request).ser_part(part.pk):
        raise Http404
    return tjenester.bestill(parter=[part], dato=dato, av=request.user, maalform=maalform)


@require_safe
def eierskapsmelding(request: HttpRequest, nummer: str, jobb_id: int) -> HttpResponse:
    """One report with what a case system registers."""
    return render(request, "rapport/eierskapsmelding.html", {"rad": _rapport(request, nummer, jobb_id)})


@require_safe
def last_ned_pdf(request: HttpRequest, nummer: str, jobb_id: int) -> FileResponse:
    """The report on paper."""
    rad = _rapport(request, nummer, jobb_id)
    return _fil(rad.pdf_sha256, "pdf", rad.filnavn_pdf)


@require_safe
def last_ned_html(request: HttpRequest, nummer: str, jobb_id: int) -> FileResponse:
    """The same report as one file for a screen."""
    rad = _rapport(request, nummer, jobb_id)
    return _fil(rad.html_sha256, "html", rad.filnavn_html)


def _rapport(request: HttpRequest, nummer: str, jobb_id: int) -> uttrekk.Rapportrad:
    rad = uttrekk.rapport(jobb_id, nummer, innsyn(request))
    if rad is None:
        raise Http404
    return rad


def _fil(sha256: str, endelse: str, navn: str) -> FileResponse:
    if not arkiv.finnes(sha256, endelse):
        raise Http404
    innhold = arkiv.sti(sha256, endelse).open("rb")
    return FileResponse(innhold, as_attachment=True, filename=navn, content_type=TYPER[endelse])
