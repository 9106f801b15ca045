"""Meetings for tests: an agreement of two municipalities with a representantskap and a board."""

from datetime import date

from avtaler.models import Avtale, Moete, Organ
from kommuner.models import Part, Region
from tests.fabrikker import lag_avtale, lag_kommune, lag_region

DATO = date(2026, 10, 9)


def lag_samarbeid(form: str = "KO", **felt: object) -> tuple[Region, Avtale, list[Part]]:
    """A region of two municipalities that have an agreement."""
    parter = [lag_kommune("Sogndal"), lag_kommune("Luster")]
    region = lag_region(kommuner=parter)
    return region, lag_avtale("Sogn KO", form=form, kommuner=parter, region=region, **felt), parter


def lag_moete(avtale: Avtale, *, type: str = "representantskap", dato: date = DATO, **felt: object) -> Moete:
    """A meeting that has been held, unless ``status`` says otherwise."""
    organ, _ny = Organ.objects.get_or_create(avtale=avtale, type=type)
    return Moete.objects.create(organ=organ, dato=dato, **{"status": "holdt"} | felt)
