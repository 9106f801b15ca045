"""The decision log, and the same to take away."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from avtaler.forms.moeter.vedtaksfilter import Vedtaksfilter
from avtaler.uttrekk.moeter.liste import organvalg, regionvalg
from avtaler.uttrekk.moeter.vedtakslogg import Vedtakslogg, avtalevalg, loggark
from avtaler.uttrekk.moeter.vedtakslogg import vedtakslogg as les
from kommuner.filer.ark import skriv_csv
from kommuner.filer.navn import innholdsdisposisjon
from kommuner.foresporsel import innsyn, valgt_dato

PER_SIDE = 50


@login_not_required
@require_safe
def vedtakslogg(request: HttpRequest) -> HttpResponse:
    """What the organs have decided, who follows it up, and what is late."""
    skjema, logg = _logg(request)
    sider = Paginator(logg.rader, PER_SIDE).get_page(request.GET.get("side"))
    return render(request, "avtaler/moeter/vedtakslogg.html", {"form": skjema, "logg": logg, "sider": sider})


@login_not_required
@require_safe
def vedtaksfil(request: HttpRequest) -> HttpResponse:
    """All the rows of the page as csv."""
    _skjema, logg = _logg(request)
    svar = HttpResponse(skriv_csv(loggark(logg)), content_type="text/csv; charset=utf-8")
    svar["Content-Disposition"] = innholdsdisposisjon(f"{_('vedtakslogg')}-{valgt_dato(request).isoformat()}.csv")
    return svar


def _logg(request: HttpRequest) -> tuple[Vedtaksfilter, Vedtakslogg]:
    leser = innsyn(request)
    skjema = Vedtaksfilter(request.GET, regioner=regionvalg(leser), avtaler=avtalevalg(leser), organer=organvalg(leser))
    return skjema, les(leser, skjema.filter(), dato=valgt_dato(request))
