"""What every page of money starts with: the object within the reader's scope, or 404."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from avtaler.models import Avtale
from kommuner.foresporsel import idag, innsyn
from kostnad.models import Budsjett, Fordeling
from kostnad.tilgang import aarsinnsyn
from kostnad.tjenester import SISTE_AAR


def avtale_med_oekonomi(request: HttpRequest, avtale_id: int) -> Avtale:
    """The agreement, if the reader may see its money; otherwise 404."""
    synlige = Avtale.objects.med_oekonomi_for(innsyn(request)).select_related("region")
    return get_object_or_404(synlige, pk=avtale_id)


def synlig_aar(request: HttpRequest, avtale: Avtale, aar: int) -> int:
    """The year, if the reader may see the money of it; otherwise 404."""
    if not aarsinnsyn(avtale, innsyn(request), dato=idag()).ser(aar):
        raise Http404
    return aar


def avtale_til_redigering(request: HttpRequest, avtale_id: int) -> Avtale:
    """The agreement, if the reader keeps it; 404 also for those who may only read its money."""
    avtale = avtale_med_oekonomi(request, avtale_id)
    if not innsyn(request).kan_redigere(avtale.region_id):
        raise Http404
    return avtale


def budsjett_for(avtale: Avtale, aar: int) -> Budsjett:
    """The budget of the year with its grants, or 404."""
    if aar > SISTE_AAR:
        raise Http404
    return get_object_or_404(avtale.budsjetter.select_related("avtale").prefetch_related("tilskudd"), aar=aar)


def synlig_fordeling(request: HttpRequest, fordeling_id: int) -> Fordeling:
    """The adopted split with its parts, if the reader sees the money of its agreement that year; otherwise 404."""
    avtaler = Avtale.objects.med_oekonomi_for(innsyn(request))
    fordelinger = Fordeling.objects.filter(avtale__in=avtaler).prefetch_related("deler")
    fordelinger = fordelinger.select_related(
        "avtale__region", "budsjett", "noekkel", "vedtatt_av", "erstatter", "erstattet_av"
    )
    fordeling = get_object_or_404(fordelinger, pk=fordeling_id)
    synlig_aar(request, fordeling.avtale, fordeling.aar)
    return fordeling
