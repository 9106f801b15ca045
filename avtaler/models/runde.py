"""One proposal on its way through the councils, and what each of them decided."""

from django.conf import settings
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
    DELEGERE = "delegere", _("delegere myndighet til vertskommunen")
    BUDSJETT = "budsjett", _("budsjetthøring")
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
    delvis_ikrafttreden = models.BooleanField(default=False, help_text="May begin for those who have adopted.")
    gjelder_part = models.ForeignKey(
        Part, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="Who is to join or leave."
    )
    innspillsfrist = models.DateField(null=True, blank=True, help_text="The debate before the text is locked ends.")
    laast = models.DateField(null=True, blank=True, help_text="When the text was locked for the councils.")
    forbehandlet = models.DateField(null=True, blank=True, help_text="The joint meeting before the councils (4.18).")
    forbehandlet_merknad = models.TextField(blank=True, help_text="What the joint meeting had to say.")
    erstatter = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="nye_runder",
        help_text="The round whose text was changed into this one.",
    )  # fmt: skip
    ansvarlig = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="runder",
        help_text="The one who drives it (needs 3.13).",
    )  # fmt: skip
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

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


class Forslagspunkt(models.Model):
    """One point of the proposal that a council may answer on its own («vertskommune: Os»)."""

    runde = models.ForeignKey(Runde, on_delete=models.CASCADE, related_name="punkter")
    rekkefoelge = models.PositiveSmallIntegerField()
    navn = models.CharField(max_length=120)
    krav = models.CharField(max_length=20, blank=True, help_text="The statutory item it answers, when there is one.")
    tekst = models.TextField()

    class Meta:
        ordering = ("rekkefoelge", "pk")
        constraints = (models.UniqueConstraint(fields=("runde", "rekkefoelge"), name="forslagspunkt_en_plass"),)

    def __str__(self) -> str:
        return f"{self.navn}: {self.tekst[:60]}"


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


class Punktvedtak(models.Model):
    """What one council adopted on one point, when it was not the proposal's words."""

    vedtak = models.ForeignKey(Raadsvedtak, on_delete=models.CASCADE, related_name="punkter")
    punkt = models.ForeignKey(Forslagspunkt, on_delete=models.CASCADE, related_name="vedtak")
    ordlyd = models.TextField(help_text="The council's exact words on the point.")

    class Meta:
        ordering = ("punkt__rekkefoelge", "pk")
        constraints = (models.UniqueConstraint(fields=("vedtak", "punkt"), name="punktvedtak_ett_per_punkt"),)

    def __str__(self) -> str:
        return f"{self.vedtak.part}: {self.punkt.navn}"


class Innspill(models.Model):
    """Somebody's say before the text locks, and the answer it got: every input is answered (needs 4.15, 4.22)."""

    runde = models.ForeignKey(Runde, on_delete=models.CASCADE, related_name="innspill")
    part = models.ForeignKey(Part, null=True, blank=True, on_delete=models.PROTECT, related_name="innspill")
    fra_hvem = models.CharField(max_length=120, help_text="The organ or the meeting; no private persons.")
    dato = models.DateField()
    tekst = models.TextField()
    svar = models.TextField(blank=True)
    svar_dato = models.DateField(null=True, blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("dato", "pk")
        constraints = (
            models.CheckConstraint(
                name="innspill_svar_har_dato",
                condition=models.Q(svar="", svar_dato__isnull=True)
                | (~models.Q(svar="") & models.Q(svar_dato__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.fra_hvem}: {self.tekst[:60]}"


class Paaminnelse(models.Model):
    """A reminder that was sent about one council's treatment; one a day at most."""

    vedtak = models.ForeignKey(Raadsvedtak, on_delete=models.CASCADE, related_name="paaminnelser")
    dato = models.DateField()
    mottakere = models.PositiveSmallIntegerField(help_text="How many it went to; the addresses are not kept.")

    class Meta:
        ordering = ("-dato", "pk")
        constraints = (models.UniqueConstraint(fields=("vedtak", "dato"), name="paaminnelse_en_om_dagen"),)

    def __str__(self) -> str:
        return f"{self.dato}: {self.vedtak}"
