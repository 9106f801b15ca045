"""A region's front page, and the way to one's own."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from avtaler.uttrekk.regionen import regionens_side, regionliste
from kommuner.foresporsel import datovalg, innsyn, valgt_dato
from kommuner.models import Region


@login_not_required
@require_safe
def regionene(request: HttpRequest) -> HttpResponse:
    """All regions; one who belongs to a single region comes straight to it, unless asked for ``?alle``."""
    rader = regionliste(innsyn(request), dato=valgt_dato(request))
    egne = [rad for rad in rader if rad.er_egen]
    if len(egne) == 1 and "alle" not in request.GET:
        return redirect(reverse("avtaler:regionen", args=[egne[0].slug]) + datovalg(request))
    return render(request, "avtaler/strategi/regionene.html", {"rader": rader})


@login_not_required
@require_safe
def regionen(request: HttpRequest, slug: str) -> HttpResponse:
    """What is going on in the region: one line for each of its pages."""
    region = get_object_or_404(Region, slug=slug)
    innlogget = request.user.is_authenticated
    side = regionens_side(region, innsyn(request), dato=valgt_dato(request), innlogget=innlogget)
    return render(request, "avtaler/strategi/regionen.html", {"side": side})
