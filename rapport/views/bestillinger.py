"""An order of reports: how far it has come, and another try for what failed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from kommuner.foresporsel import innsyn
from kommuner.innsending import en_gang
from rapport import tjenester, uttrekk
from rapport.models import Bestilling


@require_safe
def bestilling(request: HttpRequest, bestilling_id: int) -> HttpResponse:
    """The progress of the order; the partial of it asks again every other second until all is over."""
    tilgang = innsyn(request)
    synlige = Bestilling.objects.for_user(tilgang).select_related("region", "bestilt_av")
    bestillingen = get_object_or_404(synlige, pk=bestilling_id)
    framdrift = uttrekk.framdrift(bestillingen, tilgang)
    mal = "rapport/bestilling.html" + ("#framdrift" if request.htmx else "")
    return render(request, mal, {"bestilling": bestillingen, "framdrift": framdrift})


@require_POST
@en_gang
def proev_igjen(request: HttpRequest, bestilling_id: int) -> HttpResponse:
    """Put the failed reports back in the queue; 404 also for those who may only read the order."""
    bestillingen = get_object_or_404(Bestilling.objects.som_kan_bestilles_av(innsyn(request)), pk=bestilling_id)
    tjenester.proev_igjen(bestillingen)
    return redirect(bestillingen)
