"""What kind of cooperation an agreement is: how it came about, why, who decides, and its place on the scale."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kommuner.models import Part, Region
from kommuner.models.felles import til_etter_fra

from .avtale import Avtale


class Opphav(models.TextChoices):
    """How it came about: the three models of Vest-Telemark (needs 3.10)."""

    POLITISK = "politisk", _("politisk beslutning")
    SAK_TIL_SAK = "sak_til_sak", _("sak til sak")
    REGIONAL = "regional", _("regional beslutning")


class Utviklingstema(models.TextChoices):
    """The seven themes of development (Sogn 2019, needs 0.5)."""

    NAERING = "naering", _("næring og arbeidsplasser")
    BUSETTING = "busetting", _("bosetting")
    SAMFERDSEL = "samferdsel", _("samferdsel")
    OMDOEMME = "omdoemme", _("omdømme og merkevare")
    TETTSTED = "tettsted", _("tettstedsutvikling")
    FRIVILLIGHET = "frivillighet", _("frivillighet")
    KLIMA = "klima", _("klima og miljø")


class Motiv(models.TextChoices):
    """Why municipalities cooperate (9-K 2003, needs 2.1)."""

    BRUKERKRAV = "brukerkrav", _("nye krav fra brukerne")
    DOEGNAAPENT = "doegnaapent", _("døgnåpen forvaltning")
    INDIVIDUELT = "individuelt", _("individuelle løsninger")
    ARBEIDSKRAFT = "arbeidskraft", _("konkurranse om arbeidskraften")
    OEKONOMI = "oekonomi", _("presset økonomi")
    NYE_OPPGAVER = "nye_oppgaver", _("nye oppgaver til kommunene")


class Beslutningsnivaa(models.TextChoices):
    """Where the real decisions are made (needs 2.16)."""

    KOMMUNESTYRET = "kommunestyret", _("kommunestyrene")
    REPRESENTANTSKAP = "representantskap", _("representantskapet eller annet felles organ")
    STYRE = "styre", _("styret eller administrasjonen")


class Saertrekk(models.Model):
    """The traits of one agreement. ``styring`` places it from 1 (democratic control) to 5 (efficiency)."""

    avtale = models.OneToOneField(Avtale, on_delete=models.CASCADE, related_name="saertrekk")
    opphav = models.CharField(_("opphav"), max_length=20, choices=Opphav, blank=True)
    motiver = ArrayField(
        models.CharField(max_length=20, choices=Motiv), default=list, blank=True, verbose_name=_("motiver")
    )
    tema = ArrayField(
        models.CharField(max_length=20, choices=Utviklingstema), default=list, blank=True, verbose_name=_("tema")
    )
    beslutningsnivaa = models.CharField(_("beslutningsnivå"), max_length=20, choices=Beslutningsnivaa, blank=True)
    styring = models.PositiveSmallIntegerField(_("plass på skalaen"), null=True, blank=True)
    styring_begrunnelse = models.TextField(_("begrunnelse"), blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("avtale",)
        constraints = (
            models.CheckConstraint(
                name="saertrekk_skala_en_til_fem", condition=Q(styring__isnull=True) | Q(styring__range=(1, 5))
            ),
            models.CheckConstraint(
                name="saertrekk_plassering_er_begrunnet",
                condition=Q(styring__isnull=True) | ~Q(styring_begrunnelse=""),
                violation_error_message=_("Skriv hvorfor samarbeidet har denne plassen på skalaen."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.avtale}"


class Fellessystem(models.Model):
    """A system or asset that municipalities share (Vest-Telemark, needs 3.6)."""

    class Type(models.TextChoices):
        FAGSYSTEM = "fagsystem", _("fagsystem")
        LISENS = "lisens", _("felles lisens")
        SERVER = "server", _("servere og drift")
        NETT = "nett", _("nett og bredbånd")
        BYGG = "bygg", _("bygg og anlegg")
        UTSTYR = "utstyr", _("utstyr")

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="fellessystemer")
    avtale = models.ForeignKey(
        Avtale, null=True, blank=True, on_delete=models.SET_NULL, related_name="fellessystemer",
        verbose_name=_("under avtalen"),
    )  # fmt: skip
    navn = models.CharField(_("navn"), max_length=200)
    type = models.CharField(_("type"), max_length=12, choices=Type)
    drives_av = models.CharField(_("drives av"), max_length=200, blank=True, help_text="A supplier, or together.")
    driftspart = models.ForeignKey(
        Part, null=True, blank=True, on_delete=models.PROTECT, related_name="drifter", verbose_name=_("driftes i")
    )
    merknad = models.CharField(_("merknad"), max_length=300, blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("navn", "pk")

    def __str__(self) -> str:
        return self.navn


class Systembruk(models.Model):
    """That a municipality uses a shared system, in a period."""

    system = models.ForeignKey(Fellessystem, on_delete=models.CASCADE, related_name="bruk")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="systembruk", verbose_name=_("kommune"))
    fra = models.DateField(_("fra"), null=True, blank=True)
    til = models.DateField(_("til"), null=True, blank=True)
    merknad = models.CharField(_("merknad"), max_length=200, blank=True)
    er_eksempel = models.BooleanField(default=False)

    class Meta:
        ordering = ("part__sortering", "pk")
        constraints = (
            til_etter_fra("systembruk_til_etter_fra"),
            models.UniqueConstraint(
                fields=("system", "part"), condition=Q(til__isnull=True), name="systembruk_en_gang"
            ),
        )

    def __str__(self) -> str:
        return f"{self.part}: {self.system}"
