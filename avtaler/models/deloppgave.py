"""Part of an agreement with participants of its own (à la carte)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kommuner.models import Part
from kommuner.models.felles import til_etter_fra, uten_overlapp

from .avtale import Avtale, Oppgave


class Deloppgave(models.Model):
    """A sub-task of an agreement: some of the participants solve it together, others do not."""

    avtale = models.ForeignKey(Avtale, on_delete=models.CASCADE, related_name="deloppgaver")
    navn = models.CharField(_("navn"), max_length=200)
    oppgave = models.ForeignKey(
        Oppgave, null=True, blank=True, on_delete=models.PROTECT, related_name="deloppgaver", verbose_name=_("oppgave")
    )
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til"), null=True, blank=True)
    merknad = models.CharField(_("merknad"), max_length=300, blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("fra", "navn", "pk")
        constraints = (til_etter_fra("deloppgave_til_etter_fra"),)

    def __str__(self) -> str:
        return self.navn


class Deloppgavedeltakelse(models.Model):
    """One party's part in one sub-task in one period."""

    deloppgave = models.ForeignKey(Deloppgave, on_delete=models.CASCADE, related_name="deltakelser")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="deloppgavedeltakelser")
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til"), null=True, blank=True)

    class Meta:
        ordering = ("part__sortering", "fra", "pk")
        constraints = (
            til_etter_fra("deloppgavedeltakelse_til_etter_fra"),
            uten_overlapp("deloppgavedeltakelse_en_gang_om_gangen", "deloppgave", "part"),
        )

    def __str__(self) -> str:
        return f"{self.part} i {self.deloppgave}"
