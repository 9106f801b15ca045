"""The register of projects, and the same to take away."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from avtaler.forms.prosjekter.filter import Prosjektfilterskjema
from avtaler.models import Avtale
from avtaler.uttrekk.prosjekter.ark import prosjektark
from avtaler.uttrekk.prosjekter.register import (
    drivervalg,
    prosjektdeltakervalg,
    prosjektrader,
    prosjektregioner,
    prosjektregister,
    prosjektutvalg,
)
from avtaler.uttrekk.registerark import egenskaper
from avtaler.views.nedlasting import XLSX
from kommuner.filer.ark import skriv_csv, skriv_xlsx
from kommuner.filer.navn import innholdsdisposisjon
from kommuner.foresporsel import idag, innsyn, valgt_dato


@login_not_required
@require_safe
def prosjekter(request: HttpRequest) -> HttpResponse:
    """Every project in its list, by status and class."""
    leser, dato = innsyn(request), valgt_dato(request)
    skjema = _skjema(request)
    filter = skjema.filter(request.GET.get("side", "1"))
    side = prosjektregister(leser, filter, dato=dato, med_kommende=dato >= idag())
    avtale = Avtale.objects.for_user(leser).filter(pk=filter.avtale).first() if filter.avtale else None
    kontekst = {"filter": skjema, "side": side, "avtale": avtale, "kan_registrere": leser.er_koordinator}
    return render(request, "avtaler/prosjekter/register.html", kontekst)


@login_not_required
@require_safe
def prosjektfil(request: HttpRequest) -> HttpResponse:
    """What the page shows with the same address, all of it: xlsx, or csv with ``?som=csv``."""
    leser, dato = innsyn(request), valgt_dato(request)
    filter = _skjema(request).filter("1")
    treff = prosjektutvalg(leser, filter, dato=dato, med_kommende=dato >= idag())
    ark = prosjektark(prosjektrader(treff, leser, dato=dato), med_driver=request.user.is_authenticated)
    navn = f"{_('prosjekter')}-{idag().isoformat()}"
    if request.GET.get("som") == "csv":
        return _fil(skriv_csv(ark), f"{navn}.csv", "text/csv; charset=utf-8")
    egne = egenskaper(_("Prosjekter i registeret"), dato=idag(), maalform=request.LANGUAGE_CODE)
    return _fil(skriv_xlsx([ark], egne), f"{navn}.xlsx", XLSX)


def _skjema(request: HttpRequest) -> Prosjektfilterskjema:
    leser = innsyn(request)
    innlogget = request.user.is_authenticated
    return Prosjektfilterskjema(
        request.GET, regioner=prosjektregioner(leser), deltakere=prosjektdeltakervalg(leser),
        drivere=drivervalg(leser) if innlogget else None, bruker_id=request.user.pk,
    )  # fmt: skip


def _fil(innhold: bytes, navn: str, slag: str) -> HttpResponse:
    svar = HttpResponse(innhold, content_type=slag)
    svar["Content-Disposition"] = innholdsdisposisjon(navn)
    return svar
