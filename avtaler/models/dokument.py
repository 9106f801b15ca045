"""Documents of an agreement: public, or exempt with the ground for it."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from avtaler.querysets import DokumentQuerySet

from .avtale import Avtale
from .runde import Runde
from .versjon import Avtaleversjon


class Dokumenttype(models.TextChoices):
    """What the document is."""

    AVTALE = "avtale", _("avtale eller vedtekter")
    SAKSFRAMLEGG = "saksframlegg", _("saksframlegg")
    PROTOKOLL = "protokoll", _("protokoll eller særutskrift")
    INNKALLING = "innkalling", _("innkalling og saksliste")
    ANALYSE = "analyse", _("utredning eller analyse")
    STANDARD = "standard", _("krav eller standard")
    MAL = "mal", _("mal")
    RAPPORT = "rapport", _("rapport eller årsmelding")
    ANNET = "annet", _("annet")


class Dokument(models.Model):
    """One stored file, known by the hash of its content. The original name is only shown, never used as a path."""

    avtale = models.ForeignKey(Avtale, on_delete=models.CASCADE, related_name="dokumenter")
    avtaleversjon = models.ForeignKey(
        Avtaleversjon, null=True, blank=True, on_delete=models.SET_NULL, related_name="dokumenter"
    )
    runde = models.ForeignKey(Runde, null=True, blank=True, on_delete=models.SET_NULL, related_name="dokumenter")
    type = models.CharField(_("type"), max_length=20, choices=Dokumenttype, default=Dokumenttype.AVTALE)
    tittel = models.CharField(_("tittel"), max_length=200)
    dato = models.DateField(_("dokumentets dato"), null=True, blank=True)
    maalform = models.CharField(_("målform"), max_length=2, default="nb")
    er_offentlig = models.BooleanField(_("offentlig"), default=False)
    unntakshjemmel = models.CharField(_("hjemmel for unntak"), max_length=120, blank=True)
    filnavn = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    endelse = models.CharField(max_length=5)
    mimetype = models.CharField(max_length=100)
    stoerrelse = models.PositiveBigIntegerField(help_text="Bytes.")
    lagt_inn = models.DateTimeField()
    lagt_inn_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    er_eksempel = models.BooleanField(default=False)
    versjon = models.PositiveIntegerField(default=1)

    objects = DokumentQuerySet.as_manager()

    class Meta:
        ordering = ("-dato", "tittel", "pk")
        constraints = (
            models.CheckConstraint(
                name="dokument_unntak_har_hjemmel", condition=models.Q(er_offentlig=True) | ~models.Q(unntakshjemmel="")
            ),
        )

    def __str__(self) -> str:
        return self.tittel

    def get_absolute_url(self) -> str:
        return reverse("avtaler:dokument", args=[self.pk])
