"""The register to take away: the same agreements as the page shows, as xlsx and csv, and an empty template."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from avtaler.forms import Registerfilter
from avtaler.uttrekk import filtervalg
from avtaler.uttrekk.register import utvalget
from avtaler.uttrekk.registerark import avtaleark, egenskaper, langt_ark, malark, med_alt
from kommuner.filer.ark import skriv_csv, skriv_xlsx
from kommuner.filer.navn import innholdsdisposisjon
from kommuner.foresporsel import idag, innsyn, valgt_dato

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_not_required
@require_safe
def register_xlsx(request: HttpRequest) -> HttpResponse:
    """Two sheets, agreements and participants, with ids and versions: it can be changed and brought back."""
    ark = avtaleark(_avtalene(request), maalform=request.LANGUAGE_CODE)
    return _fil(skriv_xlsx(ark, _egenskaper(request)), f"{_('avtaler')}-{idag().isoformat()}.xlsx", XLSX)


@login_not_required
@require_safe
def register_csv(request: HttpRequest) -> HttpResponse:
    """One row for each participant of each agreement, with ids and versions."""
    innhold = skriv_csv(langt_ark(_avtalene(request), maalform=request.LANGUAGE_CODE))
    return _fil(innhold, f"{_('avtaler')}-{idag().isoformat()}.csv", "text/csv; charset=utf-8")


@require_safe
def importmal(request: HttpRequest) -> HttpResponse:
    """Empty sheets with the headings the reading knows."""
    if not innsyn(request).er_koordinator:
        raise Http404
    ark = malark(maalform=request.LANGUAGE_CODE)
    return _fil(skriv_xlsx(ark, _egenskaper(request)), _("mal for avtaler.xlsx"), XLSX)


def _avtalene(request: HttpRequest):
    """What the page shows with the same address, all pages of it."""
    leser, dato = innsyn(request), valgt_dato(request)
    skjema = Registerfilter(request.GET, valg=filtervalg(leser, dato=dato, maalform=request.LANGUAGE_CODE))
    return med_alt(utvalget(leser, skjema.filter("1", bruker_id=request.user.pk), dato=dato))


def _egenskaper(request: HttpRequest):
    return egenskaper(_("Avtaler i registeret"), dato=idag(), maalform=request.LANGUAGE_CODE)


def _fil(innhold: bytes, navn: str, slag: str) -> HttpResponse:
    svar = HttpResponse(innhold, content_type=slag)
    svar["Content-Disposition"] = innholdsdisposisjon(navn)
    return svar
