"""Projects: the six steps of 9-K, who takes part, how mature they are, and what comes after."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from avtaler.querysets import ProsjektQuerySet
from kommuner.models import Part, Region
from kommuner.models.felles import sorteringsnoekkel, til_etter_fra, uten_overlapp

from .avtale import Avtale
from .organ import Organ
from .saertrekk import Opphav, Utviklingstema


class Prosjektklasse(models.TextChoices):
    """The two classes of 9-K."""

    AREAL_NAERING = "areal_naering", _("areal og næring")
    DRIFT = "drift", _("drift")


class Prosjektstatus(models.TextChoices):
    """Whether the project goes on."""

    PAAGAAENDE = "paagaaende", _("pågående")
    AVSLUTTET = "avsluttet", _("avsluttet")
    STANSET = "stanset", _("stanset")


class Prosjekt(models.Model):
    """A project of a region, as a rule under one of its agreements; municipalities choose freely which to join."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="prosjekter", verbose_name=_("region"))
    avtale = models.ForeignKey(
        Avtale, null=True, blank=True, on_delete=models.PROTECT, related_name="prosjekter",
        verbose_name=_("under avtalen"),
    )  # fmt: skip
    navn = models.CharField(_("navn"), max_length=200)
    beskrivelse = models.TextField(_("hva prosjektet skal gjøre"), blank=True)
    klasse = models.CharField(_("klasse"), max_length=20, choices=Prosjektklasse)
    status = models.CharField(_("status"), max_length=12, choices=Prosjektstatus, default=Prosjektstatus.PAAGAAENDE)
    merknad = models.CharField(_("merknad"), max_length=200, blank=True, help_text="«til behandling i kommunestyrene»")
    opphav = models.CharField(_("opphav"), max_length=20, choices=Opphav, blank=True)
    tema = ArrayField(
        models.CharField(max_length=20, choices=Utviklingstema), default=list, blank=True, verbose_name=_("tema")
    )
    gruppe = models.ForeignKey(
        Organ, null=True, blank=True, on_delete=models.SET_NULL, related_name="prosjekter",
        verbose_name=_("prosjektgruppe"),
    )  # fmt: skip
    ansvarlig = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="prosjekter",
        verbose_name=_("driver"), help_text="The one who drives it (needs 3.13).",
    )  # fmt: skip
    neste_dato = models.DateField(_("neste dato"), null=True, blank=True)
    neste = models.CharField(_("neste skritt"), max_length=200, blank=True)
    fra = models.DateField(_("fra"), null=True, blank=True)
    til = models.DateField(_("avsluttet"), null=True, blank=True)
    etterfoelger = models.ForeignKey(
        Avtale, null=True, blank=True, on_delete=models.SET_NULL, related_name="kom_av_prosjekt",
        verbose_name=_("videreført i"), help_text="The arrangement the project became (step 6).",
    )  # fmt: skip
    viderefoert = models.CharField(
        _("videreført hvordan"), max_length=200, blank=True, help_text="When no new arrangement: in each organisation."
    )
    kostnad_oere = models.BigIntegerField(_("kostnadsramme"), null=True, blank=True, help_text="Øre, for the whole.")
    er_eksempel = models.BooleanField(default=False)
    eksempel_merknad = models.CharField(max_length=300, blank=True)
    kilde = models.CharField(_("kilde"), max_length=300, blank=True)
    versjon = models.PositiveIntegerField(default=1)
    sortering = sorteringsnoekkel("navn")

    objects = ProsjektQuerySet.as_manager()

    class Meta:
        ordering = ("sortering", "pk")
        constraints = (
            til_etter_fra("prosjekt_til_etter_fra"),
            models.CheckConstraint(
                name="prosjekt_kostnad_ikke_negativ", condition=Q(kostnad_oere__isnull=True) | Q(kostnad_oere__gte=0)
            ),
        )

    def __str__(self) -> str:
        return self.navn

    def get_absolute_url(self) -> str:
        return reverse("avtaler:prosjekt", args=[self.pk])


class Prosjektsteg(models.Model):
    """One of the six steps. Steps 2 and 4 need each council; 3 and 5 may be declined (needs 2.18)."""

    class Status(models.TextChoices):
        VENTER = "venter", _("ikke begynt")
        PAAGAAR = "paagaar", _("pågår")
        FERDIG = "ferdig", _("ferdig")
        FRAFALT = "frafalt", _("frafalt")

    prosjekt = models.ForeignKey(Prosjekt, on_delete=models.CASCADE, related_name="steg")
    nummer = models.PositiveSmallIntegerField()
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.VENTER)
    begynt = models.DateField(_("begynt"), null=True, blank=True)
    ferdig = models.DateField(_("ferdig eller frafalt"), null=True, blank=True)
    godkjent_av = models.CharField(_("godkjent av"), max_length=120, blank=True)
    merknad = models.TextField(_("merknad"), blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("prosjekt", "nummer")
        constraints = (
            models.UniqueConstraint(fields=("prosjekt", "nummer"), name="prosjektsteg_en_gang"),
            models.CheckConstraint(name="prosjektsteg_en_til_seks", condition=Q(nummer__gte=1, nummer__lte=6)),
            models.CheckConstraint(
                name="prosjektsteg_bare_utredning_og_iverksetting_frafaller",
                condition=~Q(status="frafalt") | Q(nummer__in=[3, 5]),
            ),
        )

    def __str__(self) -> str:
        return f"{self.prosjekt}: {self.nummer}"


class Stegvedtak(models.Model):
    """What one council decided in step 2 or 4 of a project."""

    class Svar(models.TextChoices):
        IKKE_BEHANDLET = "ikke_behandlet", _("ikke behandlet")
        BLIR_MED = "blir_med", _("blir med")
        MED_MERKNAD = "med_merknad", _("blir med, med merknad")
        IKKE_MED = "ikke_med", _("blir ikke med")
        UTSATT = "utsatt", _("utsatt")

    steg = models.ForeignKey(Prosjektsteg, on_delete=models.CASCADE, related_name="vedtak")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="stegvedtak")
    svar = models.CharField(_("svar"), max_length=20, choices=Svar, default=Svar.IKKE_BEHANDLET)
    dato = models.DateField(_("møtedato"), null=True, blank=True)
    saksnummer = models.CharField(_("saksnummer"), max_length=40, blank=True)
    merknad = models.TextField(_("merknad"), blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("steg", "part__sortering", "pk")
        constraints = (
            models.UniqueConstraint(fields=("steg", "part"), name="stegvedtak_ett_per_kommune"),
            models.CheckConstraint(
                name="stegvedtak_behandlet_har_dato",
                condition=Q(svar__in=["ikke_behandlet", "utsatt"]) | Q(dato__isnull=False),
                violation_error_message=_("Skriv møtedatoen når kommunestyret har behandlet saken."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.part}: {self.get_svar_display()}"


class Prosjektdeltakelse(models.Model):
    """A party's part in a project; joining changes nothing in what the cooperation costs (needs 2.8, 2.9)."""

    class Rolle(models.TextChoices):
        DELTAKER = "deltaker", _("deltaker")
        PROSJEKTEIER = "prosjekteier", _("prosjekteier")
        PARTNER = "partner", _("samarbeidspartner")
        LEVERANDOER = "leverandoer", _("leverandør")
        INFORMERT = "informert", _("holdes informert")

    prosjekt = models.ForeignKey(Prosjekt, on_delete=models.CASCADE, related_name="deltakelser")
    part = models.ForeignKey(
        Part, on_delete=models.PROTECT, related_name="prosjektdeltakelser", verbose_name=_("deltaker")
    )
    rolle = models.CharField(_("rolle"), max_length=20, choices=Rolle, default=Rolle.DELTAKER)
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til"), null=True, blank=True)
    til_foer_nei = models.DateField(
        null=True,
        blank=True,
        help_text="What «til» was before its council said no: it stands again if that is put right.",
    )
    egeninnsats = models.CharField(_("egeninnsats"), max_length=200, blank=True, help_text="What it puts in, in kind.")
    egeninnsats_timer = models.DecimalField(
        _("egeninnsats i timer"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("part__sortering", "fra", "pk")
        constraints = (
            til_etter_fra("prosjektdeltakelse_til_etter_fra"),
            uten_overlapp("prosjektdeltakelse_en_gang_om_gangen", "prosjekt", "part"),
            models.CheckConstraint(
                name="prosjektdeltakelse_timer_ikke_negative",
                condition=Q(egeninnsats_timer__isnull=True) | Q(egeninnsats_timer__gte=0),
            ),
        )

    def __str__(self) -> str:
        return f"{self.part} i {self.prosjekt}"


class Modenhetssvar(models.Model):
    """The answer to one question of the maturity check before the councils (needs 2.21)."""

    class Svar(models.TextChoices):
        JA = "ja", _("ja")
        DELVIS = "delvis", _("delvis")
        NEI = "nei", _("nei")

    prosjekt = models.ForeignKey(Prosjekt, on_delete=models.CASCADE, related_name="modenhet")
    kode = models.CharField(max_length=40, help_text="A question of regler/modenhet.yaml.")
    svar = models.CharField(_("svar"), max_length=10, choices=Svar)
    merknad = models.CharField(_("merknad"), max_length=300, blank=True)
    er_eksempel = models.BooleanField(default=False)

    class Meta:
        ordering = ("prosjekt", "kode")
        constraints = (models.UniqueConstraint(fields=("prosjekt", "kode"), name="modenhetssvar_ett_per_spoersmaal"),)

    def __str__(self) -> str:
        return f"{self.prosjekt}: {self.kode}"
