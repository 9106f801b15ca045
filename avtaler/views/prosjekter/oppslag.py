"""What every page of a project starts with: the project within the reader's scope, and its breadcrumbs."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from avtaler.models import Avtale, Prosjekt
from kommuner.foresporsel import innsyn


def synlig_prosjekt(request: HttpRequest, prosjekt_id: int) -> Prosjekt:
    """The project, if the reader may see it; otherwise 404."""
    synlige = Prosjekt.objects.for_user(innsyn(request))
    return get_object_or_404(
        synlige.select_related("region", "avtale", "gruppe", "ansvarlig", "etterfoelger"), pk=prosjekt_id
    )


def redigerbart_prosjekt(request: HttpRequest, prosjekt_id: int) -> Prosjekt:
    """The project, if the reader keeps it; 404 also for those who may only read it."""
    prosjekt = synlig_prosjekt(request, prosjekt_id)
    if not innsyn(request).kan_redigere(prosjekt.region_id):
        raise Http404
    return prosjekt


def ser_prosjekthistorikk(request: HttpRequest, prosjekt: Prosjekt) -> bool:
    """Whether the reader follows its history: those who keep it, and those who oversee one in its agreement."""
    leser = innsyn(request)
    if leser.kan_redigere(prosjekt.region_id) or not leser.innsynsparter or prosjekt.avtale_id is None:
        return leser.kan_redigere(prosjekt.region_id)
    return Avtale.objects.med_historikk_for(leser).filter(pk=prosjekt.avtale_id).exists()


def stier(prosjekt: Prosjekt | None = None) -> list[tuple[str, str]]:
    """The breadcrumbs of the pages below the register, and below the project."""
    alle = [(reverse("avtaler:prosjekter"), _("Prosjekter"))]
    return [*alle, (prosjekt.get_absolute_url(), prosjekt.navn)] if prosjekt else alle
