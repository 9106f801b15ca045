"""Who pays for a project, on what terms, and what it saves. Kroner here; own effort in kind is never mixed in."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kommuner.models import Part

from .avtale import Avtale
from .prosjekt import Prosjekt


class Finansiering(models.Model):
    """One funder's part of a project: amount in øre, condition, and the day the offer ends (needs 3.7, 3.9)."""

    class Type(models.TextChoices):
        TILSKUDD = "tilskudd", _("tilskudd")
        KOMMUNEANDEL = "kommuneandel", _("andel fra kommunene")
        SELSKAP = "selskap", _("fra selskap eller privat")
        LAAN = "laan", _("lån")

    class Status(models.TextChoices):
        SOEKT = "soekt", _("søkt")
        INNVILGET = "innvilget", _("innvilget")
        UTBETALT = "utbetalt", _("utbetalt")
        AVSLAATT = "avslaatt", _("avslått")

    prosjekt = models.ForeignKey(Prosjekt, on_delete=models.CASCADE, related_name="finansiering")
    navn = models.CharField(_("finansieres av"), max_length=200)
    part = models.ForeignKey(
        Part, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("part i registeret")
    )
    type = models.CharField(_("type"), max_length=20, choices=Type, default=Type.TILSKUDD)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.SOEKT)
    beloep_oere = models.BigIntegerField(_("beløp"), null=True, blank=True, help_text="Øre; empty when not known.")
    utbetalt_oere = models.BigIntegerField(_("utbetalt hittil"), default=0, help_text="Øre.")
    vilkaar = models.TextField(_("vilkår"), blank=True)
    frist = models.DateField(_("gjelder til"), null=True, blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                name="finansiering_ikke_negativ",
                condition=(Q(beloep_oere__isnull=True) | Q(beloep_oere__gte=0)) & Q(utbetalt_oere__gte=0),
            ),
            models.CheckConstraint(
                name="finansiering_ikke_mer_enn_innvilget",
                condition=Q(beloep_oere__isnull=True, utbetalt_oere=0) | Q(utbetalt_oere__lte=models.F("beloep_oere")),
                violation_error_message=_("Det kan ikke være utbetalt mer enn beløpet."),
            ),
        )

    def __str__(self) -> str:
        return self.navn


class Gevinst(models.Model):
    """What a project or an agreement is to give: the baseline, what is expected, and what was measured (3.8, 1.10)."""

    prosjekt = models.ForeignKey(Prosjekt, null=True, blank=True, on_delete=models.CASCADE, related_name="gevinster")
    avtale = models.ForeignKey(Avtale, null=True, blank=True, on_delete=models.CASCADE, related_name="gevinster")
    navn = models.CharField(_("gevinst"), max_length=200)
    enhet = models.CharField(_("enhet"), max_length=40, help_text="«kr per år», «saker per årsverk».")
    er_kroner = models.BooleanField(_("måles i kroner"), default=False, help_text="Then a matter of money.")
    lavere_er_bedre = models.BooleanField(_("lavere er bedre"), default=True)
    grunnlinje = models.DecimalField(_("grunnlinje"), max_digits=16, decimal_places=2, null=True, blank=True)
    grunnlinje_dato = models.DateField(_("målt"), null=True, blank=True)
    forventet = models.DecimalField(_("forventet"), max_digits=16, decimal_places=2, null=True, blank=True)
    forventet_dato = models.DateField(_("nådd innen"), null=True, blank=True)
    maalt = models.DecimalField(_("målt resultat"), max_digits=16, decimal_places=2, null=True, blank=True)
    maalt_dato = models.DateField(_("målt"), null=True, blank=True)
    merknad = models.TextField(_("merknad"), blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                name="gevinst_hoerer_til_ett",
                condition=Q(prosjekt__isnull=False, avtale__isnull=True)
                | Q(prosjekt__isnull=True, avtale__isnull=False),
            ),
            models.CheckConstraint(
                name="gevinst_maalt_mot_grunnlinje",
                condition=Q(maalt__isnull=True) | Q(grunnlinje__isnull=False),
                violation_error_message=_("Skriv grunnlinja før resultatet: Uten den kan ingen si hva som ble spart."),
            ),
        )

    def __str__(self) -> str:
        return self.navn
