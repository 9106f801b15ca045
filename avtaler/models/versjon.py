"""The agreement's text: a version with one clause per statutory item."""

from django.db import models

from .avtale import Avtale


class Avtaleversjon(models.Model):
    """One wording of the agreement, in force from a date."""

    avtale = models.ForeignKey(Avtale, on_delete=models.CASCADE, related_name="versjoner")
    nummer = models.PositiveSmallIntegerField(default=1)
    fra = models.DateField(null=True, blank=True)
    maalform = models.CharField(max_length=2, default="nb")

    class Meta:
        ordering = ("-nummer",)
        constraints = (models.UniqueConstraint(fields=("avtale", "nummer"), name="avtaleversjon_ett_nummer"),)

    def __str__(self) -> str:
        return f"{self.avtale}, versjon {self.nummer}"


class Bestemmelse(models.Model):
    """What the agreement says about one item of the statutory checklist (``krav`` is its code in the rules)."""

    versjon = models.ForeignKey(Avtaleversjon, on_delete=models.CASCADE, related_name="bestemmelser")
    krav = models.CharField(max_length=20)
    tekst = models.TextField()

    class Meta:
        ordering = ("krav",)
        constraints = (models.UniqueConstraint(fields=("versjon", "krav"), name="bestemmelse_en_per_krav"),)

    def __str__(self) -> str:
        return f"{self.krav}: {self.tekst[:60]}"
