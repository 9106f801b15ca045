"""The change log: one append-only table over everything, written by the database itself."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from .sporing import Nekt


class Handling(models.TextChoices):
    """What happened to a row."""

    OPPRETTET = "opprettet", _("opprettet")
    ENDRET = "endret", _("endret")
    SLETTET = "slettet", _("slettet")


class Hendelse(models.Model):
    """One change of one row: what, when, who, why; chained by hash to the one before it of the same row.

    The model is unmanaged so that nothing of Django's (``flush``, a careless migration) empties the table; its columns
    are made by hand-written migrations. References are bare numbers: what they point to may be deleted, this not.
    """

    tid = models.DateTimeField()
    tabell = models.CharField(max_length=63)
    objekt = models.CharField(max_length=40, help_text="Primary key of the row, as text.")
    navn = models.TextField(blank=True, help_text="What the row was called then.")
    handling = models.CharField(max_length=9, choices=Handling)
    foer = models.JSONField(null=True, help_text="Columns before; of a change only those that changed.")
    etter = models.JSONField(null=True)
    avtale_id = models.BigIntegerField(null=True)
    region_id = models.BigIntegerField(null=True)
    part_id = models.BigIntegerField(null=True)
    bruker_id = models.BigIntegerField(null=True)
    hvem = models.CharField(max_length=200, help_text="The name of the person then, the command, or the database role.")
    begrunnelse = models.TextField(blank=True)
    foresporsel = models.UUIDField(help_text="Shared by all that one request, command or transaction did.")
    forrige = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        managed = False
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.tabell} {self.objekt} {self.handling}"


pgtrigger.register(
    Nekt(name="bare_tillegg", operation=pgtrigger.Update | pgtrigger.Delete),
    Nekt(name="ikke_toem", operation=pgtrigger.Truncate, level=pgtrigger.Statement),
)(Hendelse)


class Innsending(models.Model):
    """A form that has been sent and led somewhere: sent again, it leads there again and does nothing more."""

    bruker_id = models.BigIntegerField()
    noekkel = models.UUIDField(help_text="Made when the form was shown.")
    avtrykk = models.CharField(max_length=64, help_text="Of what was sent and where: other content is another form.")
    til = models.CharField(max_length=500, blank=True, help_text="Where the first one led.")
    tid = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("bruker_id", "noekkel", "avtrykk"), name="innsending_en_gang"),)

    def __str__(self) -> str:
        return str(self.noekkel)
