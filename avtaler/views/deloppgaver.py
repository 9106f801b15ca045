"""Sub-tasks of an agreement (à la carte), and who is in each."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from avtaler.forms.deloppgaveskjema import (
    Deloppgavedeltakerskjema,
    Deloppgaveskjema,
    deloppgavens_verdier,
    deltakelsens_verdier,
    lest_periode,
)
from avtaler.models import Avtale, Deloppgave, Deloppgavedeltakelse
from avtaler.tjenester import (
    Avvist,
    Konflikt,
    endre_deloppgavedeltakelse,
    fjern_deloppgavedeltakelse,
    la_delta,
    opprett_deloppgave,
)
from avtaler.tjenester import endre_deloppgave as endre
from avtaler.uttrekk.deloppgaver import deloppgavedeltakere
from kommuner.foresporsel import idag
from kommuner.innsending import en_gang

from .oppslag import redigerbar_avtale, sendt, vis_avvist


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def ny_deloppgave(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """A new sub-task with those who are in it from its first day."""
    avtale = redigerbar_avtale(request, avtale_id)
    skjema = _skjema(request, avtale, ny=True, initial={"fra": avtale.fra})
    if request.method == "POST" and skjema.is_valid():
        try:
            opprett_deloppgave(avtale, **skjema.felt())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        else:
            messages.success(request, _("Deloppgaven er lagt til."))
            return redirect(_tilbake(avtale))
    return _vis(request, avtale, skjema, tittel=_("Legg til deloppgave"))


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_deloppgave(request: HttpRequest, avtale_id: int, deloppgave_id: int) -> HttpResponse:
    """Change a sub-task, and see everybody who is in it; a conflict gives 409 with both versions."""
    avtale = redigerbar_avtale(request, avtale_id)
    deloppgave = _deloppgave(avtale, deloppgave_id)
    lagret = deloppgavens_verdier(deloppgave)
    skjema, forskjeller = _skjema(request, avtale, ny=False, initial=lagret), None
    if request.method == "POST" and skjema.is_valid():
        try:
            endre(deloppgave_id=deloppgave.pk, versjon=skjema.cleaned_data["versjon"], **skjema.felt())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        except Konflikt:
            skjema = _skjema(request, avtale, ny=False, initial=lagret, versjon=deloppgave.versjon)
            forskjeller = list(skjema.forskjeller())
        else:
            messages.success(request, _("Endringene er lagret."))
            return redirect(_tilbake(avtale))
    ekstra = {"deloppgave": deloppgave, "deltakere": deloppgavedeltakere(deloppgave, dato=idag())}
    return _vis(request, avtale, skjema, tittel=_("Endre deloppgave"), forskjeller=forskjeller, **ekstra)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def ny_deloppgavedeltaker(request: HttpRequest, avtale_id: int, deloppgave_id: int) -> HttpResponse:
    """Let one more participant into a sub-task."""
    avtale = redigerbar_avtale(request, avtale_id)
    deloppgave = _deloppgave(avtale, deloppgave_id)
    skjema = Deloppgavedeltakerskjema(sendt(request), avtale=avtale, ny=True, initial={"fra": deloppgave.fra})
    if request.method == "POST" and skjema.is_valid():
        try:
            ny = la_delta(deloppgave, part=skjema.cleaned_data["part"], **skjema.periode())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        else:
            messages.success(request, _("%(navn)s er med i deloppgaven.") % {"navn": ny.part})
            return redirect(_tilbake(avtale))
    return _vis(request, avtale, skjema, tittel=_("Legg til deltaker i deloppgaven"), overlinje=deloppgave.navn)


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def endre_deloppgavedeltaker(request: HttpRequest, avtale_id: int, deloppgavedeltakelse_id: int) -> HttpResponse:
    """Change or end one participant's time in a sub-task, or take back a mistake."""
    avtale = redigerbar_avtale(request, avtale_id)
    rader = _rader(avtale)
    rad = get_object_or_404(rader, pk=deloppgavedeltakelse_id)
    if "fjern" in request.POST:
        fjern_deloppgavedeltakelse(rad.pk)
        messages.success(request, _("%(navn)s er tatt ut av deloppgaven.") % {"navn": rad.part})
        return redirect(_tilbake(avtale))
    skjema = Deloppgavedeltakerskjema(sendt(request), avtale=avtale, ny=False, initial=deltakelsens_verdier(rad))
    if request.method == "POST" and skjema.is_valid():
        try:
            lest = (rad.fra, rad.til) if skjema.cleaned_data["lest"] == lest_periode(rad) else ()
            endre_deloppgavedeltakelse(deltakelse_id=rad.pk, lest=lest, **skjema.periode())
        except Avvist as avvist:
            vis_avvist(skjema, avvist)
        else:
            messages.success(request, _("Endringene er lagret."))
            return redirect(_tilbake(avtale))
    tittel = _("Når %(navn)s er med") % {"navn": rad.part}
    return _vis(request, avtale, skjema, tittel=tittel, overlinje=rad.deloppgave.navn, kan_fjernes=True)


def _skjema(request: HttpRequest, avtale: Avtale, *, versjon: int | None = None, **valg: Any) -> Deloppgaveskjema:
    """The form; with ``versjon`` what was typed is put on top of what somebody else has stored."""
    data = sendt(request)
    if versjon is not None:
        data = request.POST.copy()
        data["versjon"] = str(versjon)
    return Deloppgaveskjema(data, avtale=avtale, maalform=request.LANGUAGE_CODE, **valg)


def _deloppgave(avtale: Avtale, deloppgave_id: int) -> Deloppgave:
    return get_object_or_404(avtale.deloppgaver.select_related("oppgave"), pk=deloppgave_id)


def _rader(avtale: Avtale):
    rader = Deloppgavedeltakelse.objects.filter(deloppgave__avtale=avtale)
    return rader.select_related("deloppgave", "part")


def _tilbake(avtale: Avtale) -> str:
    return f"{reverse('avtaler:deltakere', args=[avtale.pk])}#deloppgaver"


def _vis(
    request: HttpRequest, avtale: Avtale, skjema: Any, *, forskjeller: list | None = None, **ekstra: Any
) -> HttpResponse:
    kontekst = {"form": skjema, "avtale": avtale, "tilbake": _tilbake(avtale), "forskjeller": forskjeller, **ekstra}
    status = 409 if forskjeller is not None else 422 if skjema.errors else 200
    return render(request, "avtaler/deloppgave.html", kontekst, status=status)
