"""What the councils have adopted of agreements by a date: the agreement itself, and the delegation to the host."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from avtaler.domene.runde import VEDTATT
from avtaler.models import Avtalerelasjon, Raadsvedtak, Rundeslag

OMDANNET = Avtalerelasjon.Type.OMDANNET_TIL
#: Rounds in which a council adopts the agreement itself; the conversion of a predecessor adopts its successor.
VEDTAR_AVTALEN = (Rundeslag.OPPRETTE, Rundeslag.ENDRE, Rundeslag.UTVIDE, Rundeslag.OMDANNE)


@dataclass(frozen=True)
class Vedtaksbok:
    """The decisions about one agreement, by the party's key."""

    vedtatt: set[int] = field(default_factory=set)
    delegert: dict[int, bool] = field(default_factory=dict)
    """Whether a council that was asked has delegated; who was never asked is not here (koml. §§ 20-2(2), 20-3(2))."""

    def har_delegert(self, part_id: int) -> bool | None:
        return self.delegert.get(part_id)


def vedtaksboeker(noekler: Collection[int], *, dato: date) -> dict[int, Vedtaksbok]:
    """The decisions by ``dato`` about the agreements with these keys. Two queries."""
    arver: dict[int, list[int]] = defaultdict(list)
    forgjengere = Avtalerelasjon.objects.filter(til_avtale__in=noekler, type=OMDANNET)
    for fra_id, til_id in forgjengere.values_list("fra_avtale_id", "til_avtale_id"):
        arver[fra_id].append(til_id)
    boeker: dict[int, Vedtaksbok] = defaultdict(Vedtaksbok)
    for avtale_id, slag, part_id, status, dag in _vedtak(noekler, list(arver), dato):
        ja = status in VEDTATT and dag is not None and dag <= dato
        if slag == Rundeslag.DELEGERE:
            delegert = boeker[avtale_id].delegert
            delegert[part_id] = ja or delegert.get(part_id, False)
        elif ja:
            for maal in (avtale_id, *(arver[avtale_id] if slag == Rundeslag.OMDANNE else ())):
                boeker[maal].vedtatt.add(part_id)
    return boeker


def _vedtak(noekler: Collection[int], forgjengere: Collection[int], dato: date) -> Collection[tuple]:
    egne = Q(runde__avtale__in=noekler, runde__slag__in=VEDTAR_AVTALEN, status__in=VEDTATT)
    arvede = Q(runde__avtale__in=forgjengere, runde__slag=Rundeslag.OMDANNE, status__in=VEDTATT)
    spurte = Q(runde__avtale__in=noekler, runde__slag=Rundeslag.DELEGERE, runde__laast__lte=dato)
    vedtak = Raadsvedtak.objects.filter(egne | arvede | spurte)
    return vedtak.values_list("runde__avtale_id", "runde__slag", "part_id", "status", "dato")
