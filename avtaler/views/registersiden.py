"""The register: everything we cooperate about, to search and filter."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from avtaler.forms import Registerfilter
from avtaler.uttrekk import filtervalg, registerside
from kommuner.foresporsel import innsyn, valgt_dato


@login_not_required
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The whole page, or only the hits for htmx."""
    leser, dato, maalform = innsyn(request), valgt_dato(request), request.LANGUAGE_CODE
    skjema = Registerfilter(request.GET, valg=filtervalg(leser, dato=dato, maalform=maalform))
    filter = skjema.filter(request.GET.get("side", "1"), bruker_id=request.user.pk)
    side = registerside(leser, filter, dato=dato, maalform=maalform)
    bare_treff = request.htmx and not request.htmx.history_restore_request
    svar = render(
        request,
        "avtaler/register.html" + ("#treff" if bare_treff else ""),
        {"filter": skjema, "valgt": filter, "side": side, "kan_registrere": leser.er_koordinator},
    )
    patch_vary_headers(svar, ["HX-Request"])
    return svar
