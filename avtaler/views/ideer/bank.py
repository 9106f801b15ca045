"""The idea bank, and one idea."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from avtaler.forms.ideer.idefilter import Idefilterskjema, oenske_i
from avtaler.uttrekk.ideer.bank import bankside
from avtaler.uttrekk.ideer.ideside import ideside
from avtaler.uttrekk.ideer.innspill import antall_uleste
from kommuner.foresporsel import innsyn, valgt_dato
from kommuner.models import Region

from .oppslag import egne_kommuner, foreslaas_i, synlig_ide

PER_SIDE = 50


@login_not_required
@require_safe
def ideer(request: HttpRequest) -> HttpResponse:
    """The ideas, the most wanted first."""
    leser, filter = innsyn(request), Idefilterskjema(request.GET)
    side = bankside(oenske_i(request.GET), dato=valgt_dato(request), maalform=request.LANGUAGE_CODE)
    filter.sett_valg(side)
    kontekst = {
        "filter": filter, "side": side, "sider": Paginator(side.rader, PER_SIDE).get_page(request.GET.get("side")),
        "foreslaa_i": _foreslaa_i(request, filter.data["region"]),
        "uleste": antall_uleste(leser) if leser.er_koordinator else 0,
        "er_koordinator": leser.er_koordinator,
    }  # fmt: skip
    return render(request, "avtaler/ideer/ideer.html", kontekst)


@login_not_required
@require_safe
def ide(request: HttpRequest, ide_id: int) -> HttpResponse:
    """What it is, who wants it, how ready it is, and what became of it."""
    funnet, leser = synlig_ide(ide_id), innsyn(request)
    side = ideside(
        funnet, leser, egne_kommuner(request), dato=valgt_dato(request), maalform=request.LANGUAGE_CODE
    )  # fmt: skip
    kontekst = {"side": side, "kan_redigere": leser.kan_redigere(funnet.region_id)}
    return render(request, "avtaler/ideer/ide.html", kontekst)


def _foreslaa_i(request: HttpRequest, valgt: str) -> list[Region]:
    """The regions where the reader may propose an idea; only the chosen one, when it is among them."""
    regioner = list(foreslaas_i(request))
    return [region for region in regioner if region.slug == valgt] or regioner
