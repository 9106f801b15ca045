"""Ideas that may be the same: reviewed, and merged when they are."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from avtaler.tjenester import Avvist
from avtaler.tjenester.ideer.sammenslaaing import slaa_sammen
from avtaler.uttrekk.ideer.like import likeside
from avtaler.views.oppslag import som_tall
from kommuner.foresporsel import idag, innsyn

from .oppslag import redigerbar_ide


@require_http_methods(["GET", "HEAD", "POST"])
def like_ideer(request: HttpRequest) -> HttpResponse:
    """The groups; sent with one to keep and those to merge into it, it merges them."""
    if not innsyn(request).er_koordinator:
        raise Http404
    feil = ""
    if request.method == "POST":
        try:
            return _slaa_sammen(request)
        except Avvist as avvist:
            feil = avvist.setning
    side = likeside(innsyn(request), dato=idag(), maalform=request.LANGUAGE_CODE)
    valgt = {som_tall(verdi) for verdi in request.POST.getlist("med")}
    kontekst = {
        "side": side, "feil": feil, "valgt": valgt, "behold": som_tall(request.POST.get("behold", "")),
        "gruppe_sendt": som_tall(request.POST.get("gruppe", "")), "har_feil": bool(feil),
    }  # fmt: skip
    return render(request, "avtaler/ideer/like.html", kontekst, status=422 if feil else 200)


def _slaa_sammen(request: HttpRequest) -> HttpResponse:
    """Every idea that is named must be one the reader keeps. Raises Avvist."""
    behold, med = som_tall(request.POST.get("behold", "")), {som_tall(ett) for ett in request.POST.getlist("med")}
    if not behold:
        raise Avvist(_("Velg hvilken idé som skal stå igjen."))
    for ide_id in {behold, *med}:
        redigerbar_ide(request, ide_id)
    ide = slaa_sammen(behold_id=behold, innlem=med)
    antall = len(med - {behold})
    gjort = ngettext(
        "%(antall)s idé er slått sammen med «%(ide)s».", "%(antall)s ideer er slått sammen med «%(ide)s».", antall
    )
    messages.success(request, gjort % {"antall": antall, "ide": ide.tittel})
    return redirect(ide)
