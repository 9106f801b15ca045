"""Reusable filters on the ground floor's tables."""

from datetime import date

from django.db import models
from django.db.models import Q


def gyldig(dato: date, prefiks: str = "") -> Q:
    """Rows whose period [fra, til) holds ``dato``; an empty end is open."""
    fra, til = f"{prefiks}fra", f"{prefiks}til"
    return (Q(**{f"{fra}__isnull": True}) | Q(**{f"{fra}__lte": dato})) & (
        Q(**{f"{til}__isnull": True}) | Q(**{f"{til}__gt": dato})
    )


def loepende_eller_kommende(dato: date | None, prefiks: str = "") -> Q:
    """Rows whose period has not ended on ``dato``; without a date, those that have no end."""
    til = f"{prefiks}til"
    aapen = Q(**{f"{til}__isnull": True})
    return aapen | Q(**{f"{til}__gt": dato}) if dato else aapen


class PartQuerySet(models.QuerySet):
    """Filters on parties."""

    def kommuner(self) -> "PartQuerySet":
        return self.filter(type="kommune")

    def gjeldende(self, dato: date) -> "PartQuerySet":
        return self.filter(gyldig(dato))
