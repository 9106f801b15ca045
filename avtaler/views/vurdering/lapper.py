"""Writing a note. Nothing of who writes is kept: no user, address, time or session, and no mark that a form was sent.

So these pages have no ``@en_gang``: its row would tie a person to a moment. Sending twice hangs the same words twice.
"""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from avtaler.forms.vurdering.lapper import Lappeskjema
from avtaler.models import Lapperunde
from avtaler.tjenester import Avvist
from avtaler.tjenester.vurdering.lapper import ForMange, runde_med_hemmelighet, skriv_lapp
from avtaler.uttrekk.vurdering.lapper import fasen
from avtaler.views.oppslag import sendt
from kommuner.foresporsel import idag
from kommuner.uttrekk import medlemmer

from .lapperunder import SKRIVE, kan_skrive, synlig_lapperunde


@login_not_required
@never_cache
@require_http_methods(SKRIVE)
def lapp(request: HttpRequest, hemmelighet: str) -> HttpResponse:
    """Write a note by the secret link, without logging in."""
    runde = runde_med_hemmelighet(hemmelighet)
    if runde is None:
        raise Http404
    return _skriv(request, runde)


@never_cache
@require_http_methods(SKRIVE)
def skriv_i_lapperunde(request: HttpRequest, lapperunde_id: int) -> HttpResponse:
    """Write a note as one of the region who is logged in; the note knows nothing of that."""
    runde = synlig_lapperunde(lapperunde_id)
    if not kan_skrive(request, runde):
        raise Http404
    return _skriv(request, runde)


def _skriv(request: HttpRequest, runde: Lapperunde) -> HttpResponse:
    skjema, status = Lappeskjema(sendt(request), parter=medlemmer(runde.region_id, dato=runde.fra)), 200
    if request.method == "POST" and skjema.is_valid():
        try:
            skriv_lapp(runde, **skjema.cleaned_data, dato=idag())
        except Avvist as avvist:
            skjema.add_error(None, avvist.setning)
        except ForMange:
            status = 429
            skjema.add_error(None, _("Det kom mange lapper på en gang. Vent et minutt og send igjen."))
        else:
            return redirect(f"{request.path}?takk")
    kontekst = {"runde": runde, "fase": fasen(runde, idag()), "form": skjema, "takk": "takk" in request.GET}
    status = status if status != 200 else 422 if skjema.errors else 200
    return render(request, "avtaler/vurdering/lapp.html", kontekst, status=status)
