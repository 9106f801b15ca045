"""The participants of agreements, with the number and name each had on the date. Two queries for any number."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from avtaler.domene.virketid import er_med, telledag
from avtaler.models import Avtale, Deltakelse
from kommuner.uttrekk import navn_paa, nummer_paa


@dataclass(frozen=True, kw_only=True)
class Deltakerrad:
    """One participation as a page shows it. ``til`` is exclusive; shares are parts of the whole."""

    id: int
    part_id: int
    nummer: str
    navn: str
    type: str
    rolle: str
    rolle_navn: str
    fra: date
    til: date | None
    eierandel: Fraction | None
    ansvarsandel: Fraction | None
    medlemmer: int | None
    varamedlemmer: int | None
    stemmer: int | None
    del_av: str
    merknad: str
    er_eksempel: bool
    oppsagt: date | None


def deltakelser_for(avtaler: Collection[Avtale]) -> dict[int, list[Deltakelse]]:
    """Every participation, now and before, by agreement. Two queries."""
    rader = Deltakelse.objects.filter(avtale__in=[avtale.pk for avtale in avtaler])
    etter_avtale: dict[int, list[Deltakelse]] = defaultdict(list)
    for rad in rader.select_related("part").prefetch_related("part__identiteter"):
        etter_avtale[rad.avtale_id].append(rad)
    return etter_avtale


def deltakere_paa(avtale: Avtale, deltakelser: Sequence[Deltakelse], dato: date) -> list[Deltakerrad]:
    """Those among ``deltakelser`` who are in ``avtale`` as it is seen on ``dato``, in Norwegian order."""
    dag = telledag(fra=avtale.fra, til=avtale.til, dato=dato)
    return [
        deltakerrad(rad, dag)
        for rad in deltakelser
        if er_med(fra=rad.fra, til=rad.til, avtale_fra=avtale.fra, avtale_til=avtale.til, dato=dato)
    ]


def deltakerrad(rad: Deltakelse, dag: date) -> Deltakerrad:
    """The row, with the party's number and name on ``dag``."""
    return Deltakerrad(
        id=rad.pk, part_id=rad.part_id, nummer=nummer_paa(rad.part, dag), navn=navn_paa(rad.part, dag),
        type=rad.part.type, rolle=rad.rolle, rolle_navn=rad.get_rolle_display(), fra=rad.fra, til=rad.til,
        eierandel=rad.eierandel, ansvarsandel=rad.ansvarsandel, medlemmer=rad.medlemmer,
        varamedlemmer=rad.varamedlemmer, stemmer=rad.stemmer, del_av=rad.del_av,
        merknad=rad.merknad, er_eksempel=rad.er_eksempel,
        oppsagt=rad.oppsagt,
    )  # fmt: skip
