"""Reusable filters on frozen splits."""

from datetime import date

from django.db import models


class FordelingQuerySet(models.QuerySet):
    """Splits that count: a replaced one is history."""

    def gjeldende(self) -> "FordelingQuerySet":
        return self.filter(erstattet_av__isnull=True)

    def paa(self, dato: date) -> "FordelingQuerySet":
        """The splits whose period holds ``dato``."""
        return self.gjeldende().filter(fra__lte=dato, til__gt=dato)
