"""The municipality's own words about its ownership, and the jobs that print its reports."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from avtaler.models import Avtale
from kommuner.models import Bruker, Part, Region, spor, uten_spor
from rapport.querysets import BestillingQuerySet, RapportjobbQuerySet


class Eierprinsipper(models.Model):
    """A municipality's principles of ownership for a council period (koml. § 26-1 a)."""

    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="eierprinsipper")
    fra_aar = models.PositiveSmallIntegerField()
    til_aar = models.PositiveSmallIntegerField()
    tekst = models.TextField()
    maalform = models.CharField(max_length=2, default="nb")
    vedtatt = models.DateField(null=True, blank=True)
    er_eksempel = models.BooleanField(default=False)

    class Meta:
        ordering = ("part", "-fra_aar")
        constraints = (models.UniqueConstraint(fields=("part", "fra_aar"), name="eierprinsipper_en_per_periode"),)

    def __str__(self) -> str:
        return f"{self.part} {self.fra_aar}–{self.til_aar}"


class Eierformaal(models.Model):
    """A municipality's purpose with its interest in one cooperation (koml. § 26-1 c)."""

    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="eierformaal")
    avtale = models.ForeignKey(Avtale, on_delete=models.CASCADE, related_name="eierformaal")
    tekst = models.TextField()
    maalform = models.CharField(max_length=2, default="nb")
    er_eksempel = models.BooleanField(default=False)

    class Meta:
        ordering = ("part", "avtale")
        constraints = (models.UniqueConstraint(fields=("part", "avtale"), name="eierformaal_ett_per_avtale"),)

    def __str__(self) -> str:
        return f"{self.part}: {self.avtale}"


class Oeyeblikksbilde(models.Model):
    """The frozen content of one report. HTML, PDF and JSON are all made from this, never from the live tables."""

    sha256 = models.CharField(max_length=64, unique=True)
    innhold = models.JSONField()
    opprettet = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.sha256[:12]


class Jobbstatus(models.TextChoices):
    """Where a report job is."""

    KOE = "koe", _("i kø")
    KJOERER = "kjoerer", _("lages nå")
    FERDIG = "ferdig", _("ferdig")
    FEILET = "feilet", _("feilet")


class Rapportjobb(models.Model):
    """One report to print. The row is the truth: Celery only carries its id, and running it twice changes nothing."""

    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="rapportjobber")
    dato = models.DateField(help_text="The report shows the municipality as of this date.")
    maalform = models.CharField(max_length=2)
    bilde = models.ForeignKey(Oeyeblikksbilde, on_delete=models.PROTECT, related_name="jobber")
    status = models.CharField(max_length=10, choices=Jobbstatus, default=Jobbstatus.KOE)
    forsoek = models.PositiveSmallIntegerField(default=0)
    laast_til = models.DateTimeField(null=True, blank=True)
    feilmelding = models.CharField(max_length=500, blank=True)
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    pdf_byte = models.PositiveIntegerField(null=True, blank=True)
    html_sha256 = models.CharField(max_length=64, blank=True)
    opprettet = models.DateTimeField(auto_now_add=True)
    sendt = models.DateTimeField(null=True, blank=True, help_text="When the job was last handed to the queue.")
    ferdig = models.DateTimeField(null=True, blank=True)

    objects = RapportjobbQuerySet.as_manager()

    class Meta:
        ordering = ("-opprettet", "-pk")
        constraints = (
            models.UniqueConstraint(fields=("part", "dato", "maalform", "bilde"), name="rapportjobb_en_per_innhold"),
            models.CheckConstraint(
                name="rapportjobb_ferdig_har_filer",
                condition=~models.Q(status="ferdig") | (~models.Q(pdf_sha256="") & ~models.Q(html_sha256="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.part} {self.dato} {self.maalform}"

    def get_absolute_url(self) -> str:
        return reverse("rapport:eierskapsmelding", args=[self.part.nummer, self.pk])


class Bestilling(models.Model):
    """One order: reports for one municipality, or for all in a region."""

    bestilt_av = models.ForeignKey(Bruker, null=True, on_delete=models.PROTECT, related_name="bestillinger")
    region = models.ForeignKey(Region, null=True, blank=True, on_delete=models.PROTECT)
    dato = models.DateField()
    tid = models.DateTimeField(auto_now_add=True)
    jobber = models.ManyToManyField(Rapportjobb, related_name="bestillinger")

    objects = BestillingQuerySet.as_manager()

    class Meta:
        ordering = ("-tid", "-pk")

    def __str__(self) -> str:
        return f"Bestilling {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("rapport:bestilling", args=[self.pk])


spor(Eierprinsipper, slag=_("prinsipper for eierskap"), navn="part__navn")
spor(Eierformaal, slag=_("formål med eierskapet"), navn="part__navn")
uten_spor(Oeyeblikksbilde, "frozen and known by its hash")
uten_spor(Rapportjobb, "the queue's memory: changed by machines many times a job")
uten_spor(Bestilling, "an order tells itself who gave it and when, and is never changed")
uten_spor(Bestilling.jobber.through, "made with the order")
