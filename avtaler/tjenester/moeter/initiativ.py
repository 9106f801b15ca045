"""A matter one organ raises for the one above it, followed to its end (needs 1.5c)."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from avtaler.models import Initiativ, Moete, Moetesak
from avtaler.tjenester.laas import laast
from avtaler.tjenester.rad import endre_rad, registrer_rad


@transaction.atomic
def sett_paa_saklista(moete: Moete, felt: Mapping[str, Any]) -> Moetesak:
    """Put an item on the agenda; an initiative it answers is then on an agenda. Raises Avvist."""
    sak = registrer_rad(Moetesak(moete=moete), felt)
    _foelg(sak)
    return sak


@transaction.atomic
def endre_sak(sak_id: int, versjon: int, felt: Mapping[str, Any]) -> Moetesak:
    """Change an item read as ``versjon``. Raises Konflikt and Avvist."""
    sak = endre_rad(Moetesak, sak_id, versjon, felt)
    _foelg(sak)
    return sak


def _foelg(sak: Moetesak) -> None:
    """The initiative is on an agenda now, unless it has come further."""
    if sak.initiativ_id and sak.initiativ.status == Initiativ.Status.REIST:
        initiativ = laast(Initiativ, sak.initiativ_id, None)
        initiativ.status = Initiativ.Status.PAA_SAKLISTA
        initiativ.save()
