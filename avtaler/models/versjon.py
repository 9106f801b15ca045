"""The agreement's text: a version with one clause per statutory item, and clauses beside the law's list."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .avtale import Avtale
from .runde import Runde


class Avtaleversjon(models.Model):
    """One wording of the agreement, in force from a date; without ``fra`` it is a draft of the next one."""

    avtale = models.ForeignKey(Avtale, on_delete=models.CASCADE, related_name="versjoner")
    nummer = models.PositiveSmallIntegerField(default=1)
    fra = models.DateField(_("gjelder fra"), null=True, blank=True)
    maalform = models.CharField(_("målform"), max_length=2, default="nb")
    merknad = models.CharField(_("hva som er endret"), max_length=300, blank=True)
    runde = models.ForeignKey(
        Runde, null=True, blank=True, on_delete=models.SET_NULL, related_name="versjoner",
        help_text="The council round that adopted it, or is to.",
    )  # fmt: skip
    versjon = models.PositiveIntegerField(default=1, help_text="Raised at every change of this wording.")

    class Meta:
        ordering = ("-nummer",)
        constraints = (models.UniqueConstraint(fields=("avtale", "nummer"), name="avtaleversjon_ett_nummer"),)

    def __str__(self) -> str:
        return f"{self.avtale}, versjon {self.nummer}"


class Bestemmelse(models.Model):
    """What the agreement says about one item of the statutory checklist (``krav`` is its code in the rules).

    A clause beside the list has no ``krav`` but a ``tittel`` and a place among its like.
    """

    versjon = models.ForeignKey(Avtaleversjon, on_delete=models.CASCADE, related_name="bestemmelser")
    krav = models.CharField(max_length=20, blank=True)
    tittel = models.CharField(max_length=120, blank=True)
    rekkefoelge = models.PositiveSmallIntegerField(default=0)
    tekst = models.TextField()

    class Meta:
        ordering = ("krav", "rekkefoelge", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("versjon", "krav"), condition=~models.Q(krav=""), name="bestemmelse_en_per_krav"
            ),
            models.CheckConstraint(
                condition=~models.Q(krav="") | ~models.Q(tittel=""), name="bestemmelse_krav_eller_tittel"
            ),
        )

    def __str__(self) -> str:
        return f"{self.krav or self.tittel}: {self.tekst[:60]}"
