"""A shared system and who uses it, stored as one: whoever changes the users changes the system."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from avtaler.models import Fellessystem, Systembruk
from avtaler.tjenester.rad import endre_rad, registrer_rad

Bruk = Mapping[int, Mapping[str, Any]]


@transaction.atomic
def registrer_system(system: Fellessystem, felt: Mapping[str, Any], bruk: Bruk) -> Fellessystem:
    """A new system with its users, by party: since when (``fra``). Raises Avvist."""
    registrer_rad(system, felt)
    _sett_bruk(system, bruk)
    return system


@transaction.atomic
def endre_system(pk: object, versjon: int | None, felt: Mapping[str, Any], bruk: Bruk) -> Fellessystem:
    """Change a system read as ``versjon``, and who uses it. Raises Konflikt and Avvist."""
    system = endre_rad(Fellessystem, pk, versjon, felt)
    _sett_bruk(system, bruk)
    return system


def _sett_bruk(system: Fellessystem, bruk: Bruk) -> None:
    """Only what has changed is written, so that the history tells only of that. Use that has ended is let be."""
    for rad in system.bruk.filter(til__isnull=True).exclude(part__in=bruk):
        rad.delete()
    for part_id, felt in bruk.items():
        rad = Systembruk.objects.filter(system=system, part=part_id).first() or Systembruk(
            system=system, part_id=part_id
        )
        if rad._state.adding or any(getattr(rad, navn) != verdi for navn, verdi in felt.items()):
            for navn, verdi in felt.items():
                setattr(rad, navn, verdi)
            rad.save()
