"""The economy of projects for tests: a project with who pays, what is gained, and a shared system."""

from collections.abc import Iterable
from datetime import date

from avtaler.models import (
    Avtale,
    Fellessystem,
    Finansiering,
    Gevinst,
    Prosjekt,
    Prosjektdeltakelse,
    Saertrekk,
    Systembruk,
)
from kommuner.models import Part, Region


def lag_oekonomiprosjekt(
    region: Region, navn: str = "Bredbånd", *, kommuner: Iterable[Part] = (), **felt: object
) -> Prosjekt:
    """A project of the region with ``kommuner`` in it from 2020."""
    prosjekt = Prosjekt.objects.create(region=region, navn=navn, klasse="drift", **felt)
    for part in kommuner:
        Prosjektdeltakelse.objects.create(prosjekt=prosjekt, part=part, fra=date(2020, 1, 1))
    return prosjekt


def oekonomien(avtale: Avtale, prosjekt_id: object) -> dict[str, object]:
    """What the addresses take: a funder of the project, a gain of the agreement, and a system of the region."""
    felt = {"type": "tilskudd", "status": "innvilget", "beloep_oere": 900_000_00}
    finansiering = Finansiering.objects.create(prosjekt_id=prosjekt_id, navn="Skjønnsmidler", **felt)
    gevinst = Gevinst.objects.create(avtale=avtale, navn="Ventetid", enhet="uker", grunnlinje=9)
    if not Saertrekk.objects.filter(avtale=avtale).exists():
        trekk = {"opphav": "sak_til_sak", "tema": ["naering"], "styring": 3, "styring_begrunnelse": "Midt på."}
        Saertrekk.objects.create(avtale=avtale, **trekk)
    system = Fellessystem.objects.create(region=avtale.region, navn="Vaktplan", type="fagsystem")
    Systembruk.objects.create(system=system, part=avtale.deltakelser.order_by("fra").first().part)
    return {"finansiering_id": finansiering.pk, "gevinst_id": gevinst.pk, "system_id": system.pk}
