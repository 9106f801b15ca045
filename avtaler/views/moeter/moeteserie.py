"""Planning many meetings at once: first shown, then made."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from avtaler.forms.moeter.serieskjema import Serieskjema
from avtaler.tjenester import Avvist
from avtaler.tjenester.moeter.moete import opprett_serie
from avtaler.uttrekk.moeter.seriedager import seriedager
from avtaler.views.oppslag import sendt, som_tall, vis_avvist
from kommuner.innsending import en_gang

from .oppslag import egne_organer, krev_koordinator


@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def moeteserie(request: HttpRequest) -> HttpResponse:
    """Fill in, look at the days, tick those to keep, make them."""
    krev_koordinator(request)
    start = {"organ": som_tall(request.GET.get("organ", "")) or None}
    skjema, dager = Serieskjema(sendt(request), organer=egne_organer(request), initial=start), ()
    if request.method == "POST" and skjema.is_valid():
        dager = seriedager(skjema.cleaned_data["organ"], skjema.cleaned_data["dager"])
        if "lagre" in request.POST:
            try:
                moeter = opprett_serie(skjema.cleaned_data["organ"], skjema.valgte(), skjema.felt())
            except Avvist as avvist:
                vis_avvist(skjema, avvist)
            else:
                return _laget(request, len(moeter))
    status = 422 if skjema.errors else 200
    valgte = set(request.POST.getlist("datoer")) if "lagre" in request.POST else None
    kontekst = {"form": skjema, "dager": [(dag, _er_valgt(dag, valgte)) for dag in dager]}
    return render(request, "avtaler/moeter/moeteserie.html", kontekst, status=status)


def _er_valgt(dag, valgte: set[str] | None) -> bool:
    """All but the bad days, until the reader has chosen."""
    return not dag.merknad if valgte is None else dag.dato.isoformat() in valgte


def _laget(request: HttpRequest, antall: int) -> HttpResponse:
    tekst = ngettext("%(antall)s møte er lagt inn.", "%(antall)s møter er lagt inn.", antall)
    messages.success(request, tekst % {"antall": antall})
    return redirect(reverse("avtaler:moeter"))
