"""An order of reports: how far it has come, and another try for what failed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from kommuner.foresporsel import innsyn
from rapport import tjenester, uttrekk
from rapport.models import Bestilling


def _bestilling(request: HttpRequest, bestilling_id: int) -> Bestilling:
    synlige = Bestilling.objects.for_user(innsyn(request)).select_related("region", "bestilt_av")
    return get_object_or_404(synlige, pk=bestilling_id)


@require_safe
def bestilling(request: HttpRequest, bestilling_id: int) -> HttpResponse:
    """The progress of the order; the partial of it asks again every other second until all is over."""
    bestillingen = _bestilling(request, bestilling_id)
    framdrift = uttrekk.framdrift(bestillingen, innsyn(request))
    mal = "rapport/bestilling.html" + ("#framdrift" if request.htmx else "")
    return render(request, mal, {"bestilling": bestillingen, "framdrift": framdrift})


@require_POST
def proev_igjen(request: HttpRequest, bestilling_id: int) -> HttpResponse:
    """Put the failed reports back in the queue."""
    bestillingen = _bestilling(request, bestilling_id)
    tjenester.proev_igjen(bestillingen)
    return redirect(bestillingen)
