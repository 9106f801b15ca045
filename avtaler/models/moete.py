"""Meetings of the organs: what is on the agenda, what came of it, who reported home, and what a board raised."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from avtaler.querysets import KunngjoeringQuerySet, MoeteQuerySet
from kommuner.models import Part

from .avtale import Avtale
from .organ import Organ
from .runde import Runde


class Moetestatus(models.TextChoices):
    """Where a meeting is."""

    PLANLAGT = "planlagt", _("planlagt")
    INNKALT = "innkalt", _("innkalt")
    HOLDT = "holdt", _("holdt")
    AVLYST = "avlyst", _("avlyst")


class Moete(models.Model):
    """One meeting of one organ.

    Where the law opens the organ's doors, the forms ask for the ground when they are closed (koml. § 11-5).
    """

    organ = models.ForeignKey(Organ, on_delete=models.CASCADE, related_name="moeter")
    tittel = models.CharField(_("tittel"), max_length=200, blank=True)
    dato = models.DateField(_("dato"))
    klokka = models.TimeField(_("klokka"), null=True, blank=True)
    sted = models.CharField(_("sted"), max_length=200, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Moetestatus, default=Moetestatus.PLANLAGT)
    innkalt = models.DateField(_("innkalling sendt"), null=True, blank=True)
    er_aapent = models.BooleanField(_("åpent for alle"), default=True)
    lukket_hjemmel = models.CharField(_("hjemmel for å lukke"), max_length=120, blank=True)
    lenke = models.URLField(_("lenke til sakspapirene"), blank=True)
    referat = models.TextField(_("møtebok eller referat"), blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    objects = MoeteQuerySet.as_manager()

    class Meta:
        ordering = ("-dato", "pk")

    def __str__(self) -> str:
        return self.tittel or f"{self.organ} {self.dato}"

    def get_absolute_url(self) -> str:
        return reverse("avtaler:moete", args=[self.pk])


class Initiativ(models.Model):
    """A matter one organ raises on its own initiative for the one above it (Sogn KO, purpose c)."""

    class Status(models.TextChoices):
        REIST = "reist", _("reist")
        PAA_SAKLISTA = "paa_saklista", _("på saklista")
        VEDTATT = "vedtatt", _("vedtatt")
        AVVIST = "avvist", _("avvist")
        SENDT_RAADENE = "sendt_raadene", _("sendt kommunestyrene")

    fra_organ = models.ForeignKey(Organ, on_delete=models.CASCADE, related_name="initiativer")
    til_organ = models.ForeignKey(Organ, on_delete=models.PROTECT, related_name="mottatte_initiativer")
    tittel = models.CharField(_("tittel"), max_length=200)
    tekst = models.TextField(_("hva saken gjelder"))
    dato = models.DateField(_("reist"))
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.REIST)
    behandlet = models.DateField(_("behandlet"), null=True, blank=True)
    svar = models.TextField(_("hva som ble bestemt"), blank=True)
    runde = models.ForeignKey(
        Runde, null=True, blank=True, on_delete=models.SET_NULL, related_name="initiativer",
        verbose_name=_("saken i kommunestyrene"),
    )  # fmt: skip
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-dato", "pk")
        constraints = (
            models.CheckConstraint(
                name="initiativ_svar_har_dato",
                condition=~Q(status__in=["vedtatt", "avvist", "sendt_raadene"]) | Q(behandlet__isnull=False),
                violation_error_message=_("Skriv når organet behandlet saken."),
            ),
        )

    def __str__(self) -> str:
        return self.tittel


class Moetesak(models.Model):
    """One item on an agenda, what was decided, and who follows it up by when (needs 4.4, 4.12)."""

    class Slag(models.TextChoices):
        VEDTAK = "vedtak", _("vedtakssak")
        DROEFTING = "droefting", _("drøfting")
        ORIENTERING = "orientering", _("orientering")

    moete = models.ForeignKey(Moete, on_delete=models.CASCADE, related_name="saker")
    rekkefoelge = models.PositiveSmallIntegerField(_("nummer"))
    tittel = models.CharField(_("tittel"), max_length=200)
    slag = models.CharField(_("slag"), max_length=12, choices=Slag, default=Slag.VEDTAK)
    saksnummer = models.CharField(_("saksnummer"), max_length=40, blank=True)
    avtale = models.ForeignKey(
        Avtale, null=True, blank=True, on_delete=models.SET_NULL, related_name="moetesaker",
        verbose_name=_("gjelder avtalen"),
    )  # fmt: skip
    runde = models.ForeignKey(
        Runde, null=True, blank=True, on_delete=models.SET_NULL, related_name="moetesaker",
        verbose_name=_("saken i kommunestyrene"),
    )  # fmt: skip
    initiativ = models.ForeignKey(
        Initiativ, null=True, blank=True, on_delete=models.SET_NULL, related_name="moetesaker",
        verbose_name=_("initiativet det svarer på"),
    )  # fmt: skip
    er_lukket = models.BooleanField(_("saken behandles for lukkede dører"), default=False)
    lukket_hjemmel = models.CharField(_("hjemmel for å lukke"), max_length=120, blank=True)
    vedtak = models.TextField(_("vedtak"), blank=True)
    ansvarlig = models.CharField(_("følges opp av"), max_length=120, blank=True, help_text="An office, not a person.")
    frist = models.DateField(_("frist"), null=True, blank=True)
    utfoert = models.DateField(_("utført"), null=True, blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("moete", "rekkefoelge", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("moete", "rekkefoelge"), name="moetesak_en_plass",
                violation_error_message=_("Et annet punkt på saklista har dette nummeret."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.tittel


class Tilbakemelding(models.Model):
    """That a party's representatives have reported home from a meeting: when, and to whom (needs 4.3)."""

    moete = models.ForeignKey(Moete, on_delete=models.CASCADE, related_name="tilbakemeldinger")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="tilbakemeldinger", verbose_name=_("kommune"))
    dato = models.DateField(_("dato"))
    til_hvem = models.CharField(_("meldt til"), max_length=120, help_text="The owner organ, as a rule.")
    tekst = models.TextField(_("hva som ble meldt"), blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("moete", "part__sortering", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("moete", "part"), name="tilbakemelding_en_per_kommune",
                violation_error_message=_("Kommunen har alt meldt tilbake fra møtet."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.part}: {self.moete}"


class Kunngjoering(models.Model):
    """News of the cooperation for one or more of four audiences (9-K: politicians, employee representatives …)."""

    region = models.ForeignKey("kommuner.Region", on_delete=models.CASCADE, related_name="kunngjoeringer")
    avtale = models.ForeignKey(
        Avtale, null=True, blank=True, on_delete=models.CASCADE, related_name="kunngjoeringer",
        verbose_name=_("gjelder avtalen"),
    )  # fmt: skip
    tittel = models.CharField(_("tittel"), max_length=200)
    tekst = models.TextField(_("tekst"))
    dato = models.DateField(_("dato"))
    for_politikere = models.BooleanField(_("politikere"), default=True)
    for_tillitsvalgte = models.BooleanField(_("tillitsvalgte"), default=True)
    for_ansatte = models.BooleanField(_("ansatte"), default=True)
    for_innbyggere = models.BooleanField(_("innbyggere"), default=True)
    laget_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    objects = KunngjoeringQuerySet.as_manager()

    class Meta:
        ordering = ("-dato", "pk")

    def __str__(self) -> str:
        return self.tittel
