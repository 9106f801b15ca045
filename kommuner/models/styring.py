"""How a municipality is governed, and who holds public office in it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .felles import til_etter_fra, uten_overlapp
from .parter import Part


class Styreform(models.TextChoices):
    """The two forms of government of kommuneloven (§ 10-1 and the chapter on formannskap)."""

    FORMANNSKAP = "formannskap", _("formannskapsmodell")
    PARLAMENTARISK = "parlamentarisk", _("parlamentarisk styreform")


class Kommunestyring(models.Model):
    """How one municipality is governed in a period, and which organ of its own is the owner organ (needs 0.8, 4.2)."""

    part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="styring", verbose_name=_("kommune"))
    styreform = models.CharField(_("styreform"), max_length=16, choices=Styreform)
    medlemmer = models.PositiveSmallIntegerField(_("medlemmer i kommunestyret"), null=True, blank=True)
    eierorgan = models.CharField(
        _("eierorgan"), max_length=120, blank=True, help_text="The organ that acts as owner: «formannskapet»."
    )
    eierorgan_varsles = models.BooleanField(
        _("eierorganet skal ha innkallingene til eiermøtene"), default=False,
        help_text="The owner organ asked for them.",
    )  # fmt: skip
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til"), null=True, blank=True)
    kilde = models.CharField(_("kilde"), max_length=200, blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("part__sortering", "fra", "pk")
        constraints = (
            til_etter_fra("kommunestyring_til_etter_fra"),
            uten_overlapp("kommunestyring_en_om_gangen", "part"),
        )

    def __str__(self) -> str:
        return f"{self.part}: {self.get_styreform_display()}"


class Folkevalgt(models.Model):
    """A holder of public office in a municipality, in a period. Nothing but name and role is kept of people."""

    class Verv(models.TextChoices):
        ORDFOERER = "ordfoerer", _("ordfører")
        VARAORDFOERER = "varaordfoerer", _("varaordfører")
        FORMANNSKAP = "formannskap", _("medlem av formannskapet eller kommunerådet")
        KOMMUNESTYRE = "kommunestyre", _("medlem av kommunestyret")
        KOMMUNEDIREKTOER = "kommunedirektoer", _("kommunedirektør")

    part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="folkevalgte", verbose_name=_("kommune"))
    navn = models.CharField(_("navn"), max_length=200)
    verv = models.CharField(_("verv"), max_length=20, choices=Verv)
    parti = models.CharField(_("parti"), max_length=60, blank=True)
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til"), null=True, blank=True)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("part__sortering", "verv", "navn", "pk")
        constraints = (til_etter_fra("folkevalgt_til_etter_fra"),)

    def __str__(self) -> str:
        return f"{self.navn}, {self.get_verv_display()}"


class Regiontall(models.Model):
    """A key figure of a region: value, year and source («40 000 jobs in 2003», needs 2.5)."""

    region = models.ForeignKey("kommuner.Region", on_delete=models.CASCADE, related_name="tall")
    navn = models.CharField(_("hva tallet viser"), max_length=120)
    verdi = models.CharField(_("verdi"), max_length=60, help_text="As the source has it: «7 000–8 000».")
    aar = models.PositiveSmallIntegerField(_("år"))
    kilde = models.CharField(_("kilde"), max_length=200)
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-aar", "pk")

    def __str__(self) -> str:
        return f"{self.navn}: {self.verdi}"
