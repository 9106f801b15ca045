"""Reading organs: the tree of an agreement, of a region, and one organ."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from avtaler.uttrekk.organer.organside import organside
from avtaler.uttrekk.organer.tre import avtalens_organer, regionens_organer
from avtaler.views.oppslag import avtalekontekst, synlig_avtale
from kommuner.foresporsel import innsyn, valgt_dato
from kommuner.models import Region

from .oppslag import stier_til, synlig_organ


@login_not_required
@require_safe
def organer(request: HttpRequest, avtale_id: int) -> HttpResponse:
    """The organ tree of the agreement."""
    avtale = synlig_avtale(request, avtale_id)
    tre = avtalens_organer(avtale, innsyn(request), **_lesning(request))
    return render(
        request, "avtaler/organer/organer.html", avtalekontekst(request, avtale, "avtaler:organer") | {"tre": tre}
    )


@login_not_required
@require_safe
def regionorganer(request: HttpRequest, slug: str) -> HttpResponse:
    """The organs that serve the region, not one agreement."""
    region = get_object_or_404(Region, slug=slug)
    tre = regionens_organer(region, innsyn(request), **_lesning(request))
    kan_redigere = innsyn(request).kan_redigere(region.pk)
    kontekst = {"region": region, "tre": tre, "kan_redigere": kan_redigere}
    return render(request, "avtaler/organer/regionorganer.html", kontekst)


@login_not_required
@require_safe
def organ(request: HttpRequest, organ_id: int) -> HttpResponse:
    """One organ: its powers and rules, who sits there, what it follows."""
    funnet = synlig_organ(request, organ_id)
    side = organside(funnet, innsyn(request), **_lesning(request))
    kontekst = {
        "organ": funnet, "side": side, "stier": stier_til(funnet, request),
        "kan_redigere": innsyn(request).kan_redigere(funnet.regionens_pk),
    }  # fmt: skip
    return render(request, "avtaler/organer/organ.html", kontekst)


def _lesning(request: HttpRequest) -> dict[str, Any]:
    return {"dato": valgt_dato(request), "maalform": request.LANGUAGE_CODE}
