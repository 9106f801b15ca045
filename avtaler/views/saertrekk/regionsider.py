"""The traits of a region's cooperation as a whole: the scale, the themes, and how it has grown."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from avtaler.uttrekk.saertrekk.styring import styringskart
from avtaler.uttrekk.saertrekk.temaer import temaoversikt
from avtaler.uttrekk.saertrekk.utvikling import utvikling as utviklingen
from kommuner.foresporsel import innsyn, valgt_dato
from kommuner.models import Region


@login_not_required
@require_safe
def styring(request: HttpRequest, slug: str) -> HttpResponse:
    """Every placed agreement between democratic control and efficiency."""
    region = get_object_or_404(Region, slug=slug)
    kart = styringskart(region, innsyn(request), dato=valgt_dato(request))
    return render(request, "avtaler/saertrekk/styring.html", {"region": region, "kart": kart})


@login_not_required
@require_safe
def temaer(request: HttpRequest, slug: str) -> HttpResponse:
    """What goes on in each theme of development."""
    region = get_object_or_404(Region, slug=slug)
    oversikt = temaoversikt(region, innsyn(request), dato=valgt_dato(request))
    return render(request, "avtaler/saertrekk/temaer.html", {"region": region, "oversikt": oversikt})


@login_not_required
@require_safe
def utvikling(request: HttpRequest, slug: str) -> HttpResponse:
    """What has begun, grown and ended year by year, and how it came about."""
    region = get_object_or_404(Region, slug=slug)
    side = utviklingen(region, innsyn(request), dato=valgt_dato(request))
    return render(request, "avtaler/saertrekk/utvikling.html", {"region": region, "side": side})
