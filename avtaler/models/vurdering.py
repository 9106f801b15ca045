"""Judging what we have: anonymous yellow notes, a verdict per arrangement, conferences and discussion documents."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kommuner.models import Part, Region

from .avtale import Avtale
from .dokument import Dokument
from .idee import Ide
from .runde import Runde


class Konferanse(models.Model):
    """A joint conference, such as felles formannskapskonferanse."""

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="konferanser", verbose_name=_("region"))
    tittel = models.CharField(_("tittel"), max_length=200)
    dato = models.DateField(_("dato"))
    sted = models.CharField(_("sted"), max_length=200, blank=True)
    program = models.TextField(_("program"), blank=True)
    oppsummering = models.TextField(_("oppsummering"), blank=True)
    er_eksempel = models.BooleanField(default=False)
    kilde = models.CharField(max_length=300, blank=True)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-dato", "pk")

    def __str__(self) -> str:
        return self.tittel

    def get_absolute_url(self) -> str:
        return reverse("avtaler:konferanse", args=[self.pk])


class Lapperunde(models.Model):
    """An anonymous round of yellow notes: everybody writes, all hang up (needs 4.13).

    ``avtrykk`` is the SHA-256 of the secret in the address that participants without a login are given.
    """

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="lapperunder", verbose_name=_("region"))
    konferanse = models.ForeignKey(
        Konferanse, null=True, blank=True, on_delete=models.SET_NULL, related_name="lapperunder",
        verbose_name=_("konferanse"),
    )  # fmt: skip
    tittel = models.CharField(_("tittel"), max_length=200)
    spoersmaal = models.TextField(_("spørsmål"))
    fra = models.DateField(_("åpner"))
    til = models.DateField(_("siste dag"))
    hengt_opp = models.DateField(null=True, blank=True, help_text="When the notes were hung up before the last day.")
    avtrykk = models.CharField(max_length=64, blank=True)
    er_eksempel = models.BooleanField(default=False)
    kilde = models.CharField(max_length=300, blank=True)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-fra", "pk")
        constraints = (
            models.CheckConstraint(
                name="lapperunde_i_rekkefolge",
                condition=Q(til__gte=models.F("fra")),
                violation_error_message=_("Siste dag kan ikke være før runden åpner."),
            ),
        )

    def __str__(self) -> str:
        return self.tittel

    def get_absolute_url(self) -> str:
        return reverse("avtaler:lapperunde", args=[self.pk])


class Lappegruppe(models.Model):
    """Notes that say the same, and the answer they got."""

    lapperunde = models.ForeignKey(Lapperunde, on_delete=models.CASCADE, related_name="grupper")
    navn = models.CharField(_("tema"), max_length=120)
    rekkefoelge = models.PositiveSmallIntegerField(default=0)
    svar = models.TextField(_("svar"), blank=True)
    svar_dato = models.DateField(_("svart"), null=True, blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("rekkefoelge", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("lapperunde", "navn"),
                name="lappegruppe_ett_navn",
                violation_error_message=_("Det er alt et tema som heter dette."),
            ),
        )

    def __str__(self) -> str:
        return self.navn


class Lapp(models.Model):
    """One note. Who wrote it is not known here, nor when: only which municipality, when the writer says so."""

    lapperunde = models.ForeignKey(Lapperunde, on_delete=models.CASCADE, related_name="lapper")
    part = models.ForeignKey(
        Part, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("kommune")
    )
    tekst = models.CharField(_("lapp"), max_length=500)
    gruppe = models.ForeignKey(
        Lappegruppe, null=True, blank=True, on_delete=models.SET_NULL, related_name="lapper", verbose_name=_("tema")
    )
    stokket = models.UUIDField(
        primary_key=True, default=uuid4, help_text="A random key, and the only one: a number would tell the order."
    )
    er_eksempel = models.BooleanField(default=False)

    class Meta:
        ordering = ("stokket",)

    def __str__(self) -> str:
        return self.tekst[:60]


class Vurdering(models.Model):
    """What one municipality thinks should become of one arrangement, and why (needs 4.23)."""

    class Dom(models.TextChoices):
        AVVIKLE = "avvikle", _("avvikle")
        VIDEREFOERE = "viderefoere", _("videreføre")
        UTVIKLE = "utvikle", _("videreutvikle")

    avtale = models.ForeignKey(Avtale, on_delete=models.CASCADE, related_name="vurderinger")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="vurderinger", verbose_name=_("kommune"))
    konferanse = models.ForeignKey(
        Konferanse, null=True, blank=True, on_delete=models.SET_NULL, related_name="vurderinger",
        verbose_name=_("konferanse"),
    )  # fmt: skip
    dom = models.CharField(_("hva bør skje?"), max_length=12, choices=Dom)
    begrunnelse = models.TextField(_("hvorfor?"))
    dato = models.DateField(_("dato"))
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-dato", "part__sortering", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("avtale", "part", "dato"),
                name="vurdering_en_om_dagen",
                violation_error_message=_("Kommunen har alt en vurdering fra denne dagen. Endre den i stedet."),
            ),
            models.CheckConstraint(name="vurdering_er_begrunnet", condition=~Q(begrunnelse="")),
        )

    def __str__(self) -> str:
        return f"{self.part}: {self.avtale}, {self.get_dom_display()}"


class Saksforslag(models.Model):
    """One line of the draft case list that a conference gives the councils (needs 4.25)."""

    konferanse = models.ForeignKey(Konferanse, on_delete=models.CASCADE, related_name="saksforslag")
    rekkefoelge = models.PositiveSmallIntegerField()
    tittel = models.CharField(_("tittel"), max_length=200)
    tekst = models.TextField(_("hva rådene bes om"), blank=True)
    avtale = models.ForeignKey(Avtale, null=True, blank=True, on_delete=models.SET_NULL, related_name="saksforslag")
    ide = models.ForeignKey(Ide, null=True, blank=True, on_delete=models.SET_NULL, related_name="saksforslag")
    lappegruppe = models.ForeignKey(
        Lappegruppe, null=True, blank=True, on_delete=models.SET_NULL, related_name="saksforslag"
    )
    runde = models.ForeignKey(Runde, null=True, blank=True, on_delete=models.SET_NULL, related_name="saksforslag")
    tatt_ut = models.BooleanField(default=False, help_text="Removed by a person: not proposed again.")
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("rekkefoelge", "pk")

    def __str__(self) -> str:
        return self.tittel


class Diskusjonsdokument(models.Model):
    """Concrete alternatives side by side, for a common discussion before anything is proposed (needs 4.22)."""

    region = models.ForeignKey(
        Region, on_delete=models.CASCADE, related_name="diskusjonsdokumenter", verbose_name=_("region")
    )
    avtale = models.ForeignKey(
        Avtale, null=True, blank=True, on_delete=models.SET_NULL, related_name="diskusjonsdokumenter",
        verbose_name=_("gjelder avtalen"),
    )  # fmt: skip
    ide = models.ForeignKey(
        Ide, null=True, blank=True, on_delete=models.SET_NULL, related_name="diskusjonsdokumenter",
        verbose_name=_("gjelder ideen"),
    )  # fmt: skip
    analyse = models.ForeignKey(
        Dokument, null=True, blank=True, on_delete=models.SET_NULL, related_name="diskusjonsdokumenter",
        verbose_name=_("analysen som ligger til grunn"),
    )  # fmt: skip
    runde = models.ForeignKey(
        Runde, null=True, blank=True, on_delete=models.SET_NULL, related_name="diskusjonsdokumenter",
        verbose_name=_("bakgrunn for saken"),
    )  # fmt: skip
    tittel = models.CharField(_("tittel"), max_length=200)
    spoersmaal = models.TextField(_("hva skal vi diskutere?"))
    bakgrunn = models.TextField(_("bakgrunn"), blank=True)
    dato = models.DateField(_("dato"))
    er_utkast = models.BooleanField(_("utkast"), default=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-dato", "pk")

    def __str__(self) -> str:
        return self.tittel

    def get_absolute_url(self) -> str:
        return reverse("avtaler:diskusjon", args=[self.pk])


class Alternativ(models.Model):
    """One alternative of a discussion document."""

    dokument = models.ForeignKey(Diskusjonsdokument, on_delete=models.CASCADE, related_name="alternativer")
    rekkefoelge = models.PositiveSmallIntegerField()
    navn = models.CharField(_("alternativ"), max_length=120)
    beskrivelse = models.TextField(_("hva det går ut på"))
    fordeler = models.TextField(_("fordeler"), blank=True)
    ulemper = models.TextField(_("ulemper"), blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("rekkefoelge", "pk")
        constraints = (models.UniqueConstraint(fields=("dokument", "rekkefoelge"), name="alternativ_en_plass"),)

    def __str__(self) -> str:
        return self.navn


class Alternativkostnad(models.Model):
    """What one municipality would pay a year under one alternative, in øre."""

    alternativ = models.ForeignKey(Alternativ, on_delete=models.CASCADE, related_name="kostnader")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="+", verbose_name=_("kommune"))
    beloep_oere = models.BigIntegerField(_("per år"), help_text="Øre a year.")
    er_eksempel = models.BooleanField(default=False)

    class Meta:
        ordering = ("part__sortering", "pk")
        constraints = (models.UniqueConstraint(fields=("alternativ", "part"), name="alternativkostnad_en_per_kommune"),)

    def __str__(self) -> str:
        return f"{self.part}: {self.alternativ}"
