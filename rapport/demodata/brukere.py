"""A demo login for every person of the product. The password is public, so it must never reach a real site."""

from datetime import date
from typing import Any

from django.db import transaction

from kommuner.models import Bruker, Region, Tilgang
from rapport.demodata import les
from rapport.demodata.parter import finn_part

PASSORD = "samarbeid-demo-2026"
FRA = date(2026, 1, 1)


@transaction.atomic
def last_brukere() -> list[Bruker]:
    """The demo users with their roles; existing ones are left as they are."""
    return [_last_bruker(rad) for rad in les("brukere")]


def _last_bruker(rad: dict[str, Any]) -> Bruker:
    bruker = Bruker.objects.filter(email=rad["epost"]).first()
    if bruker is None:
        bruker = Bruker.objects.create_user(rad["epost"], PASSORD, navn=rad["navn"], maalform=rad["maalform"])
        for rolle in rad["roller"]:
            _gi_tilgang(bruker, rolle)
    return bruker


def _gi_tilgang(bruker: Bruker, rad: dict[str, Any]) -> None:
    Tilgang.objects.create(
        bruker=bruker,
        rolle=rad["rolle"],
        region=Region.objects.get(slug=rad["region"]) if "region" in rad else None,
        part=finn_part(rad["nummer"], FRA) if "nummer" in rad else None,
        fra=FRA,
    )
