"""Keys, budgets and frozen splits. Money is whole øre; an adopted split is never changed (a trigger sees to it)."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from avtaler.models import Avtale
from kommuner.models import Bruker, Part, spor
from kommuner.models.felles import til_etter_fra
from kostnad.domene.feil import Noekkelfeil
from kostnad.domene.lesing import les_noekkel
from kostnad.domene.noekkelord import noekkel_i_ord
from kostnad.querysets import FordelingQuerySet


class Tellepunkt(models.TextChoices):
    """Which 1 January a statistic is taken from."""

    SAMME_AAR = "samme_aar", _("1. januar i budsjettåret")
    AARET_FOER = "aaret_foer", _("1. januar året før")


class Noekkel(models.Model):
    """A cost key as data: ordered steps in the format of docs/fordeling.md, in force from a year."""

    avtale = models.ForeignKey(Avtale, on_delete=models.PROTECT, related_name="noekler")
    versjon = models.PositiveSmallIntegerField()
    fra_aar = models.PositiveSmallIntegerField(_("gjelder fra og med budsjettåret"))
    steg = models.JSONField(help_text="List of steps, as in docs/fordeling.md.")
    avrunding = models.CharField(
        _("avrunding"), max_length=5, choices=[("krone", _("hele kroner")), ("oere", _("øre"))], default="krone"
    )
    tellepunkt = models.CharField(_("folketall per"), max_length=12, choices=Tellepunkt, default=Tellepunkt.SAMME_AAR)
    kilde = models.CharField(max_length=300, blank=True)
    er_eksempel = models.BooleanField(default=False)

    class Meta:
        ordering = ("avtale", "-versjon")
        constraints = (models.UniqueConstraint(fields=("avtale", "versjon"), name="noekkel_ett_versjonsnummer"),)

    def __str__(self) -> str:
        return f"{self.avtale}: nøkkel {self.versjon}"


class Budsjett(models.Model):
    """What an agreement costs in one year; empty amount where fees alone set the sum."""

    avtale = models.ForeignKey(Avtale, on_delete=models.PROTECT, related_name="budsjetter")
    aar = models.PositiveSmallIntegerField(_("år"))
    beloep_oere = models.BigIntegerField(_("beløp"), null=True, blank=True)
    kilde = models.CharField(max_length=300, blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("avtale", "-aar")
        constraints = (
            models.UniqueConstraint(fields=("avtale", "aar"), name="budsjett_ett_per_aar"),
            models.CheckConstraint(
                name="budsjett_ikke_negativt", condition=Q(beloep_oere__isnull=True) | Q(beloep_oere__gte=0)
            ),
        )

    def __str__(self) -> str:
        return f"{self.avtale} {self.aar}"


class Tilskudd(models.Model):
    """A grant that is taken off before the participants share the rest."""

    budsjett = models.ForeignKey(Budsjett, on_delete=models.CASCADE, related_name="tilskudd")
    navn = models.CharField(_("tilskudd"), max_length=200)
    beloep_oere = models.BigIntegerField(_("beløp"))

    class Meta:
        ordering = ("pk",)
        constraints = (models.CheckConstraint(name="tilskudd_ikke_negativt", condition=Q(beloep_oere__gte=0)),)

    def __str__(self) -> str:
        return self.navn


class Fordeling(models.Model):
    """An adopted split, frozen with its inputs and their hash. A correction is a new split that replaces this one."""

    avtale = models.ForeignKey(Avtale, on_delete=models.PROTECT, related_name="fordelinger")
    budsjett = models.ForeignKey(Budsjett, on_delete=models.PROTECT, related_name="fordelinger")
    noekkel = models.ForeignKey(Noekkel, on_delete=models.PROTECT, related_name="fordelinger")
    aar = models.PositiveSmallIntegerField()
    fra = models.DateField()
    til = models.DateField()
    inndata = models.JSONField(help_text="The assignment as docs/fordeling.md writes it, with names and statistics.")
    kilder = models.JSONField(default=list, help_text="Where each statistic came from.")
    format = models.PositiveSmallIntegerField(default=1, help_text="Which layout of the frozen data the hash is of.")
    sha256 = models.CharField(max_length=64, help_text="Of the canonical JSON of inputs and results.")
    til_fordeling_oere = models.BigIntegerField()
    er_eksempel = models.BooleanField(default=False)
    vedtatt_av = models.ForeignKey(Bruker, null=True, on_delete=models.PROTECT, related_name="+")
    vedtatt = models.DateTimeField(auto_now_add=True)
    erstatter = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="erstattet_av"
    )

    objects = FordelingQuerySet.as_manager()

    class Meta:
        ordering = ("avtale", "-aar", "-pk")
        constraints = (til_etter_fra("fordeling_til_etter_fra"),)

    def __str__(self) -> str:
        return f"{self.avtale} {self.aar}"

    def get_absolute_url(self) -> str:
        return reverse("kostnad:fordeling", args=[self.pk])


class Fordelingsdel(models.Model):
    """One participant's part of a frozen split, with its derivation."""

    fordeling = models.ForeignKey(Fordeling, on_delete=models.PROTECT, related_name="deler")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="fordelingsdeler")
    plass = models.PositiveSmallIntegerField()
    beloep_oere = models.BigIntegerField()
    andel = models.TextField(help_text="Exact share of the split sum as a fraction, «7/90».")
    ledd = models.JSONField(help_text="The derivation, item by item, in no language.")

    class Meta:
        ordering = ("fordeling", "plass")
        constraints = (models.UniqueConstraint(fields=("fordeling", "part"), name="fordelingsdel_en_per_part"),)

    def __str__(self) -> str:
        return f"{self.part}: {self.beloep_oere} øre"


def steg_i_ord(steg: list[Any], maalform: str) -> str:
    """The key as the change log shows it: a sentence for each step; participants by number."""
    try:
        return "\n".join(noekkel_i_ord(les_noekkel(steg), {}, maalform))
    except Noekkelfeil:
        return str(steg)


spor(Noekkel, slag=_("fordelingsnøkkel"), navn="versjon", oekonomi=True, i_ord={"steg": steg_i_ord})
spor(Budsjett, slag=_("budsjett"), navn="aar", oekonomi=True)
spor(Tilskudd, slag=_("tilskudd"), navn="navn", avtale="budsjett__avtale", oekonomi=True)
# Adopted splits are frozen with a hash of their own: the event says that, not the whole calculation once more.
spor(Fordeling, slag=_("vedtatt fordeling"), navn="aar", oekonomi=True, uten=("inndata", "kilder"))
spor(
    Fordelingsdel, slag=_("del av fordelingen"), navn="part__navn", avtale="fordeling__avtale", oekonomi=True,
    uten=("ledd",),
)  # fmt: skip
