"""One proposal on its way through the councils, and what each of them decided."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kommuner.models import Part

from .avtale import Avtale


class Rundeslag(models.TextChoices):
    """What the councils are asked to decide."""

    OPPRETTE = "opprette", _("opprette samarbeidet")
    ENDRE = "endre", _("endre avtalen")
    UTVIDE = "utvide", _("ta opp ny deltaker")
    TRE_UT = "tre_ut", _("tre ut")
    OMDANNE = "omdanne", _("omdanne samarbeidet")
    OPPLOESE = "opploese", _("oppløse samarbeidet")
    HANDLINGSPLAN = "handlingsplan", _("handlingsplan")
    EIERSKAPSMELDING = "eierskapsmelding", _("eierskapsmelding")


class Runde(models.Model):
    """A proposal that every participating council must treat in a window of dates (both ends inclusive)."""

    avtale = models.ForeignKey(Avtale, on_delete=models.CASCADE, related_name="runder")
    slag = models.CharField(max_length=20, choices=Rundeslag)
    tittel = models.CharField(max_length=200)
    tilraadd_dato = models.DateField(null=True, blank=True)
    tilraadd_av = models.CharField(max_length=200, blank=True)
    forslag = models.TextField(help_text="The proposed words that every council is asked to adopt.")
    maalform = models.CharField(max_length=2, default="nb")
    vindu_fra = models.DateField(null=True, blank=True)
    vindu_til = models.DateField(null=True, blank=True)
    avtalt_ikrafttreden = models.DateField(null=True, blank=True)
    er_eksempel = models.BooleanField(default=False)

    class Meta:
        ordering = ("-vindu_til", "pk")
        constraints = (
            models.CheckConstraint(
                name="runde_vindu_i_rekkefolge",
                condition=models.Q(vindu_fra__isnull=True)
                | models.Q(vindu_til__isnull=True)
                | models.Q(vindu_til__gte=models.F("vindu_fra")),
            ),
        )

    def __str__(self) -> str:
        return self.tittel

    def get_absolute_url(self) -> str:
        return reverse("avtaler:runde", args=[self.pk])


class Vedtaksstatus(models.TextChoices):
    """Where one council is (law.md §4: suggested states)."""

    IKKE_SENDT = "ikke_sendt", _("ikke sendt")
    MOTTATT = "mottatt", _("mottatt")
    PAA_SAKLISTA = "paa_saklista", _("på saklista")
    LIKELYDENDE = "likelydende", _("vedtatt likelydende")
    AVVIK = "avvik", _("vedtatt med avvik")
    AVVIST = "avvist", _("avvist")
    UTSATT = "utsatt", _("utsatt")


class Raadsvedtak(models.Model):
    """One council's treatment of one round: date, case number, exact words and vote."""

    runde = models.ForeignKey(Runde, on_delete=models.CASCADE, related_name="vedtak")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="raadsvedtak")
    status = models.CharField(_("status"), max_length=20, choices=Vedtaksstatus, default=Vedtaksstatus.IKKE_SENDT)
    dato = models.DateField(_("møtedato"), null=True, blank=True)
    saksnummer = models.CharField(_("saksnummer"), max_length=40, blank=True)
    ordlyd = models.TextField(_("vedtakets ordlyd"), blank=True)
    stemmer_for = models.PositiveSmallIntegerField(_("stemmer for"), null=True, blank=True)
    stemmer_mot = models.PositiveSmallIntegerField(_("stemmer mot"), null=True, blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("part__sortering", "pk")
        constraints = (
            models.UniqueConstraint(fields=("runde", "part"), name="raadsvedtak_ett_per_kommune"),
            models.CheckConstraint(
                name="raadsvedtak_behandlet_har_dato",
                condition=~models.Q(status__in=["likelydende", "avvik", "avvist"]) | models.Q(dato__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.part}: {self.get_status_display()}"
