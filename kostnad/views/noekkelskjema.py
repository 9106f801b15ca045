"""A new version of an agreement's key, with the split it would give."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from avtaler.models import Avtale
from avtaler.tjenester import Avvist
from avtaler.views.oppslag import sendt, vis_avvist
from kommuner.foresporsel import idag
from kommuner.innsending import en_gang
from kostnad.forms import MALER, Noekkelskjema, noekkelskjema
from kostnad.tjenester import fastsett_noekkel
from kostnad.uttrekk import (
    forslag,
    forslagstabell,
    gjeldende_noekkel,
    har_folketall,
    noekkelvarsler,
    siste_budsjett,
)
from kostnad.uttrekk.deltakere import deltakervalg

from .oppslag import avtale_til_redigering


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def ny_noekkel(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """The form of the chosen template. «Vis fordeling», or htmx while typing, shows the split and stores nothing."""
    avtale = avtale_til_redigering(request, avtale_id)
    mal, skjema = _skjema(request, avtale)
    if request.method == "POST" and "vis" not in request.POST and skjema.is_valid():
        try:
            noekkel = fastsett_noekkel(avtale, **skjema.felt())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        else:
            messages.success(request, _("Nøkkelen gjelder fra budsjettet for %(aar)s.") % {"aar": noekkel.fra_aar})
            for varsel in noekkelvarsler(noekkel):
                messages.warning(request, varsel)
            return redirect("kostnad:avtale", avtale.pk)
    kontekst = {"avtale": avtale, "form": skjema, "mal": mal, "maler": _maler(mal), "her": _("Ny nøkkel")} | _visning(
        request, skjema
    )
    if request.htmx:
        return render(request, "kostnad/noekkel.html#forhaandsvisning", kontekst)
    return render(request, "kostnad/noekkel.html", kontekst, status=422 if skjema.errors else 200)


def _skjema(request: HttpRequest, avtale: Avtale) -> tuple[str, Noekkelskjema]:
    valgt = request.POST.get("mal") or request.GET.get("mal", "")
    mal = valgt if valgt in MALER else next(iter(MALER))
    siste = siste_budsjett(avtale)
    aar = siste.aar if siste else idag().year
    return mal, noekkelskjema(
        mal, sendt(request), avtale=avtale, deltakere=deltakervalg(avtale, aar),
        naa=gjeldende_noekkel(avtale.noekler, aar), aar=max(aar, idag().year) if avtale.til is None else aar,
        har_aarets_tall=har_folketall(avtale, date(aar, 1, 1)),
    )  # fmt: skip


def _maler(valgt: str) -> list[dict[str, Any]]:
    return [
        {"kode": kode, "navn": skjema.navn, "forklaring": skjema.forklaring, "valgt": kode == valgt}
        for kode, skjema in MALER.items()
    ]


def _visning(request: HttpRequest, skjema: Noekkelskjema) -> dict[str, Any]:
    """The split of the latest budget by the key as typed, or the sentence that says why there is none."""
    if not skjema.is_bound:
        return {}
    budsjett = siste_budsjett(skjema.avtale)
    if budsjett is None:
        return {"hvorfor_ikke": _("Legg inn et budsjett for å se fordelingen.")}
    if not skjema.is_valid():
        return {"hvorfor_ikke": " ".join(_skrevne_feil(skjema)) or _("Fyll ut skjemaet for å se fordelingen.")}
    try:
        tabell = forslagstabell(forslag(budsjett, noekkel=skjema.ulagret()), maalform=request.LANGUAGE_CODE)
    except Avvist as avvist:
        return {"hvorfor_ikke": avvist.setning}
    return {"tabell": tabell, "budsjett": budsjett}


def _skrevne_feil(skjema: Noekkelskjema) -> list[str]:
    """What is wrong with what has been typed so far; an empty field is only not filled in yet."""
    feil = [setning for felt in skjema for setning in felt.errors if felt.data]
    return [*feil, *skjema.non_field_errors()]
