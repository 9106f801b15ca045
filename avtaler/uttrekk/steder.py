"""Where cooperations are: the places and posts of one agreement, and who has the posts of many."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from avtaler.domene.virketid import telledag
from avtaler.models import Avtale, Sted
from kommuner.querysets import gyldig
from kommuner.uttrekk import navn_paa, nummer_paa


@dataclass(frozen=True, kw_only=True)
class Stedsrad:
    """One place as a page shows it; ``til`` is exclusive."""

    id: int
    navn: str
    type_navn: str
    kommune: str
    nummer: str
    aarsverk: Decimal | None
    fra: date
    til: date | None
    merknad: str
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Kommunesum:
    """The posts in one municipality; ``uten_tall`` are places whose posts nobody has stated."""

    part_id: int
    navn: str
    aarsverk: Decimal
    steder: int
    uten_tall: int
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Stedside:
    """``dag`` is the day the list is for; ``andre`` are places before and after it."""

    dag: date
    steder: tuple[Stedsrad, ...]
    andre: tuple[Stedsrad, ...]
    summer: tuple[Kommunesum, ...]

    @property
    def sum_aarsverk(self) -> Decimal | None:
        """None when no posts are stated."""
        return sum_aarsverk(self.summer)


def sum_aarsverk(summer: Collection[Kommunesum]) -> Decimal | None:
    """All posts together; None when none are stated."""
    kjente = [rad for rad in summer if rad.steder > rad.uten_tall]
    return sum((rad.aarsverk for rad in kjente), Decimal(0)) if kjente else None


def stedside(avtale: Avtale, *, dato: date) -> Stedside:
    """Two queries."""
    dag = telledag(fra=avtale.fra, til=avtale.til, dato=dato)
    alle = list(Sted.objects.filter(avtale=avtale).select_related("part").prefetch_related("part__identiteter"))
    her = [rad for rad in alle if rad.fra <= dag and (rad.til is None or dag < rad.til)]
    return Stedside(
        dag=dag,
        steder=tuple(_rad(rad, dag) for rad in her),
        andre=tuple(_rad(rad, rad.fra) for rad in alle if rad not in her),
        summer=kommunesummer(her, dag),
    )


def stillinger(avtaler: Iterable[int], *, dato: date) -> tuple[Kommunesum, ...]:
    """The posts of these agreements by municipality on the date, most first. Two queries."""
    steder = Sted.objects.filter(gyldig(dato), avtale__in=avtaler)
    return kommunesummer(list(steder.select_related("part").prefetch_related("part__identiteter")), dato)


def kommunesummer(steder: Collection[Sted], dag: date) -> tuple[Kommunesum, ...]:
    """The places by municipality, most posts first."""
    per_part: dict[int, list[Sted]] = {}
    for sted in steder:
        per_part.setdefault(sted.part_id, []).append(sted)
    summer = [_sum(rader, dag) for rader in per_part.values()]
    return tuple(sorted(summer, key=lambda rad: -rad.aarsverk))


def _sum(rader: list[Sted], dag: date) -> Kommunesum:
    part = rader[0].part
    return Kommunesum(
        part_id=part.pk, navn=navn_paa(part, dag), steder=len(rader),
        aarsverk=sum((rad.aarsverk for rad in rader if rad.aarsverk is not None), Decimal(0)),
        uten_tall=sum(rad.aarsverk is None for rad in rader), er_eksempel=any(rad.er_eksempel for rad in rader),
    )  # fmt: skip


def _rad(rad: Sted, dag: date) -> Stedsrad:
    return Stedsrad(
        id=rad.pk, navn=rad.navn, type_navn=rad.get_type_display(), kommune=navn_paa(rad.part, dag),
        nummer=nummer_paa(rad.part, dag), aarsverk=rad.aarsverk, fra=rad.fra, til=rad.til, merknad=rad.merknad,
        er_eksempel=rad.er_eksempel,
    )  # fmt: skip
