"""Whose reports a reader may see: those of the municipalities they see everything of."""

from collections.abc import Iterable

from django.db import models

from kommuner.models import Part
from kommuner.tilgang import Innsyn


class RapportjobbQuerySet(models.QuerySet):
    """Every list, page and download of reports starts with ``for_user``."""

    def for_user(self, innsyn: Innsyn) -> "RapportjobbQuerySet":
        """The reports of the reader's own municipalities and their predecessors."""
        return self if innsyn.er_administrator else self.filter(part__in=innsyn.parter)


class BestillingQuerySet(models.QuerySet):
    """Orders of reports."""

    def for_user(self, innsyn: Innsyn) -> "BestillingQuerySet":
        """The orders of which the reader may see every report."""
        if innsyn.er_administrator:
            return self
        return self._bare_om(innsyn.parter)

    def som_kan_bestilles_av(self, innsyn: Innsyn) -> "BestillingQuerySet":
        """The orders the reader could have made: of all their reports."""
        return self if innsyn.er_administrator else self._bare_om(innsyn.bestiller_for)

    def _bare_om(self, parter: Iterable[int]) -> "BestillingQuerySet":
        """The orders whose every report is about one of the parties; an order without reports is nobody's."""
        andre = Part.objects.exclude(pk__in=parter)
        return self.exclude(jobber__part__in=andre).filter(jobber__isnull=False).distinct()
