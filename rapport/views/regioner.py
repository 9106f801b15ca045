"""A region: its members on a date, and all their reports as one order."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kommuner.foresporsel import idag, innsyn, valgt_dato
from kommuner.innsending import en_gang
from kommuner.models import Region
from rapport import tjenester, uttrekk
from rapport.forms import Regionbestillingsskjema
from rapport.models import Bestilling


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@en_gang
def region(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is in the region, how many agreements it has, and for its coordinator the order of all reports."""
    regionen = get_object_or_404(Region, slug=slug)
    tilgang = innsyn(request)
    kan_bestille = tilgang.kan_bestille_region(regionen.pk)
    if request.method == "POST" and not kan_bestille:
        raise Http404
    data = request.POST if request.method == "POST" else None
    skjema = Regionbestillingsskjema(data, initial={"dato": idag(), "maalform": ""})
    if request.method == "POST" and skjema.is_valid() and (bestilling := _bestill(request, regionen, skjema)):
        return redirect(bestilling)
    sammenhang = {
        "side": uttrekk.regionside(regionen, dato=valgt_dato(request), innsyn=tilgang),
        "form": skjema if kan_bestille else None,
        "bestillinger": uttrekk.siste_bestillinger(regionen, tilgang) if kan_bestille else (),
    }
    return render(request, "rapport/region.html", sammenhang, status=422 if request.method == "POST" else 200)


def _bestill(request: HttpRequest, region: Region, skjema: Regionbestillingsskjema) -> Bestilling | None:
    """The members on the date of the report whom the reader may order for; None, with a sentence, when there are none.

    One that has left the region since is no longer among them.
    """
    dato, tilgang = skjema.cleaned_data["dato"], innsyn(request)
    medlemmer = uttrekk.regionside(region, dato=dato, innsyn=tilgang).kommuner
    parter = [part for part in medlemmer if tilgang.kan_bestille(part.pk)]
    if not parter:
        skjema.add_error("dato", _("Regionen har ingen kommuner denne dagen."))
        return None
    maalform = skjema.cleaned_data["maalform"] or None
    return tjenester.bestill(parter=parter, dato=dato, av=request.user, region=region, maalform=maalform)
