"""Verdicts on one agreement: what each municipality says now and why, what it said before, and what follows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from avtaler.domene.avtalegrunnlag import UTENFOR
from avtaler.domene.rydding.frister import om_aar
from avtaler.domene.virketid import telledag
from avtaler.domene.vurdering.dommer import Enighet, alle_vil_avvikle, enighet
from avtaler.models import Avtale, Vurdering
from kommuner.models import Part
from kommuner.querysets import gyldig
from kommuner.uttrekk import navn_paa


@dataclass(frozen=True, kw_only=True)
class Vurderingsrad:
    """One verdict."""

    id: int
    part_id: int
    kommune: str
    dom: str
    dom_navn: str
    begrunnelse: str
    dato: date
    konferanse_id: int | None
    konferanse: str
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Vurderingsside:
    """One agreement as it was judged on the date.

    ``gjeldende`` is the newest of each participant, ``mangler`` are those who have said nothing.
    """

    gjeldende: tuple[Vurderingsrad, ...]
    tidligere: tuple[Vurderingsrad, ...]
    mangler: tuple[tuple[int, str], ...]
    enighet: Enighet
    antall: int
    alle_vil_avvikle: bool
    sist_evaluert: date | None
    evalueres_hvert_aar: int | None
    evalueringsfrist: date | None
    evaluering_forfalt: bool


def vurderingsside(avtale: Avtale, *, dato: date) -> Vurderingsside:
    """Three queries."""
    deltakere = list(deltakerne(avtale, dato=dato))
    sagt = avtale.vurderinger.filter(dato__lte=dato).select_related("part", "konferanse")
    alle = [_rad(en, dato) for en in sagt.prefetch_related(_NAVN)]
    gjeldende = nyeste(alle, [part.pk for part in deltakere])
    dommer = [rad.dom for rad in gjeldende]
    svart = {rad.part_id for rad in gjeldende}
    frist = evalueringsfrist(avtale)
    return Vurderingsside(
        gjeldende=gjeldende, tidligere=tuple(rad for rad in alle if rad not in gjeldende),
        mangler=tuple((part.pk, navn_paa(part, dato)) for part in deltakere if part.pk not in svart),
        enighet=enighet(dommer, antall=len(deltakere)), antall=len(deltakere),
        alle_vil_avvikle=alle_vil_avvikle(dommer, antall=len(deltakere)), sist_evaluert=avtale.sist_evaluert,
        evalueres_hvert_aar=avtale.evalueres_hvert_aar, evalueringsfrist=frist,
        evaluering_forfalt=frist is not None and frist < dato,
    )  # fmt: skip


def deltakerne(avtale: Avtale, *, dato: date) -> Iterable[Part]:
    """Those whose verdict counts: who take part on the day, each once, in Norwegian order."""
    dag = telledag(fra=avtale.fra, til=avtale.til, dato=dato)
    med = avtale.deltakelser.filter(gyldig(dag)).exclude(rolle__in=UTENFOR)
    return Part.objects.filter(pk__in=med.values("part")).prefetch_related("identiteter")


def nyeste(rader: Iterable[Vurderingsrad], parter: Iterable[int]) -> tuple[Vurderingsrad, ...]:
    """The newest verdict of each of ``parter``, in their order. ``rader`` come newest first."""
    foerste: dict[int, Vurderingsrad] = {}
    for rad in rader:
        foerste.setdefault(rad.part_id, rad)
    return tuple(foerste[part] for part in parter if part in foerste)


def evalueringsfrist(avtale: Avtale) -> date | None:
    """When the agreement is to be evaluated by its own interval; None when it has none."""
    sist = avtale.sist_evaluert or avtale.fra
    return om_aar(sist, avtale.evalueres_hvert_aar) if sist and avtale.evalueres_hvert_aar else None


_NAVN = "part__identiteter"


def _rad(rad: Vurdering, dato: date) -> Vurderingsrad:
    return Vurderingsrad(
        id=rad.pk, part_id=rad.part_id, kommune=navn_paa(rad.part, dato), dom=rad.dom, dom_navn=rad.get_dom_display(),
        begrunnelse=rad.begrunnelse, dato=rad.dato, konferanse_id=rad.konferanse_id,
        konferanse=rad.konferanse.tittel if rad.konferanse else "", er_eksempel=rad.er_eksempel,
    )  # fmt: skip
