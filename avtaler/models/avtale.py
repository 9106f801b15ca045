"""The cooperation with its agreement, what it is for, and how it relates to others."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from avtaler.querysets import AvtaleQuerySet
from avtaler.regler import les_regelverk
from kommuner.models import Region
from kommuner.models.felles import sorteringsnoekkel, til_etter_fra


def formvalg() -> list[tuple[str, str]]:
    """The legal forms of the rules; a callable, so that a new form needs no migration."""
    return [(kode, form.navn.nb) for kode, form in les_regelverk().former.items()]


class Klasse(models.TextChoices):
    """The two halves of inter-municipal work that the law of 2018 keeps apart."""

    UTVIKLING = "utvikling", _("regional utvikling")
    TJENESTEYTING = "tjenesteyting", _("tjenesteyting")


class Kommunerolle(models.TextChoices):
    """The four roles of a municipality that a cooperation can serve (Sogn 2019)."""

    TJENESTEYTING = "tjenesteyting", _("tjenesteyting")
    UTVIKLING = "utvikling", _("nærings- og lokalsamfunnsutvikling")
    FORVALTNING = "forvaltning", _("forvaltningsorgan")
    LOKALDEMOKRATI = "lokaldemokrati", _("lokaldemokrati")


class Oppsigelsesregel(models.TextChoices):
    """How the day of leaving follows from the day of notice and the agreed months (``domene.uttreden`` reckons it)."""

    MAANEDER = "maaneder", _("når fristen er ute")
    AARSSKIFTE = "aarsskifte", _("ved første årsskifte etter at fristen er ute")
    FRA_AARSSKIFTE = "fra_aarsskifte", _("fristen løper fra første årsskifte etter oppsigelsen")


class Oppgave(models.Model):
    """A task in the taxonomy, with the KOSTRA function it is accounted under."""

    kode = models.SlugField(unique=True)
    navn_nb = models.CharField(max_length=120)
    navn_nn = models.CharField(max_length=120)
    kostra_funksjon = models.CharField(max_length=3, blank=True)
    sortering = sorteringsnoekkel("navn_nb")

    class Meta:
        ordering = ("sortering", "pk")

    def __str__(self) -> str:
        return self.navn_nb

    def navn_paa(self, maalform: str) -> str:
        return self.navn_nn if maalform == "nn" else self.navn_nb


class Avtale(models.Model):
    """One cooperation. ``fra``–``til`` is when it is in force; a draft is seen only by its coordinators."""

    navn = models.CharField(_("navn"), max_length=200)
    form = models.CharField(_("samarbeidsform"), max_length=20, choices=formvalg)
    klasse = models.CharField(_("klasse"), max_length=20, choices=Klasse)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="avtaler", verbose_name=_("region"))
    oppgaver = models.ManyToManyField(Oppgave, blank=True, related_name="avtaler", verbose_name=_("oppgaver"))
    orgnr = models.CharField(_("organisasjonsnummer"), max_length=9, blank=True)
    eget_rettssubjekt = models.BooleanField(_("eget rettssubjekt"), null=True, blank=True)
    fra = models.DateField(_("gjelder fra"), null=True, blank=True)
    til = models.DateField(_("opphørte"), null=True, blank=True)
    oppsigelse_maaneder = models.PositiveSmallIntegerField(_("oppsigelsesfrist i måneder"), null=True, blank=True)
    oppsigelse_regel = models.CharField(
        _("uttredenen gjelder"), max_length=20, choices=Oppsigelsesregel, default=Oppsigelsesregel.MAANEDER
    )
    bundet_til = models.DateField(_("bindingstid til"), null=True, blank=True, help_text="No notice before this day.")
    delvis_ikrafttreden = models.BooleanField(
        _("kan tre i kraft for dem som har vedtatt"), default=False, help_text="A coalition may begin without the rest."
    )
    roller = ArrayField(models.CharField(max_length=20, choices=Kommunerolle), default=list, blank=True)
    andre_deltakere = models.PositiveSmallIntegerField(
        _("andre deltakere, antall"), null=True, blank=True, help_text="Parties known only as a number («113 andre»)."
    )
    dataeier = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="eier_data_i",
        verbose_name=_("dataeier"),
    )  # fmt: skip
    bekreftet_dato = models.DateField(_("sist bekreftet"), null=True, blank=True)
    bekreftet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    evalueres_hvert_aar = models.PositiveSmallIntegerField(_("evalueres hvert … år"), null=True, blank=True)
    sist_evaluert = models.DateField(_("sist evaluert"), null=True, blank=True)
    meldt_statsforvalter = models.DateField(_("meldt til statsforvalteren"), null=True, blank=True)
    maalform = models.CharField(max_length=2, choices=[("nb", _("bokmål")), ("nn", _("nynorsk"))], default="nb")
    er_utkast = models.BooleanField(_("utkast"), default=False)
    er_eksempel = models.BooleanField(default=False, help_text="Invented, and marked so wherever it is shown.")
    eksempel_merknad = models.CharField(max_length=300, blank=True, help_text="What in this agreement is invented.")
    kilde = models.TextField(blank=True)
    versjon = models.PositiveIntegerField(default=1, help_text="Raised at every change: nobody's work is overwritten.")
    opprettet = models.DateTimeField(auto_now_add=True)
    endret = models.DateTimeField(auto_now=True)
    sortering = sorteringsnoekkel("navn")

    objects = AvtaleQuerySet.as_manager()

    class Meta:
        ordering = ("sortering", "pk")
        constraints = (
            til_etter_fra("avtale_til_etter_fra"),
            models.CheckConstraint(
                name="avtale_orgnr_ni_siffer", condition=Q(orgnr="") | Q(orgnr__regex=r"^[0-9]{9}$")
            ),
        )

    def __str__(self) -> str:
        return self.navn

    def get_absolute_url(self) -> str:
        return reverse("avtaler:avtale", args=[self.pk])


class Formaal(models.Model):
    """One of the ordered purposes of an agreement, in the agreement's own words and language."""

    avtale = models.ForeignKey(Avtale, on_delete=models.CASCADE, related_name="formaal")
    rekkefoelge = models.PositiveSmallIntegerField()
    tekst = models.TextField()

    class Meta:
        ordering = ("rekkefoelge",)
        constraints = (models.UniqueConstraint(fields=("avtale", "rekkefoelge"), name="formaal_en_plass"),)

    def __str__(self) -> str:
        return self.tekst


class Avtalerelasjon(models.Model):
    """How one agreement relates to another, read from left to right."""

    class Type(models.TextChoices):
        OMDANNET_TIL = "omdannet_til", _("omdannet til")
        AVLOEST_AV = "avloest_av", _("avløst av")
        BYGGER_PAA = "bygger_paa", _("bygger på")
        REALISERER_SAMMEN_MED = "realiserer_sammen", _("realiserer sammen med")

    fra_avtale = models.ForeignKey(Avtale, on_delete=models.CASCADE, related_name="relasjoner_ut")
    til_avtale = models.ForeignKey(Avtale, on_delete=models.CASCADE, related_name="relasjoner_inn")
    type = models.CharField(max_length=20, choices=Type)
    dato = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("dato", "pk")
        constraints = (
            models.UniqueConstraint(fields=("fra_avtale", "til_avtale", "type"), name="avtalerelasjon_en_gang"),
            models.CheckConstraint(name="avtalerelasjon_to_avtaler", condition=~Q(fra_avtale=F("til_avtale"))),
        )

    def __str__(self) -> str:
        return f"{self.fra_avtale} {self.get_type_display()} {self.til_avtale}"
