"""Reusable filters on agreements and documents: in force on a date, of a municipality, within a reader's scope."""

from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef, Q

from kommuner.querysets import gyldig, loepende_eller_kommende
from kommuner.tilgang import Innsyn


class AvtaleQuerySet(models.QuerySet):
    """Every page, report and export of agreements starts with ``for_user`` and goes through these."""

    def for_user(self, innsyn: Innsyn) -> "AvtaleQuerySet":
        """Agreements the reader may see at all: published ones, and drafts of their own regions.

        A draft is open to those it is sent to: the parties whose councils a locked round asks.
        """
        if innsyn.er_administrator:
            return self
        spurt = self.model.objects.filter(runder__laast__isnull=False, runder__vedtak__part__in=innsyn.parter)
        sendt = Q(pk__in=spurt.order_by().values("pk"))
        return self.filter(Q(er_utkast=False) | Q(region__in=innsyn.regioner) | sendt)

    def med_oekonomi_for(self, innsyn: Innsyn) -> "AvtaleQuerySet":
        """Agreements whose money the reader may see: their own regions', and those their municipality is in."""
        if innsyn.er_administrator:
            return self
        egne = self.model.objects.filter(deltakelser__part__in=innsyn.parter).order_by().values("pk")
        return self.for_user(innsyn).filter(Q(region__in=innsyn.regioner) | Q(pk__in=egne))

    def med_historikk_for(self, innsyn: Innsyn) -> "AvtaleQuerySet":
        """Agreements whose change log the reader sees: those they keep, and those of a municipality they oversee.

        Overseen are the agreements the municipality is in, or is to be: one that has left follows them no more.
        """
        if innsyn.er_administrator:
            return self
        inne = loepende_eller_kommende(innsyn.dato, "deltakelser__")
        tilsyn = self.model.objects.filter(inne, deltakelser__part__in=innsyn.innsynsparter).order_by().values("pk")
        return self.for_user(innsyn).filter(Q(region__in=innsyn.regioner) | Q(pk__in=tilsyn))

    def gjeldende(self, dato: date) -> "AvtaleQuerySet":
        """In force on ``dato``."""
        return self.filter(gyldig(dato), er_utkast=False, fra__isnull=False)


class DokumentQuerySet(models.QuerySet):
    """Every list, page and download of documents starts with ``for_user``."""

    def for_user(self, innsyn: Innsyn) -> "DokumentQuerySet":
        """Public documents of agreements the reader may see; exempt ones for those with full insight in the agreement.

        Full insight have coordinators of the region, and those whose municipality takes part, or is to. One that has
        left sees what is dated while it was in (docs/valg/0006).
        """
        if innsyn.er_administrator:
            return self
        avtaler = self.model._meta.get_field("avtale").remote_field.model.objects
        offentlige = Q(er_offentlig=True, avtale__in=avtaler.for_user(innsyn).order_by().values("pk"))
        egne = avtaler.for_user(innsyn).filter(pk=OuterRef("avtale")).order_by()
        inne = loepende_eller_kommende(innsyn.dato, "deltakelser__") | gyldig(OuterRef("dato"), "deltakelser__")
        deltar = Exists(egne.filter(inne, deltakelser__part__in=innsyn.parter))
        return self.filter(offentlige | Q(avtale__region__in=innsyn.regioner) | deltar)


class ProsjektQuerySet(models.QuerySet):
    """Every list and page of projects starts with ``for_user``."""

    def for_user(self, innsyn: Innsyn) -> "ProsjektQuerySet":
        """Projects under an agreement the reader may see, and those under none."""
        if innsyn.er_administrator:
            return self
        avtaler = self.model._meta.get_field("avtale").remote_field.model.objects
        return self.filter(Q(avtale__isnull=True) | Q(avtale__in=avtaler.for_user(innsyn).order_by().values("pk")))

    def med_oekonomi_for(self, innsyn: Innsyn) -> "ProsjektQuerySet":
        """Projects whose money the reader may see: of their own regions, and those their municipality is in."""
        if innsyn.er_administrator:
            return self
        egne = self.model.objects.filter(deltakelser__part__in=innsyn.parter).order_by().values("pk")
        return self.for_user(innsyn).filter(Q(region__in=innsyn.regioner) | Q(pk__in=egne))
