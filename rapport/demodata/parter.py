"""Whom a number in the demo files names."""

from datetime import date

from kommuner.models import Identitet, Part
from kommuner.querysets import gyldig


def finn_part(nummer: str, dato: date) -> Part:
    """The municipality that had this number on the date, or first had it after."""
    identiteter = Identitet.objects.filter(nummer=nummer).select_related("part")
    treff = identiteter.filter(gyldig(dato)).first() or identiteter.filter(fra__gte=dato).first()
    if treff is None:
        raise LookupError(f"No municipality has number {nummer} on {dato}.")
    return treff.part
