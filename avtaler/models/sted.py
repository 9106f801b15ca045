"""Where the cooperation is: offices, branch offices, and the posts that sit there (needs 0.11, 0.17, 4.9)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kommuner.models import Part
from kommuner.models.felles import til_etter_fra

from .avtale import Avtale


class Stedstype(models.TextChoices):
    """What is in the place."""

    HOVEDKONTOR = "hovedkontor", _("hovedkontor")
    AVDELINGSKONTOR = "avdelingskontor", _("avdelingskontor")
    ARBEIDSSTED = "arbeidssted", _("arbeidssted")
    ANLEGG = "anlegg", _("anlegg eller område")


class Sted(models.Model):
    """A place of an agreement in a municipality, with its posts (årsverk), in a period."""

    avtale = models.ForeignKey(Avtale, on_delete=models.CASCADE, related_name="steder")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="steder", verbose_name=_("kommune"))
    type = models.CharField(_("hva som er her"), max_length=20, choices=Stedstype, default=Stedstype.AVDELINGSKONTOR)
    navn = models.CharField(_("navn"), max_length=120, blank=True)
    aarsverk = models.DecimalField(_("årsverk"), max_digits=6, decimal_places=2, null=True, blank=True)
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til"), null=True, blank=True)
    merknad = models.CharField(_("merknad"), max_length=300, blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("part__sortering", "fra", "pk")
        constraints = (
            til_etter_fra("sted_til_etter_fra"),
            models.CheckConstraint(
                name="sted_aarsverk_ikke_negativt",
                condition=models.Q(aarsverk__isnull=True) | models.Q(aarsverk__gte=0),
            ),
        )

    def __str__(self) -> str:
        return self.navn or f"{self.get_type_display()}, {self.part}"
