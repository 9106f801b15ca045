"""The task that stays until it is done: the state is told that the cooperation exists (koml. § 20-4(5))."""

from dataclasses import dataclass
from datetime import date

from avtaler.domene.hjemmel import Hjemmel
from avtaler.models import Avtale
from avtaler.regler import les_regelverk


@dataclass(frozen=True, kw_only=True)
class Statsmeldingsoppgave:
    """An open task: what the law says, in words, and where."""

    avtale_id: int
    tekst: str
    hjemmel: Hjemmel | None
    versjon: int


def statsmeldingsoppgave(avtale: Avtale, *, dato: date, maalform: str) -> Statsmeldingsoppgave | None:
    """The task on ``dato``, when the form has one and it is not done; no queries. An ended agreement has none."""
    melding = les_regelverk().form(avtale.form).statlig_melding
    meldt = avtale.meldt_statsforvalter is not None and avtale.meldt_statsforvalter <= dato
    avsluttet = avtale.til is not None and avtale.til <= dato
    if melding is None or meldt or avsluttet or _fra_foer_loven(avtale, melding):
        return None
    return Statsmeldingsoppgave(
        avtale_id=avtale.pk, tekst=melding.tekst.paa(maalform), hjemmel=melding.hjemmel, versjon=avtale.versjon
    )


def aapen_statsmelding(avtale: Avtale, *, dato: date, maalform: str) -> Statsmeldingsoppgave | None:
    """The task of an agreement that has begun by ``dato``: before it exists there is nothing to tell."""
    begynt = avtale.fra is not None and avtale.fra <= dato and not avtale.er_utkast
    return statsmeldingsoppgave(avtale, dato=dato, maalform=maalform) if begynt else None


def _fra_foer_loven(avtale: Avtale, melding: object) -> bool:
    """A cooperation from before the act was told of under the act of its day."""
    gjelder_fra = getattr(melding, "opprettet_fra", None)
    return gjelder_fra is not None and avtale.fra is not None and avtale.fra < gjelder_fra
