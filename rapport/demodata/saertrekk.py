"""What kind of cooperation the demo agreements are, and the systems their municipalities share."""

from datetime import date
from typing import Any

from django.db import transaction

from avtaler.models import Avtale, Fellessystem, Saertrekk, Systembruk
from avtaler.tjenester.rad import registrer_rad
from kommuner.models import Region
from rapport.demodata import les
from rapport.demodata.parter import finn_part

TREKK = ("opphav", "motiver", "tema", "beslutningsnivaa", "styring", "styring_begrunnelse")
#: The day the source was told: who had which number then.
KILDEDAG = date(2007, 10, 1)


@transaction.atomic
def last_saertrekk() -> None:
    """Everything in the file; an agreement with traits and a system of the name are left alone."""
    data = les("saertrekk")
    for rad in data["saertrekk"]:
        avtale = Avtale.objects.get(region__slug=rad["region"], navn=rad["avtale"])
        if not Saertrekk.objects.filter(avtale=avtale).exists():
            felt = {navn: rad[navn] for navn in TREKK if navn in rad}
            registrer_rad(Saertrekk(avtale=avtale), felt | {"er_eksempel": rad.get("eksempel", False)})
    for rad in data["systemer"]:
        region = Region.objects.get(slug=rad["region"])
        if not region.fellessystemer.filter(navn=rad["navn"]).exists():
            _last_system(region, rad)


def _last_system(region: Region, rad: dict[str, Any]) -> None:
    dag = rad.get("fra", KILDEDAG)
    felt = {navn: rad.get(navn, "") for navn in ("navn", "type", "drives_av", "merknad")}
    felt |= {
        "avtale": Avtale.objects.get(region=region, navn=rad["avtale"]),
        "driftspart": finn_part(rad["driftes_i"], dag) if "driftes_i" in rad else None,
        "er_eksempel": rad.get("eksempel", False),
    }
    system = registrer_rad(Fellessystem(region=region), felt)
    for nummer in rad["brukes_av"]:
        bruk = {"fra": rad.get("fra"), "er_eksempel": rad.get("eksempelbrukere", False)}
        registrer_rad(Systembruk(system=system, part=finn_part(nummer, dag)), bruk)
