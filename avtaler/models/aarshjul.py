"""The year wheel: events people add to those that law and agreements give, links to calendars, and e-mail digests."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from avtaler.querysets import HjulhendelseQuerySet
from kommuner.models import Part, Region, Rolle
from kommuner.models.felles import til_etter_fra

from .avtale import Avtale, Klasse


class Gjentakelse(models.TextChoices):
    """How often an event comes again."""

    ALDRI = "aldri", _("bare denne gangen")
    MAANED = "maaned", _("hver måned")
    KVARTAL = "kvartal", _("hvert kvartal")
    HALVAAR = "halvaar", _("hvert halvår")
    AAR = "aar", _("hvert år")
    FIRE_AAR = "fire_aar", _("hvert fjerde år")


class Hjulhendelse(models.Model):
    """An event of a region's own in the year wheel; those of law and agreements are computed, not stored."""

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="hjulhendelser")
    avtale = models.ForeignKey(
        Avtale, null=True, blank=True, on_delete=models.CASCADE, related_name="hjulhendelser",
        verbose_name=_("gjelder avtalen"),
    )  # fmt: skip
    part = models.ForeignKey(
        Part, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("gjelder kommunen")
    )
    klasse = models.CharField(_("årshjul"), max_length=20, choices=Klasse)
    tittel = models.CharField(_("tittel"), max_length=200)
    beskrivelse = models.TextField(_("beskrivelse"), blank=True)
    roller = ArrayField(
        models.CharField(max_length=20, choices=Rolle), default=list, blank=True, verbose_name=_("for hvem"),
        help_text="Empty: everybody.",
    )  # fmt: skip
    fra = models.DateField(_("første gang"))
    til = models.DateField(_("ikke etter"), null=True, blank=True, help_text="The first day it no longer comes.")
    varer_dager = models.PositiveSmallIntegerField(_("varer i dager"), default=1)
    gjentas = models.CharField(_("gjentas"), max_length=10, choices=Gjentakelse, default=Gjentakelse.AAR)
    kan_paavirkes = models.BooleanField(_("kommunen kan påvirke dette"), default=False)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    objects = HjulhendelseQuerySet.as_manager()

    class Meta:
        ordering = ("fra", "pk")
        constraints = (
            til_etter_fra("hjulhendelse_til_etter_fra"),
            models.CheckConstraint(name="hjulhendelse_varer", condition=Q(varer_dager__gte=1)),
        )

    def __str__(self) -> str:
        return self.tittel


class Kalenderlenke(models.Model):
    """A secret address where a calendar programme fetches one person's events. Only the hash of the secret is kept."""

    bruker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="kalenderlenker")
    navn = models.CharField(_("navn"), max_length=80)
    avtrykk = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the 256-bit secret.")
    region = models.ForeignKey(
        Region, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("region")
    )
    part = models.ForeignKey(
        Part, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("kommune")
    )
    klasse = models.CharField(_("årshjul"), max_length=20, choices=Klasse, blank=True, help_text="Empty: both.")
    maalform = models.CharField(max_length=2, default="nb")
    opprettet = models.DateTimeField()
    sist_hentet = models.DateField(null=True, blank=True)
    tilbakekalt = models.DateTimeField(null=True, blank=True)
    sekvenser = models.JSONField(
        default=dict,
        blank=True,
        help_text="UID: [fingerprint, SEQUENCE] as last told, so that only a change raises it.",
    )

    class Meta:
        ordering = ("-opprettet", "pk")

    def __str__(self) -> str:
        return self.navn


class Sammendrag(models.Model):
    """How often one person wants an e-mail of what is coming."""

    class Hyppighet(models.TextChoices):
        ALDRI = "aldri", _("aldri")
        UKE = "uke", _("hver uke")
        MAANED = "maaned", _("hver måned")

    bruker = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sammendrag")
    hyppighet = models.CharField(_("e-post med det som kommer"), max_length=10, choices=Hyppighet)
    sist_sendt = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.bruker}: {self.get_hyppighet_display()}"
