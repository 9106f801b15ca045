"""What every page of an organ starts with: the organ within the reader's scope, and the way back."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from avtaler.models import Avtale, Organ
from kommuner.foresporsel import datovalg, innsyn
from kommuner.models import Part


def synlig_organ(request: HttpRequest, organ_id: int) -> Organ:
    """The organ, if the reader may see what it belongs to; otherwise 404."""
    organer = Organ.objects.for_user(innsyn(request))
    felt = ("avtale__region", "avtale__dataeier", "avtale__bekreftet_av", "region", "overordnet")
    return get_object_or_404(organer.select_related(*felt), pk=organ_id)


def redigerbart_organ(request: HttpRequest, organ_id: int) -> Organ:
    """The organ, if the reader coordinates its region; otherwise 404."""
    organ = synlig_organ(request, organ_id)
    if not innsyn(request).kan_redigere(organ.regionens_pk):
        raise Http404
    return organ


def tilbake_til(organ: Organ) -> str:
    """The address of the tree the organ stands in."""
    if organ.avtale_id:
        return reverse("avtaler:organer", args=[organ.avtale_id])
    return reverse("avtaler:regionorganer", args=[organ.region.slug])


def stier_til(organ: Organ, request: HttpRequest) -> list[tuple[str, str]]:
    """The breadcrumbs of a page about the organ."""
    if organ.avtale_id:
        rot = (reverse("avtaler:avtale", args=[organ.avtale_id]) + datovalg(request), organ.avtale.navn)
    else:
        rot = (reverse("avtaler:regionen", args=[organ.region.slug]) + datovalg(request), organ.region.navn)
    return [rot, (tilbake_til(organ) + datovalg(request), _("Organer"))]


def parter_i(organ: Organ) -> QuerySet[Part]:
    """Who may have seats: all who are or have been in the agreement or the region, and those who have seats already."""
    if organ.avtale_id:
        egne = Part.objects.filter(deltakelser__avtale=organ.avtale_id)
    else:
        egne = Part.objects.filter(regionmedlemskap__region=organ.region_id)
    alle = (
        egne.order_by()
        .values("pk")
        .union(
            Part.objects.filter(verv__organ=organ).order_by().values("pk"),
            Part.objects.filter(setetall__organ=organ).order_by().values("pk"),
        )
    )
    return Part.objects.filter(pk__in=alle)


def soesken(organ: Organ) -> QuerySet[Organ]:
    """The organs it may stand under: the others of its agreement or its region, and not those below it."""
    eier = {"avtale": organ.avtale_id} if organ.avtale_id else {"region": organ.region_id}
    andre = Organ.objects.filter(**eier)
    return andre.exclude(pk__in=_under(organ, andre)) if organ.pk else andre


def _under(organ: Organ, andre: QuerySet[Organ]) -> set[int]:
    """The organ and every one below it, however deep."""
    over = dict(andre.values_list("pk", "overordnet"))
    under = {organ.pk}
    while nye := {pk for pk, opp in over.items() if opp in under} - under:
        under |= nye
    return under


def kan_foelges(organ: Organ) -> QuerySet[Avtale]:
    """The agreements an organ may have in its portfolio: the others of its region."""
    return Avtale.objects.filter(region=organ.regionens_pk).exclude(pk=organ.avtale_id).order_by("navn", "pk")
