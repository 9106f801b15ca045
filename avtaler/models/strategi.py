"""Strategy: vision, legs, goals, themes and ways in order, and the measures and cases that carry it out."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kommuner.models import Part, Region

from .avtale import Avtale
from .prosjekt import Prosjekt
from .runde import Runde


class Strategi(models.Model):
    """A region's strategy for a period of years (both inclusive), as adopted."""

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="strategier", verbose_name=_("region"))
    avtale = models.ForeignKey(
        Avtale, null=True, blank=True, on_delete=models.SET_NULL, related_name="strategier",
        verbose_name=_("vedtatt i"), help_text="The regional council whose councils treat its plans of action.",
    )  # fmt: skip
    tittel = models.CharField(_("tittel"), max_length=200)
    visjon = models.CharField(_("visjon"), max_length=300, blank=True)
    slagord = models.CharField(_("slagord"), max_length=200, blank=True)
    fra_aar = models.PositiveSmallIntegerField(_("fra år"), null=True, blank=True)
    til_aar = models.PositiveSmallIntegerField(_("til og med år"), null=True, blank=True)
    vedtatt = models.DateField(_("vedtatt"), null=True, blank=True)
    maalform = models.CharField(_("målform"), max_length=2, default="nb")
    er_eksempel = models.BooleanField(default=False)
    kilde = models.CharField(_("kilde"), max_length=300, blank=True)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-fra_aar", "pk")
        constraints = (
            models.CheckConstraint(
                name="strategi_aar_i_rekkefolge",
                condition=Q(fra_aar__isnull=True) | Q(til_aar__isnull=True) | Q(til_aar__gte=F("fra_aar")),
                violation_error_message=_("Siste år kan ikke være før det første."),
            ),
        )

    def __str__(self) -> str:
        return self.tittel

    def get_absolute_url(self) -> str:
        return reverse("avtaler:strategi", args=[self.pk])


class Strategipunkt(models.Model):
    """One point of the strategy's tree, in its own words; ordered among those under the same point."""

    class Slag(models.TextChoices):
        MAAL = "maal", _("mål")
        BEIN = "bein", _("hovedretning")
        TEMA = "tema", _("tema")
        SATSINGSOMRAADE = "satsingsomraade", _("satsingsområde")
        PILAR = "pilar", _("pilar")
        VEI = "vei", _("slik gjør vi det")
        PREMISS = "premiss", _("premiss")

    strategi = models.ForeignKey(Strategi, on_delete=models.CASCADE, related_name="punkter")
    over = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="under", verbose_name=_("under")
    )
    slag = models.CharField(_("slag"), max_length=16, choices=Slag)
    rekkefoelge = models.PositiveSmallIntegerField(_("nummer"))
    tekst = models.CharField(_("tekst"), max_length=300)
    forklaring = models.TextField(_("forklaring"), blank=True)
    avtaler = models.ManyToManyField(Avtale, blank=True, related_name="strategipunkter", verbose_name=_("avtaler"))
    prosjekter = models.ManyToManyField(
        Prosjekt, blank=True, related_name="strategipunkter", verbose_name=_("prosjekter")
    )
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("rekkefoelge", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("strategi", "over", "slag", "rekkefoelge"), name="strategipunkt_en_plass",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="strategipunkt_ikke_under_seg_selv", condition=Q(over__isnull=True) | ~Q(over=F("pk"))
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.tekst


class Tiltaksstatus(models.TextChoices):
    """How far a measure has come."""

    PLANLAGT = "planlagt", _("planlagt")
    I_GANG = "i_gang", _("i gang")
    FULLFOERT = "fullfoert", _("fullført")
    UTSATT = "utsatt", _("utsatt")
    AVLYST = "avlyst", _("avlyst")


class Tiltak(models.Model):
    """A measure with its years (both inclusive), who drives it and the next date."""

    strategi = models.ForeignKey(Strategi, on_delete=models.CASCADE, related_name="tiltak")
    punkt = models.ForeignKey(
        Strategipunkt, null=True, blank=True, on_delete=models.SET_NULL, related_name="tiltak",
        verbose_name=_("hører til"),
    )  # fmt: skip
    tittel = models.CharField(_("tiltak"), max_length=200)
    beskrivelse = models.TextField(_("beskrivelse"), blank=True)
    fra_aar = models.PositiveSmallIntegerField(_("fra år"))
    til_aar = models.PositiveSmallIntegerField(_("til og med år"))
    status = models.CharField(_("status"), max_length=12, choices=Tiltaksstatus, default=Tiltaksstatus.PLANLAGT)
    part = models.ForeignKey(
        Part,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="tiltak",
        verbose_name=_("ansvarlig kommune"),
    )
    ansvarlig = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="tiltak",
        verbose_name=_("driver"),
    )  # fmt: skip
    neste_dato = models.DateField(_("neste dato"), null=True, blank=True)
    avtale = models.ForeignKey(
        Avtale, null=True, blank=True, on_delete=models.SET_NULL, related_name="tiltak", verbose_name=_("avtale")
    )
    prosjekt = models.ForeignKey(
        Prosjekt, null=True, blank=True, on_delete=models.SET_NULL, related_name="tiltak", verbose_name=_("prosjekt")
    )
    resultat = models.TextField(_("resultat"), blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("fra_aar", "pk")
        constraints = (
            models.CheckConstraint(
                name="tiltak_aar_i_rekkefolge",
                condition=Q(til_aar__gte=F("fra_aar")),
                violation_error_message=_("Siste år kan ikke være før det første."),
            ),
        )

    def __str__(self) -> str:
        return self.tittel


class Frontsak(models.Model):
    """A case the region fronts together: what, towards whom, through which channel, and when (needs 1.9)."""

    class Status(models.TextChoices):
        PLANLAGT = "planlagt", _("planlagt")
        I_ARBEID = "i_arbeid", _("i arbeid")
        NAADD = "naadd", _("nådd fram")
        TAPT = "tapt", _("ikke nådd fram")

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="frontsaker")
    punkt = models.ForeignKey(
        Strategipunkt, null=True, blank=True, on_delete=models.SET_NULL, related_name="frontsaker",
        verbose_name=_("hører til i strategien"),
    )  # fmt: skip
    tittel = models.CharField(_("sak"), max_length=200)
    maal = models.TextField(_("hva vi vil oppnå"), blank=True)
    prioritet = models.PositiveSmallIntegerField(_("prioritet"), help_text="1 comes first.")
    rettet_mot = models.CharField(_("rettet mot"), max_length=200, help_text="«Stortingets transportkomité»")
    kanal = models.CharField(_("kanal"), max_length=200, blank=True, help_text="«høring», «møte med statsråden»")
    dato = models.DateField(_("når det avgjøres"), null=True, blank=True)
    neste = models.CharField(_("neste skritt"), max_length=200, blank=True)
    neste_dato = models.DateField(_("neste dato"), null=True, blank=True)
    ansvarlig = models.CharField(_("ansvarlig"), max_length=120, blank=True, help_text="An office.")
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PLANLAGT)
    resultat = models.TextField(_("resultat"), blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("prioritet", "pk")

    def __str__(self) -> str:
        return self.tittel


class Handlingsplan(models.Model):
    """The plan of action for one year: its measures are those of the year; each council treats it in a round."""

    strategi = models.ForeignKey(Strategi, on_delete=models.CASCADE, related_name="handlingsplaner")
    aar = models.PositiveSmallIntegerField(_("år"))
    innledning = models.TextField(_("innledning"), blank=True)
    runde = models.ForeignKey(
        Runde, null=True, blank=True, on_delete=models.SET_NULL, related_name="handlingsplaner",
        verbose_name=_("saken i kommunestyrene"),
    )  # fmt: skip
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-aar", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("strategi", "aar"), name="handlingsplan_en_per_aar",
                violation_error_message=_("Strategien har alt en handlingsplan for dette året."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.strategi} {self.aar}"
