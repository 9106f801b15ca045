"""Which years' money of an agreement a reader may see (docs/valg/0006)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from avtaler.models import Avtale, Deltakelse
from kommuner.tilgang import Innsyn


@dataclass(frozen=True)
class Aarsinnsyn:
    """The years, or all of them (None)."""

    aar: frozenset[int] | None

    def ser(self, aar: int) -> bool:
        return self.aar is None or aar in self.aar


ALLE_AAR = Aarsinnsyn(None)


def aarsinnsyn(avtale: Avtale, innsyn: Innsyn, *, dato: date) -> Aarsinnsyn:
    """All years for those who keep the agreement and for whoever is in it, or is to be; else the years one was in it.

    Says nothing of whether the reader sees the agreement's money at all: ``med_oekonomi_for`` has said so. One query.
    """
    if innsyn.kan_redigere(avtale.region_id):
        return ALLE_AAR
    return _av_perioder(avtale.deltakelser.filter(part__in=innsyn.parter).order_by().values_list("fra", "til"), dato)


def aarsinnsyn_i(avtaler: Collection[Avtale], innsyn: Innsyn, *, dato: date) -> dict[int, Aarsinnsyn]:
    """The same for many agreements, by key. One query."""
    egne = Deltakelse.objects.filter(avtale__in=avtaler, part__in=innsyn.parter).order_by()
    perioder: dict[int, list[tuple[date, date | None]]] = {}
    for avtale_id, fra, til in egne.values_list("avtale", "fra", "til"):
        perioder.setdefault(avtale_id, []).append((fra, til))
    return {
        avtale.pk: ALLE_AAR
        if innsyn.kan_redigere(avtale.region_id)
        else _av_perioder(perioder.get(avtale.pk, ()), dato)
        for avtale in avtaler
    }


def _av_perioder(funnet: Iterable[tuple[date, date | None]], dato: date) -> Aarsinnsyn:
    perioder = list(funnet)
    if any(til is None or til > dato for _fra, til in perioder):
        return ALLE_AAR
    siste = ((fra, til - timedelta(days=1)) for fra, til in perioder)
    return Aarsinnsyn(frozenset(aar for fra, til in siste for aar in range(fra.year, til.year + 1)))
