"""Writes of rows that have no rules of their own beyond the database's: made, changed and deleted one at a time."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from .avvisning import Avvist, Setninger, oversatt
from .laas import Rad, laast


def registrer_rad(rad: Rad, felt: Mapping[str, Any] | None = None) -> Rad:
    """Store a new row with the values of ``felt``. Raises Avvist with the sentence of a broken constraint."""
    enkle, mange = _delt(type(rad), felt or {})
    with oversatt(setninger(type(rad))):
        _sett(rad, enkle)
        rad.save(force_insert=True)
        _sett_mange(rad, mange)
    return rad


def endre_rad(modell: type[Rad], pk: object, versjon: int | None, felt: Mapping[str, Any]) -> Rad:
    """Change a row read as ``versjon``. Raises Konflikt when it has been changed since, and Avvist."""
    enkle, mange = _delt(modell, felt)
    with oversatt(setninger(modell)):
        rad = laast(modell, pk, versjon)
        _sett(rad, enkle)
        rad.save()
        _sett_mange(rad, mange)
    return rad


def slett_rad(modell: type[Rad], pk: object, versjon: int | None = None) -> None:
    """Delete a row read as ``versjon``. Raises Konflikt, and Avvist when something else needs it."""
    with oversatt({}):
        rad = laast(modell, pk, versjon)
        try:
            rad.delete()
        except models.ProtectedError as feil:
            raise Avvist(_("Dette kan ikke slettes: Noe annet i registeret viser til det.")) from feil


def setninger(modell: type[models.Model]) -> Setninger:
    """What each constraint of the model says to people; one without words of its own is a fault in the program."""
    return {
        regel.name: (None, lambda regel=regel: str(regel.violation_error_message))
        for regel in _regler(modell)
        if regel.violation_error_message != regel.default_violation_error_message
    }


def _regler(modell: type[models.Model]) -> Iterable[models.BaseConstraint]:
    return modell._meta.constraints


def _delt(modell: type[models.Model], felt: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The row's own columns, and its relations to many."""
    mange = {navn for navn in felt if modell._meta.get_field(navn).many_to_many}
    return {n: v for n, v in felt.items() if n not in mange}, {n: v for n, v in felt.items() if n in mange}


def _sett(rad: models.Model, felt: Mapping[str, Any]) -> None:
    for navn, verdi in felt.items():
        setattr(rad, navn, verdi)


def _sett_mange(rad: models.Model, felt: Mapping[str, Any]) -> None:
    for navn, verdi in felt.items():
        getattr(rad, navn).set(verdi)
