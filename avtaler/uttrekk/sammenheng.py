"""How an agreement hangs together with others that the reader may see."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from avtaler.models import Avtale, Avtalerelasjon
from kommuner.tilgang import Innsyn

Type = Avtalerelasjon.Type


@dataclass(frozen=True, kw_only=True)
class Relasjon:
    """«Omdannet til» another agreement, read from this one."""

    id: int
    tekst: str
    type: str
    ut: bool
    avtale_id: int
    avtale_navn: str
    dato: date | None

    @property
    def er_omdannet_fra(self) -> bool:
        """The other agreement was converted into this one."""
        return self.type == Type.OMDANNET_TIL and not self.ut


def relasjoner(avtale: Avtale, innsyn: Innsyn) -> Iterable[Relasjon]:
    """Every relation, read from ``avtale``; one to an agreement the reader may not see is not there. One query."""
    synlige = Avtale.objects.for_user(innsyn)
    rader = Avtalerelasjon.objects.filter(
        Q(fra_avtale=avtale, til_avtale__in=synlige) | Q(til_avtale=avtale, fra_avtale__in=synlige)
    )
    for rad in rader.select_related("fra_avtale", "til_avtale"):
        ut = rad.fra_avtale_id == avtale.pk
        andre = rad.til_avtale if ut else rad.fra_avtale
        yield Relasjon(
            id=rad.pk, tekst=_relasjonstekst(rad.type, ut), type=rad.type, ut=ut, avtale_id=andre.pk,
            avtale_navn=andre.navn, dato=rad.dato,
        )  # fmt: skip


def _relasjonstekst(type: str, ut: bool) -> str:
    """The relation read from this end."""
    if ut:
        return {
            Type.OMDANNET_TIL: _("Omdannet til"),
            Type.AVLOEST_AV: _("Avløst av"),
            Type.BYGGER_PAA: _("Bygger på"),
            Type.REALISERER_SAMMEN_MED: _("Realiserer formålet sammen med"),
        }[Type(type)]
    return {
        Type.OMDANNET_TIL: _("Omdannet fra"),
        Type.AVLOEST_AV: pgettext("avtale", "Avløste"),
        Type.BYGGER_PAA: _("Grunnlag for"),
        Type.REALISERER_SAMMEN_MED: _("Realiserer formålet sammen med"),
    }[Type(type)]
