"""The organs of an agreement and the posts in them. Only holders of public office are named."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kommuner.models import Part
from kommuner.models.felles import til_etter_fra

from .avtale import Avtale


class Organtype(models.TextChoices):
    """The kinds of organ that the five sources name."""

    REPRESENTANTSKAP = "representantskap", _("representantskap")
    STYRE = "styre", _("styre")
    NEMND = "nemnd", _("felles folkevalgt nemnd")
    STYRINGSGRUPPE = "styringsgruppe", _("styringsgruppe")
    RAADMANNSGRUPPE = "raadmannsgruppe", _("rådmannsgruppe")
    GENERALFORSAMLING = "generalforsamling", _("generalforsamling")
    AARSMOETE = "aarsmoete", _("årsmøte")
    ANNET = "annet", _("annet organ")


class Organ(models.Model):
    """One organ of one agreement."""

    avtale = models.ForeignKey(Avtale, on_delete=models.CASCADE, related_name="organer")
    type = models.CharField(max_length=20, choices=Organtype)
    navn = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.navn or self.get_type_display()


class Verv(models.Model):
    """A seat in an organ, held for a party in a period."""

    class Rolle(models.TextChoices):
        LEDER = "leder", _("leder")
        NESTLEDER = "nestleder", _("nestleder")
        MEDLEM = "medlem", _("medlem")
        VARAMEDLEM = "vara", _("varamedlem")

    organ = models.ForeignKey(Organ, on_delete=models.CASCADE, related_name="verv")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="verv")
    navn = models.CharField(max_length=200, help_text="The holder of public office, or the office itself.")
    rolle = models.CharField(max_length=10, choices=Rolle, default=Rolle.MEDLEM)
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)
    er_eksempel = models.BooleanField(default=False)

    class Meta:
        ordering = ("organ", "rolle", "navn", "pk")
        constraints = (til_etter_fra("verv_til_etter_fra"),)

    def __str__(self) -> str:
        return f"{self.navn}, {self.get_rolle_display()}"
