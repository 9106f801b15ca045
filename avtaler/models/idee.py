"""The idea bank: proposed new cooperation, who wants it, how ready it is, and what it became."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kommuner.models import Part, Region
from kommuner.models.felles import sorteringsnoekkel

from .avtale import Avtale, Oppgave
from .prosjekt import Prosjekt
from .runde import Runde, Vedtaksstatus


class Idestatus(models.TextChoices):
    """Where an idea is on its way to an agreement; saying no is a normal end."""

    NY = "ny", _("ny")
    VURDERES = "vurderes", _("vurderes")
    FORSLAG = "forslag", _("blitt til et forslag")
    PROSJEKT = "prosjekt", _("blitt til et prosjekt")
    FORKASTET = "forkastet", _("sagt nei til")
    SLAATT_SAMMEN = "slaatt_sammen", _("slått sammen med en annen")


class Ide(models.Model):
    """One idea. ``oensket_med`` is as it was said («staten, fylkesmannen»); ``oensket`` are those we know."""

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="ideer", verbose_name=_("region"))
    tittel = models.CharField(_("idé"), max_length=200)
    beskrivelse = models.TextField(_("hva det kan bli"), blank=True)
    oppgave = models.ForeignKey(
        Oppgave, null=True, blank=True, on_delete=models.SET_NULL, related_name="ideer", verbose_name=_("oppgave")
    )
    bygger_paa = models.ForeignKey(
        Avtale, null=True, blank=True, on_delete=models.SET_NULL, related_name="ideer",
        verbose_name=_("bygger på avtalen"),
    )  # fmt: skip
    oensket_med = models.CharField(_("ønsket med"), max_length=200, blank=True)
    oensket = models.ManyToManyField(Part, blank=True, related_name="oensket_i", verbose_name=_("ønskede deltakere"))
    fra_hvem = models.CharField(
        _("kom fra"), max_length=120, blank=True, help_text="A meeting or an organ; no private persons."
    )
    dato = models.DateField(_("dato"))
    status = models.CharField(_("status"), max_length=20, choices=Idestatus, default=Idestatus.NY)
    slaatt_sammen_med = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="innlemmede",
        verbose_name=_("slått sammen med"),
    )  # fmt: skip
    avtale = models.ForeignKey(
        Avtale, null=True, blank=True, on_delete=models.SET_NULL, related_name="kom_av_ide",
        help_text="The draft agreement it became.",
    )  # fmt: skip
    runde = models.ForeignKey(
        Runde, null=True, blank=True, on_delete=models.SET_NULL, related_name="kom_av_ide",
        help_text="The case it became: one more in the agreement it builds on.",
    )  # fmt: skip
    prosjekt = models.ForeignKey(Prosjekt, null=True, blank=True, on_delete=models.SET_NULL, related_name="kom_av_ide")
    begrunnelse = models.TextField(_("begrunnelse"), blank=True, help_text="Why it was said no to.")
    ansvarlig = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="ideer",
        verbose_name=_("driver"),
    )  # fmt: skip
    neste_dato = models.DateField(_("neste dato"), null=True, blank=True)
    er_eksempel = models.BooleanField(default=False)
    kilde = models.CharField(max_length=300, blank=True)
    versjon = models.PositiveIntegerField(default=1)
    sortering = sorteringsnoekkel("tittel")

    class Meta:
        ordering = ("sortering", "pk")
        constraints = (
            models.CheckConstraint(
                name="ide_slaatt_sammen_med_en_annen",
                condition=Q(status="slaatt_sammen", slaatt_sammen_med__isnull=False) & ~Q(slaatt_sammen_med=F("pk"))
                | ~Q(status="slaatt_sammen") & Q(slaatt_sammen_med__isnull=True),
            ),
            models.CheckConstraint(
                name="ide_nei_er_begrunnet",
                condition=~Q(status="forkastet") | ~Q(begrunnelse=""),
                violation_error_message=_("Skriv hvorfor det ble sagt nei."),
            ),
        )

    def __str__(self) -> str:
        return self.tittel

    def get_absolute_url(self) -> str:
        return reverse("avtaler:ide", args=[self.pk])

    @property
    def er_blitt_til_noe(self) -> bool:
        """Whether it leads to something that is still there; a case that some council has said no to leads nowhere."""
        if self.status not in (Idestatus.FORSLAG, Idestatus.PROSJEKT):
            return False
        sak = self.runde is not None and not self.runde.vedtak.filter(status=Vedtaksstatus.AVVIST).exists()
        return bool(self.avtale_id or self.prosjekt_id or sak)


class Interesse(models.Model):
    """What one municipality says to an idea."""

    class Svar(models.TextChoices):
        VIL = "vil", _("vil være med")
        KANSKJE = "kanskje", _("kanskje")
        VIL_IKKE = "vil_ikke", _("vil ikke være med")

    ide = models.ForeignKey(Ide, on_delete=models.CASCADE, related_name="interesser")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="interesser", verbose_name=_("kommune"))
    svar = models.CharField(_("svar"), max_length=10, choices=Svar)
    merknad = models.CharField(_("merknad"), max_length=300, blank=True)
    dato = models.DateField(_("dato"))
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("part__sortering", "pk")
        constraints = (models.UniqueConstraint(fields=("ide", "part"), name="interesse_en_per_kommune"),)

    def __str__(self) -> str:
        return f"{self.part}: {self.get_svar_display()}"


class Klarhetssvar(models.Model):
    """The answer to one of Sogn's five challenges for a proposed arrangement (needs 0.11)."""

    class Svar(models.TextChoices):
        JA = "ja", _("på plass")
        DELVIS = "delvis", _("delvis")
        NEI = "nei", _("mangler")

    ide = models.ForeignKey(Ide, on_delete=models.CASCADE, related_name="klarhet")
    kode = models.CharField(max_length=40, help_text="A point of regler/klarhet.yaml.")
    svar = models.CharField(_("svar"), max_length=10, choices=Svar)
    merknad = models.CharField(_("merknad"), max_length=300, blank=True)
    er_eksempel = models.BooleanField(default=False)

    class Meta:
        ordering = ("ide", "kode")
        constraints = (models.UniqueConstraint(fields=("ide", "kode"), name="klarhetssvar_ett_per_punkt"),)

    def __str__(self) -> str:
        return f"{self.ide}: {self.kode}"


class Innbyggerinnspill(models.Model):
    """What an inhabitant says to an idea or an open proposal: no name is asked for, and nothing shows unread (4.8)."""

    class Status(models.TextChoices):
        NYTT = "nytt", _("ikke lest")
        VIST = "vist", _("vises")
        AVVIST = "avvist", _("vises ikke")

    ide = models.ForeignKey(Ide, null=True, blank=True, on_delete=models.CASCADE, related_name="innbyggerinnspill")
    runde = models.ForeignKey(Runde, null=True, blank=True, on_delete=models.CASCADE, related_name="innbyggerinnspill")
    part = models.ForeignKey(
        Part, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("jeg bor i")
    )
    tekst = models.TextField(_("innspill"))
    dato = models.DateField()
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.NYTT)
    svar = models.TextField(_("svar"), blank=True)
    svar_dato = models.DateField(null=True, blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-dato", "pk")
        constraints = (
            models.CheckConstraint(
                name="innbyggerinnspill_gjelder_ett",
                condition=Q(ide__isnull=False, runde__isnull=True) | Q(ide__isnull=True, runde__isnull=False),
            ),
            models.CheckConstraint(
                name="innbyggerinnspill_svar_har_dato",
                condition=Q(svar="", svar_dato__isnull=True) | (~Q(svar="") & Q(svar_dato__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return self.tekst[:60]
