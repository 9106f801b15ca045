"""What the pages of a strategy start with: the strategy, and the rows its forms choose among."""

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from avtaler.domene.strategi.tre import lest
from avtaler.forms.rundeskjema import drivere_i
from avtaler.models import Avtale, Prosjekt, Strategi, Strategipunkt
from avtaler.uttrekk.strategi.tre import plasser
from kommuner.foresporsel import innsyn


def strategien(strategi_id: int) -> Strategi:
    """The strategy, which anybody may read; otherwise 404."""
    return get_object_or_404(Strategi.objects.select_related("region", "avtale"), pk=strategi_id)


def redigerbar_strategi(request: HttpRequest, strategi_id: int) -> Strategi:
    """The strategy, if the reader coordinates its region; otherwise 404."""
    strategi = strategien(strategi_id)
    if not innsyn(request).kan_redigere(strategi.region_id):
        raise Http404
    return strategi


def stier(strategi: Strategi) -> list[tuple[str, str]]:
    """Breadcrumbs down to the strategy."""
    return [
        (reverse("avtaler:regionen", args=[strategi.region.slug]), strategi.region.navn),
        (strategi.get_absolute_url(), strategi.tittel),
    ]


def regionens_avtaler(request: HttpRequest, region_id: int) -> QuerySet[Avtale]:
    """The region's agreements the reader may see."""
    return Avtale.objects.for_user(innsyn(request)).filter(region=region_id).order_by("sortering", "pk")


def regionens_prosjekter(request: HttpRequest, region_id: int) -> QuerySet[Prosjekt]:
    return Prosjekt.objects.for_user(innsyn(request)).filter(region=region_id)


def punkter_i_rekkefoelge(strategi: Strategi, **bare: object) -> QuerySet[Strategipunkt]:
    """The points as they are read in the tree."""
    rekke = lest(plasser(strategi.punkter.all()))
    if not rekke:
        return strategi.punkter.none()
    plass = Case(*(When(pk=pk, then=Value(nr)) for nr, pk in enumerate(rekke)), default=0, output_field=IntegerField())
    return strategi.punkter.filter(**bare).order_by(plass)


def driverne(region_id: int) -> QuerySet:
    """Those who may drive a measure: the coordinators of the region."""
    return drivere_i(region_id)
