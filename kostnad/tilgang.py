"""Which years' money of an agreement a reader may see (docs/valg/0006)."""

from dataclasses import dataclass
from datetime import date, timedelta

from avtaler.models import Avtale
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
    perioder = list(avtale.deltakelser.filter(part__in=innsyn.parter).order_by().values_list("fra", "til"))
    if any(til is None or til > dato for _fra, til in perioder):
        return ALLE_AAR
    siste = ((fra, til - timedelta(days=1)) for fra, til in perioder)
    return Aarsinnsyn(frozenset(aar for fra, til in siste for aar in range(fra.year, til.year + 1)))
