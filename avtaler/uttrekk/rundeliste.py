"""Every round the reader follows: how far it has come, whom it waits for, what comes next and who drives it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from avtaler.domene.runde import LUKKET, Stadium
from avtaler.models import Avtale, Runde
from kommuner.models import Region
from kommuner.tilgang import Innsyn

from .rundeord import fristnavn
from .rundetavle import Rundetavle, har_tavla_begynt, tavler_for


@dataclass(frozen=True, kw_only=True)
class Rundefilter:
    """What the reader asked for; empty means everything. ``mine``: only their own regions and municipalities."""

    mine: bool = False
    region: int | None = None
    stadium: str = ""
    slag: str = ""


@dataclass(frozen=True, kw_only=True)
class Listerad:
    """One round as a line."""

    tavle: Rundetavle
    neste_navn: str
    mangler_neste: bool
    mangler_ansvarlig: bool

    @property
    def neste_dato(self) -> date | None:
        return self.tavle.neste[0] if self.tavle.neste else None


@dataclass(frozen=True, kw_only=True)
class Rundeliste:
    """The rounds, those that are not done first, the nearest date first; and how many there are of each stage."""

    rader: tuple[Listerad, ...]
    antall: dict[str, int]

    @property
    def uten_fremdrift(self) -> int:
        """Open rounds without a next date or somebody to drive them (needs 3.13)."""
        return sum(rad.mangler_neste or rad.mangler_ansvarlig for rad in self.rader)


def rundeliste(innsyn: Innsyn, filter: Rundefilter, *, dato: date, med_kommende: bool = True) -> Rundeliste:
    """The rounds on ``dato`` in a fixed number of queries; ``med_kommende``: also those still to begin."""
    alle = tavler_for(_runder(innsyn, filter), dato=dato)
    tavler = [tavle for tavle in alle if med_kommende or har_tavla_begynt(tavle, dato)]
    antall = {stadium.value: sum(t.stadium is stadium for t in tavler) for stadium in Stadium}
    valgt = [tavle for tavle in tavler if not filter.stadium or tavle.stadium == filter.stadium]
    return Rundeliste(rader=tuple(sorted((_rad(tavle) for tavle in valgt), key=_plass)), antall=antall)


def har_egne_runder(innsyn: Innsyn) -> bool:
    """Whether «mine» means anything to the reader."""
    return bool(innsyn.regioner | innsyn.sekretaer_regioner | innsyn.parter)


def regionvalg(innsyn: Innsyn) -> Iterable[tuple[int, str]]:
    """The regions that have rounds the reader may see. One query."""
    med = Region.objects.filter(avtaler__in=Avtale.objects.for_user(innsyn), avtaler__runder__isnull=False)
    return med.distinct().values_list("pk", "navn")


def _runder(innsyn: Innsyn, filter: Rundefilter) -> QuerySet[Runde]:
    runder = Runde.objects.filter(avtale__in=Avtale.objects.for_user(innsyn))
    if filter.mine:
        regioner = innsyn.regioner | innsyn.sekretaer_regioner
        egne = Runde.objects.filter(Q(avtale__region__in=regioner) | Q(vedtak__part__in=innsyn.parter))
        runder = runder.filter(pk__in=egne.order_by().values("pk"))
    if filter.region is not None:
        runder = runder.filter(avtale__region=filter.region)
    return runder.filter(slag=filter.slag) if filter.slag else runder


def _rad(tavle: Rundetavle) -> Listerad:
    er_aapen = tavle.stadium not in LUKKET
    return Listerad(
        tavle=tavle, neste_navn=fristnavn(tavle.neste[1]) if tavle.neste else "",
        mangler_neste=er_aapen and tavle.neste is None, mangler_ansvarlig=er_aapen and not tavle.har_ansvarlig,
    )  # fmt: skip


def _plass(rad: Listerad) -> tuple[bool, bool, date, int]:
    """Open rounds first: those nothing drives, then the nearest date; finished ones newest first."""
    ferdig = rad.tavle.stadium in LUKKET
    if ferdig:
        return (True, True, date.min, -(rad.tavle.gjelder_fra or rad.tavle.vindu_til or date.min).toordinal())
    return (False, not rad.mangler_neste, rad.neste_dato or date.min, rad.tavle.id)
