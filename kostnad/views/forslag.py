"""The split of a budget before it is adopted, and adopting it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from avtaler.tjenester import Avvist
from kommuner.foresporsel import innsyn
from kommuner.innsending import en_gang
from kostnad.models import Budsjett
from kostnad.tjenester import vedta_fordeling
from kostnad.uttrekk import forslag as beregn
from kostnad.uttrekk import forslagstabell, vedtatt_fordeling

from .oppslag import avtale_med_oekonomi, avtale_til_redigering, budsjett_for, synlig_aar


@require_safe
def forslag(request: HttpRequest, avtale_id: int, aar: int) -> HttpResponse:
    """Who pays what by the key in force, and why; or the sentence that says why it cannot be split."""
    avtale = avtale_med_oekonomi(request, avtale_id)
    budsjett = budsjett_for(avtale, synlig_aar(request, avtale, aar))
    kontekst = {
        "avtale": avtale, "budsjett": budsjett, "vedtatt": vedtatt_fordeling(avtale, aar),
        "kan_redigere": innsyn(request).kan_redigere(avtale.region_id),
        "her": _("Forslag til fordeling %(aar)s") % {"aar": aar},
    }  # fmt: skip
    return render(request, "kostnad/forslag.html", kontekst | _beregnet(request, budsjett))


@require_POST
@en_gang
def vedta(request: HttpRequest, avtale_id: int, aar: int) -> HttpResponse:
    """Adopt the split the reader saw. A year that is adopted needs the box that says it is a correction."""
    avtale = avtale_til_redigering(request, avtale_id)
    budsjett = budsjett_for(avtale, aar)
    vedtatt = vedtatt_fordeling(avtale, aar)
    erstatter = vedtatt if vedtatt and request.POST.get("erstatter") == str(vedtatt.pk) else None
    try:
        fordeling = vedta_fordeling(budsjett, av=request.user, erstatter=erstatter, lest=request.POST.get("lest", ""))
    except Avvist as avvist:
        messages.error(request, avvist.setning)
        return redirect("kostnad:forslag", avtale.pk, aar)
    messages.success(request, _("Fordelingen for %(aar)s er vedtatt og frosset.") % {"aar": aar})
    return redirect(fordeling)


def _beregnet(request: HttpRequest, budsjett: Budsjett) -> dict[str, Any]:
    try:
        utregnet = beregn(budsjett)
    except Avvist as avvist:
        return {"hvorfor_ikke": avvist.setning}
    tabell = forslagstabell(utregnet, maalform=request.LANGUAGE_CODE)
    return {"tabell": tabell, "noekkel": utregnet.noekkel, "er_eksempel": utregnet.er_eksempel}
