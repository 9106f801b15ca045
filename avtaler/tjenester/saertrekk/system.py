"""A shared system and who uses it, stored as one: whoever changes the users changes the system."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from avtaler.models import Fellessystem, Systembruk
from avtaler.tjenester.rad import endre_rad, registrer_rad

Bruk = Mapping[int, Mapping[str, Any]]


@transaction.atomic
def registrer_system(system: Fellessystem, felt: Mapping[str, Any], bruk: Bruk, *, dato: date) -> Fellessystem:
    """A new system with its users, by party: since when (``fra``). Raises Avvist."""
    registrer_rad(system, felt)
    _sett_bruk(system, bruk, dato)
    return system


@transaction.atomic
def endre_system(pk: object, versjon: int | None, felt: Mapping[str, Any], bruk: Bruk, *, dato: date) -> Fellessystem:
    """Change a system read as ``versjon``, and who uses it from ``dato`` on. Raises Konflikt and Avvist."""
    system = endre_rad(Fellessystem, pk, versjon, felt)
    _sett_bruk(system, bruk, dato)
    return system


def _sett_bruk(system: Fellessystem, bruk: Bruk, dato: date) -> None:
    """Only what has changed is written, so that the history tells only of that. Use that has ended is let be."""
    i_bruk = {rad.part_id: rad for rad in system.bruk.filter(til__isnull=True)}
    for part_id, rad in i_bruk.items():
        if part_id not in bruk:
            _ta_ut_av_bruk(rad, dato)
    for part_id, felt in bruk.items():
        rad = i_bruk.get(part_id) or Systembruk(system=system, part_id=part_id)
        if rad._state.adding or any(getattr(rad, navn) != verdi for navn, verdi in felt.items()):
            for navn, verdi in felt.items():
                setattr(rad, navn, verdi)
            rad.save()


def _ta_ut_av_bruk(rad: Systembruk, dato: date) -> None:
    """The municipality uses it no more from ``dato``. One that was to begin later never did."""
    if rad.fra is not None and rad.fra >= dato:
        rad.delete()
        return
    rad.til = dato
    rad.save()
