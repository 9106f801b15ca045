"""Dated figures about a party: population, and any other base a cost key needs."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .parter import Part


class Statistikk(models.Model):
    """One figure: party, variable, date, value and where it comes from."""

    class Kvalitet(models.TextChoices):
        ENDELIG = "endelig", _("endelig")
        FORELOEPIG = "forelopig", _("foreløpig")
        TILNAERMET = "tilnaermet", _("tilnærmet")
        EKSEMPEL = "eksempel", _("eksempeltall")

    part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="statistikk")
    variabel = models.CharField(max_length=40, default="folketall")
    dato = models.DateField()
    verdi = models.DecimalField(max_digits=18, decimal_places=4)
    kvalitet = models.CharField(max_length=12, choices=Kvalitet, default=Kvalitet.ENDELIG)
    kilde = models.CharField(max_length=200)
    hentet = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("part", "variabel", "dato")
        constraints = (
            models.UniqueConstraint(fields=("part", "variabel", "dato"), name="statistikk_ett_tall_per_dato"),
            models.CheckConstraint(name="statistikk_ikke_negativ", condition=models.Q(verdi__gte=0)),
        )

    def __str__(self) -> str:
        return f"{self.part} {self.variabel} {self.dato}: {self.verdi}"
