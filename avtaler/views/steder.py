"""Where a cooperation is: offices, branch offices and posts."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from avtaler.forms.stedskjema import Stedskjema, stedets_verdier
from avtaler.models import Avtale, Sted
from avtaler.tjenester import Avvist, Konflikt, registrer_sted
from avtaler.tjenester import endre_sted as endre
from avtaler.uttrekk import partvalg
from avtaler.uttrekk.parter import betegnelse
from avtaler.uttrekk.steder import stedside
from kommuner.foresporsel import idag, valgt_dato
from kommuner.innsending import en_gang

from .oppslag import avtalekontekst, redigerbar_avtale, sendt, synlig_avtale, vis_avvist


@login_not_required
@require_safe
def steder(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """The places on the date, with the posts in each municipality, and places before and after."""
    funnet = synlig_avtale(request, avtale_id)
    kontekst = avtalekontekst(request, funnet, "avtaler:steder")
    return render(request, "avtaler/steder.html", kontekst | {"side": stedside(funnet, dato=valgt_dato(request))})


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def nytt_sted(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """One more place."""
    avtale = redigerbar_avtale(request, avtale_id)
    skjema = Stedskjema(sendt(request), dato=idag(), initial={"fra": avtale.fra})
    if request.method == "POST" and skjema.is_valid():
        try:
            registrer_sted(avtale, **skjema.felt())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        else:
            messages.success(request, _("Stedet er lagt til."))
            return redirect("avtaler:steder", avtale.pk)
    return _vis(request, avtale, skjema, tittel=_("Legg til sted"))


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_sted(request: HttpRequest, avtale_id: int, sted_id: int) -> HttpResponse:
    """Correct or end a place; somebody else's change in between gives 409 with both versions."""
    avtale = redigerbar_avtale(request, avtale_id)
    sted = _sted(avtale, sted_id)
    lagret = stedets_verdier(sted)
    skjema, forskjeller = Stedskjema(sendt(request), dato=idag(), initial=lagret), None
    if request.method == "POST" and skjema.is_valid():
        try:
            endre(sted_id=sted.pk, versjon=skjema.cleaned_data["versjon"], felt=skjema.felt())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt:
            skjema = _mot_lagret(request, skjema, lagret)
            forskjeller = list(skjema.forskjeller())
        else:
            messages.success(request, _("Endringene er lagret."))
            return redirect("avtaler:steder", avtale.pk)
    return _vis(request, avtale, skjema, tittel=_("Endre sted"), forskjeller=forskjeller)


def _sted(avtale: Avtale, sted_id: int) -> Sted:
    return get_object_or_404(avtale.steder.select_related("part").prefetch_related("part__identiteter"), pk=sted_id)


def _mot_lagret(request: HttpRequest, mitt: Stedskjema, lagret: dict[str, Any]) -> Stedskjema:
    """What I typed, now against the stored row: saving again is a choice made with open eyes."""
    data = request.POST.copy()
    data["versjon"] = str(lagret["versjon"])
    data["part"] = betegnelse(mitt.cleaned_data["part"], mitt.cleaned_data["fra"])
    return Stedskjema(data, dato=idag(), initial=lagret)


def _vis(
    request: HttpRequest, avtale: Avtale, skjema: Stedskjema, *, forskjeller: list | None = None, **ekstra: Any
) -> HttpResponse:
    kontekst = {
        "form": skjema, "avtale": avtale, "partvalg": partvalg(avtale.region_id, dato=idag()),
        "forskjeller": forskjeller, **ekstra,
    }  # fmt: skip
    status = 409 if forskjeller is not None else 422 if skjema.errors else 200
    return render(request, "avtaler/sted.html", kontekst, status=status)
