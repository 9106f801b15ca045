"""Whose reports a reader may see: those of the municipalities they see everything of."""

from django.db import models

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
        andres = self.model.jobber.rel.model.objects.exclude(part__in=innsyn.parter)
        return self.exclude(jobber__in=andres).filter(jobber__isnull=False).distinct()
