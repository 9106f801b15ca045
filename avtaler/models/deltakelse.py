"""Who takes part in an agreement, in which role, with what share, and when."""

from fractions import Fraction

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kommuner.models import Part
from kommuner.models.felles import til_etter_fra, uten_overlapp

from .avtale import Avtale


class Deltakerrolle(models.TextChoices):
    """What a party is in an agreement; a partner without obligations is also listed."""

    DELTAKER = "deltaker", _("deltaker")
    VERTSKOMMUNE = "vertskommune", _("vertskommune")
    KONTORKOMMUNE = "kontorkommune", _("kontorkommune")
    SAMARBEIDSKOMMUNE = "samarbeidskommune", _("samarbeidskommune")
    OBSERVATOER = "observatoer", _("observatør")
    TILSKUDDSGIVER = "tilskuddsgiver", _("tilskuddsgiver")
    SEKRETARIATSVERT = "sekretariatsvert", _("vert for sekretariatet")
    PROSJEKTDELTAKER = "prosjektdeltaker", _("deltaker i enkeltprosjekt")
    INFORMERT = "informert", _("holdes informert")
    LEVERANDOER = "leverandoer", _("leverandør")


def _andel_lovlig(prefiks: str) -> Q:
    teller, nevner = f"{prefiks}_teller", f"{prefiks}_nevner"
    tom = Q(**{f"{teller}__isnull": True, f"{nevner}__isnull": True})
    return tom | Q(**{f"{teller}__gte": 0, f"{nevner}__gt": 0, f"{teller}__lte": F(nevner)})


class Deltakelse(models.Model):
    """One party's part in one agreement in one period. Shares are exact fractions of the whole."""

    avtale = models.ForeignKey(Avtale, on_delete=models.CASCADE, related_name="deltakelser")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="deltakelser", verbose_name=_("deltaker"))
    rolle = models.CharField(_("rolle"), max_length=20, choices=Deltakerrolle, default=Deltakerrolle.DELTAKER)
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til"), null=True, blank=True)
    eierandel_teller = models.PositiveBigIntegerField(null=True, blank=True)
    eierandel_nevner = models.PositiveBigIntegerField(null=True, blank=True)
    ansvarsandel_teller = models.PositiveBigIntegerField(null=True, blank=True)
    ansvarsandel_nevner = models.PositiveBigIntegerField(null=True, blank=True)
    medlemmer = models.PositiveSmallIntegerField(_("medlemmer i øverste organ"), null=True, blank=True)
    varamedlemmer = models.PositiveSmallIntegerField(_("varamedlemmer"), null=True, blank=True)
    stemmer = models.PositiveSmallIntegerField(_("stemmer"), null=True, blank=True)
    del_av = models.CharField(
        _("del av kommunen"), max_length=80, blank=True, help_text="Empty: the whole municipality («Lyngdal (nord)»)."
    )
    oppsagt = models.DateField(_("sagt opp"), null=True, blank=True, help_text="The day notice was given.")
    merknad = models.CharField(_("merknad"), max_length=300, blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("part__sortering", "fra", "pk")
        constraints = (
            til_etter_fra("deltakelse_til_etter_fra"),
            uten_overlapp("deltakelse_en_gang_om_gangen", "avtale", "part", "del_av"),
            models.CheckConstraint(name="deltakelse_eierandel_lovlig", condition=_andel_lovlig("eierandel")),
            models.CheckConstraint(name="deltakelse_ansvarsandel_lovlig", condition=_andel_lovlig("ansvarsandel")),
        )

    def __str__(self) -> str:
        return f"{self.part} i {self.avtale}"

    @property
    def eierandel(self) -> Fraction | None:
        return _broek(self.eierandel_teller, self.eierandel_nevner)

    @eierandel.setter
    def eierandel(self, andel: Fraction | None) -> None:
        self.eierandel_teller, self.eierandel_nevner = _teller_nevner(andel)

    @property
    def ansvarsandel(self) -> Fraction | None:
        """The liability share; equal to the ownership share unless the agreement says otherwise."""
        return _broek(self.ansvarsandel_teller, self.ansvarsandel_nevner)

    @ansvarsandel.setter
    def ansvarsandel(self, andel: Fraction | None) -> None:
        self.ansvarsandel_teller, self.ansvarsandel_nevner = _teller_nevner(andel)


def _broek(teller: int | None, nevner: int | None) -> Fraction | None:
    return Fraction(teller, nevner) if teller is not None and nevner else None


def _teller_nevner(andel: Fraction | None) -> tuple[int | None, int | None]:
    return (andel.numerator, andel.denominator) if andel is not None else (None, None)
