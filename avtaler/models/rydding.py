"""A person's handling of a computed finding; merged onto it, never mixed in."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .avtale import Avtale


class Funnbehandling(models.Model):
    """Who handles one finding of one agreement, by when, and what was judged.

    ``avtrykk`` is the fingerprint of the facts the judgement was made on: when they change, the finding is open again.
    """

    avtale = models.ForeignKey(Avtale, on_delete=models.CASCADE, related_name="funnbehandlinger")
    kode = models.CharField(max_length=60)
    eier = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="funn",
        verbose_name=_("ansvarlig"),
    )  # fmt: skip
    frist = models.DateField(_("frist"), null=True, blank=True)
    merknad = models.TextField(_("merknad"), blank=True)
    kvittert = models.DateField(_("avklart"), null=True, blank=True)
    kvittert_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    begrunnelse = models.TextField(_("begrunnelse"), blank=True)
    avtrykk = models.CharField(max_length=64, blank=True)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("frist", "pk")
        constraints = (
            models.UniqueConstraint(fields=("avtale", "kode"), name="funnbehandling_en_per_funn"),
            models.CheckConstraint(
                name="funnbehandling_kvittert_er_begrunnet",
                condition=models.Q(kvittert__isnull=True) | (~models.Q(begrunnelse="") & ~models.Q(avtrykk="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.avtale}: {self.kode}"


class Ryddestatistikk(models.Model):
    """How many findings were open in a region on a day: the thermometer's memory."""

    region = models.ForeignKey("kommuner.Region", on_delete=models.CASCADE, related_name="ryddestatistikk")
    dato = models.DateField()
    aapne = models.PositiveIntegerField()
    avklarte = models.PositiveIntegerField()
    avtaler = models.PositiveIntegerField()

    class Meta:
        ordering = ("region", "dato")
        constraints = (models.UniqueConstraint(fields=("region", "dato"), name="ryddestatistikk_en_om_dagen"),)

    def __str__(self) -> str:
        return f"{self.region} {self.dato}: {self.aapne}"
