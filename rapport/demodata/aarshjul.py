"""The regions' own events in the year wheels, through the same service as the pages use."""

from typing import Any

from django.db import transaction

from avtaler.models import Avtale, Hjulhendelse
from avtaler.tjenester.rad import registrer_rad
from kommuner.models import Region
from rapport.demodata import les

FELT = ("tittel", "klasse", "fra", "til", "gjentas", "varer_dager", "roller", "kan_paavirkes", "beskrivelse")


@transaction.atomic
def last_aarshjul() -> None:
    """Every event of the file; one with the same title in the region is left alone."""
    for del_ in les("aarshjul"):
        region = Region.objects.get(slug=del_["region"])
        for rad in del_["hendelser"]:
            if not region.hjulhendelser.filter(tittel=rad["tittel"]).exists():
                _last_hendelse(region, rad)


def _last_hendelse(region: Region, rad: dict[str, Any]) -> None:
    felt = {navn: rad[navn] for navn in FELT if navn in rad}
    if "avtale" in rad:
        felt["avtale"] = Avtale.objects.get(region=region, navn=rad["avtale"])
    registrer_rad(Hjulhendelse(region=region), felt | {"er_eksempel": True})
