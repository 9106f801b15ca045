"""The organs of an agreement or a region, their seats and the posts in them. Only public office is named."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from avtaler.querysets import OrganQuerySet
from kommuner.models import Part, Region
from kommuner.models.felles import til_etter_fra, uten_overlapp

from .avtale import Avtale


class Organtype(models.TextChoices):
    """The kinds of organ that the five sources name; ``regler/organer.yaml`` says what each may do."""

    REPRESENTANTSKAP = "representantskap", _("representantskap")
    STYRE = "styre", _("styre")
    NEMND = "nemnd", _("felles folkevalgt nemnd")
    KLAGENEMND = "klagenemnd", _("klagenemnd")
    GENERALFORSAMLING = "generalforsamling", _("generalforsamling")
    AARSMOETE = "aarsmoete", _("årsmøte")
    FELLES_FORMANNSKAP = "felles_formannskap", _("felles formannskap")
    FELLES_KOMMUNESTYRE = "felles_kommunestyre", _("felles kommunestyremøte")
    STYRINGSGRUPPE = "styringsgruppe", _("styringsgruppe")
    ARBEIDSUTVALG = "arbeidsutvalg", _("arbeidsutvalg")
    RAADMANNSGRUPPE = "raadmannsgruppe", _("rådmannsgruppe")
    PLANGRUPPE = "plangruppe", _("plangruppe")
    PROSJEKTGRUPPE = "prosjektgruppe", _("prosjektgruppe")
    SEKRETARIAT = "sekretariat", _("sekretariat")
    NETTVERK = "nettverk", _("fagnettverk")
    ANNET = "annet", _("annet organ")


class Beslutningsregel(models.TextChoices):
    """How the organ decides, when the agreement says something of it."""

    FLERTALL = "flertall", _("alminnelig flertall")
    KVALIFISERT = "kvalifisert", _("kvalifisert flertall")
    KONSENSUS = "konsensus", _("konsensus")
    RAADGIVENDE = "raadgivende", _("gir råd, beslutter ikke")


class Organ(models.Model):
    """One organ of one agreement, or of a region when it serves several agreements (felles formannskap)."""

    avtale = models.ForeignKey(Avtale, null=True, blank=True, on_delete=models.CASCADE, related_name="organer")
    region = models.ForeignKey(
        Region, null=True, blank=True, on_delete=models.CASCADE, related_name="organer",
        help_text="Only for an organ that belongs to no single agreement.",
    )  # fmt: skip
    overordnet = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="underordnede",
        verbose_name=_("overordnet organ"),
    )  # fmt: skip
    foelger = models.ManyToManyField(
        Avtale, blank=True, related_name="fulgt_av", verbose_name=_("følger også disse avtalene"),
        help_text="The agreements one organ has in its portfolio (needs 4.10).",
    )  # fmt: skip
    type = models.CharField(_("type"), max_length=20, choices=Organtype)
    navn = models.CharField(_("navn"), max_length=200, blank=True)
    myndighet = models.TextField(_("hva organet kan bestemme"), blank=True)
    beslutningsregel = models.CharField(_("slik vedtar det"), max_length=12, choices=Beslutningsregel, blank=True)
    vedtaksfoert = models.CharField(_("vedtaksført når"), max_length=120, blank=True)
    lederrolle = models.CharField(_("ledes av"), max_length=120, blank=True, help_text="An office: «en rådmann».")
    periode_aar = models.PositiveSmallIntegerField(_("valgperiode i år"), null=True, blank=True)
    moeter_aarlig = models.PositiveSmallIntegerField(_("møter minst, per år"), null=True, blank=True)
    innkalling_dager = models.PositiveSmallIntegerField(
        _("innkalles dager før"), null=True, blank=True, help_text="By the agreement; the law may ask for more."
    )
    krever_tillitsvalgt = models.BooleanField(
        _("de ansatte skal være representert"), default=False, help_text="By the rules of the cooperation (needs 2.15)."
    )
    tillitsvalgt_unntak = models.CharField(_("unntak, med grunn"), max_length=300, blank=True)
    fra = models.DateField(_("fra"), null=True, blank=True)
    til = models.DateField(_("til"), null=True, blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    objects = OrganQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = (
            til_etter_fra("organ_til_etter_fra"),
            models.CheckConstraint(
                name="organ_hoerer_til_ett_sted",
                condition=Q(avtale__isnull=False, region__isnull=True) | Q(avtale__isnull=True, region__isnull=False),
            ),
            models.CheckConstraint(
                name="organ_ikke_over_seg_selv", condition=Q(overordnet__isnull=True) | ~Q(overordnet=models.F("pk"))
            ),
        )

    def __str__(self) -> str:
        return self.navn or self.get_type_display()

    def get_absolute_url(self) -> str:
        return reverse("avtaler:organ", args=[self.pk])

    @property
    def regionens_pk(self) -> int:
        """The region whose coordinators keep the organ."""
        return self.avtale.region_id if self.avtale_id else self.region_id


class Setetall(models.Model):
    """How many members and deputies one party has in an organ, in a period."""

    organ = models.ForeignKey(Organ, on_delete=models.CASCADE, related_name="setetall")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="setetall", verbose_name=_("valgt av"))
    medlemmer = models.PositiveSmallIntegerField(_("medlemmer"))
    varamedlemmer = models.PositiveSmallIntegerField(_("varamedlemmer"), default=0)
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til"), null=True, blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("organ", "part__sortering", "fra", "pk")
        constraints = (
            til_etter_fra("setetall_til_etter_fra"),
            uten_overlapp("setetall_ett_om_gangen", "organ", "part"),
        )

    def __str__(self) -> str:
        return f"{self.part}: {self.medlemmer} + {self.varamedlemmer}"


class Verv(models.Model):
    """A seat in an organ, held for a party in a period. Employees are named by their organisation only."""

    class Rolle(models.TextChoices):
        LEDER = "leder", _("leder")
        NESTLEDER = "nestleder", _("nestleder")
        MEDLEM = "medlem", _("medlem")
        VARAMEDLEM = "vara", _("varamedlem")
        OBSERVATOER = "observatoer", _("observatør")
        TILLITSVALGT = "tillitsvalgt", _("representant for de ansatte")
        SEKRETAER = "sekretaer", _("sekretær")

    organ = models.ForeignKey(Organ, on_delete=models.CASCADE, related_name="verv")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="verv", verbose_name=_("valgt av"))
    navn = models.CharField(_("navn"), max_length=200, help_text="The holder of public office, or the office itself.")
    parti = models.CharField(_("parti"), max_length=60, blank=True, help_text="Only of the elected, who stood for it.")
    rolle = models.CharField(_("rolle"), max_length=12, choices=Rolle, default=Rolle.MEDLEM)
    plass = models.PositiveSmallIntegerField(_("varaplass"), null=True, blank=True, help_text="1 is asked first.")
    valgt_dato = models.DateField(_("valgt"), null=True, blank=True)
    saksnummer = models.CharField(_("saksnummer"), max_length=40, blank=True)
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til"), null=True, blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("organ", "rolle", "navn", "pk")
        constraints = (til_etter_fra("verv_til_etter_fra"),)

    def __str__(self) -> str:
        return f"{self.navn}, {self.get_rolle_display()}"


#: Those who decide, and those who are chosen for a term.
MEDLEMMER = frozenset({Verv.Rolle.LEDER, Verv.Rolle.NESTLEDER, Verv.Rolle.MEDLEM})
VALGTE = MEDLEMMER | {Verv.Rolle.VARAMEDLEM}
