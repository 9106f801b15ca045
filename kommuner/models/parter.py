"""The parties: municipalities through their reforms, county municipalities and others who take part."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kommuner.querysets import PartQuerySet

from .felles import sorteringsnoekkel, til_etter_fra, uten_overlapp


class Parttype(models.TextChoices):
    """What kind of party; the law says which kinds may take part in which form."""

    KOMMUNE = "kommune", _("kommune")
    FYLKESKOMMUNE = "fylkeskommune", _("fylkeskommune")
    IKS = "iks", _("interkommunalt selskap")
    STAT = "stat", _("stat")
    PRIVAT = "privat", _("privat")
    ANNET = "annet", _("annet")


class Maalform(models.TextChoices):
    """The municipality's language decision (språkvedtaksforskrifta)."""

    BOKMAAL = "nb", _("bokmål")
    NYNORSK = "nn", _("nynorsk")
    NOEYTRAL = "noeytral", _("nøytral")


class Part(models.Model):
    """One legal entity. Its numbers and names are dated identities: Vik is one party with number 1417, then 4639."""

    noekkel = models.CharField(max_length=40, unique=True, help_text="Stable key of the reference data.")
    type = models.CharField(max_length=20, choices=Parttype)
    navn = models.CharField(max_length=200, help_text="The newest name.")
    navn_parallelle = models.CharField(max_length=200, blank=True)
    nummer = models.CharField(max_length=4, blank=True, db_index=True, help_text="The newest municipality number.")
    orgnr = models.CharField(max_length=9, blank=True)
    maalform = models.CharField(max_length=10, choices=Maalform, default=Maalform.NOEYTRAL)
    fylke = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="kommuner")
    fra = models.DateField(null=True, blank=True)
    til = models.DateField(null=True, blank=True)
    sortering = sorteringsnoekkel("navn")

    objects = PartQuerySet.as_manager()

    class Meta:
        ordering = ("sortering", "nummer", "pk")
        constraints = (
            til_etter_fra("part_til_etter_fra"),
            models.CheckConstraint(name="part_orgnr_ni_siffer", condition=Q(orgnr="") | Q(orgnr__regex=r"^[0-9]{9}$")),
        )

    def __str__(self) -> str:
        return self.navn

    @property
    def rapportspraak(self) -> str:
        """The language of reports to this party: nynorsk for nynorsk, bokmål for bokmål and neutral."""
        return "nn" if self.maalform == Maalform.NYNORSK else "nb"


class Identitet(models.Model):
    """The number and name a party had in a period."""

    part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="identiteter")
    nummer = models.CharField(max_length=4, db_index=True)
    navn = models.CharField(max_length=200)
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("fra", "pk")
        constraints = (
            til_etter_fra("identitet_til_etter_fra"),
            uten_overlapp("identitet_ett_navn_om_gangen", "part"),
            uten_overlapp("identitet_ett_nummer_en_part", "nummer"),
        )

    def __str__(self) -> str:
        return f"{self.nummer} {self.navn}"


class Kommuneendring(models.Model):
    """A reform that ended one municipality and carried it into another (SSB Klass 131)."""

    dato = models.DateField()
    type = models.CharField(max_length=20)
    fra_part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="etterfoelgere")
    til_part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="forgjengere")

    class Meta:
        ordering = ("dato", "pk")
        constraints = (
            models.UniqueConstraint(fields=("dato", "fra_part", "til_part"), name="kommuneendring_en_gang"),
            models.CheckConstraint(name="kommuneendring_to_parter", condition=~Q(fra_part=F("til_part"))),
        )

    def __str__(self) -> str:
        return f"{self.dato}: {self.fra_part} → {self.til_part}"
