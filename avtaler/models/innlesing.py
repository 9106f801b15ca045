"""An uploaded list of agreements on its way into the register: read, mapped, previewed, committed whole."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kommuner.models import Region


class Innlesingsstatus(models.TextChoices):
    """Where the upload is."""

    MOTTATT = "mottatt", _("mottatt")
    LESES = "leses", _("leses")
    KLAR = "klar", _("klar til kontroll")
    AVVIST = "avvist", _("avvist")
    LAGRET = "lagret", _("lagret i registeret")
    FORKASTET = "forkastet", _("forkastet")


class Innlesing(models.Model):
    """One upload. ``tabell`` is what the file held, ``valg`` what the person chose; nothing is in the register yet.

    The plan is computed from the two and the register as it is, so that it is never stale.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="innlesinger", verbose_name=_("region"))
    bruker = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    filnavn = models.CharField(max_length=200)
    fil = models.BinaryField(help_text="The bytes as uploaded; emptied when the upload is committed or thrown away.")
    status = models.CharField(max_length=12, choices=Innlesingsstatus, default=Innlesingsstatus.MOTTATT)
    fremdrift = models.PositiveSmallIntegerField(default=0, help_text="Percent.")
    melding = models.TextField(blank=True)
    tabell = models.JSONField(default=dict, blank=True)
    valg = models.JSONField(default=dict, blank=True)
    resultat = models.JSONField(default=dict, blank=True)
    opprettet = models.DateTimeField(auto_now_add=True)
    endret = models.DateTimeField(auto_now=True)
    versjon = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("-opprettet", "pk")

    def __str__(self) -> str:
        return self.filnavn
