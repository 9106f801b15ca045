"""One agreement and one reform: everything of it that a municipality which ends takes part in, and the plan."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from operator import attrgetter

from django.db.models import QuerySet

from avtaler.domene.reform import (
    Avtaleplan,
    Deltakerperiode,
    Foelge,
    Overgang,
    Raadsplan,
    Rad,
    Reform,
    Valg,
    foelg,
    planlegg,
    reformer,
    skift_raad,
)
from avtaler.domene.runde import BEHANDLET
from avtaler.models import Avtale, Deloppgavedeltakelse, Deltakelse, Raadsvedtak, Sted, Verv
from avtaler.regler import les_regelverk
from kommuner.models import Kommuneendring


@dataclass(frozen=True, kw_only=True)
class Reformvalg:
    """What a person has chosen for one agreement: who carries on after a split, and whose area takes part."""

    valg: Valg = field(default_factory=dict)
    del_av: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Reformbilde:
    """The whole plan for one agreement."""

    avtale: Avtale
    rader: tuple[Deltakerperiode, ...]
    plan: Avtaleplan
    deloppgaver: Foelge
    steder: Foelge
    verv: tuple[int, ...]
    """Posts that end: the new council elects its own."""
    raad: Raadsplan

    @property
    def avtrykk(self) -> str:
        """Changes when anything of the plan does: what is carried out is what was looked at."""
        innhold = (self.avtale.pk, self.rader, self.plan, self.deloppgaver, self.steder, self.verv, self.raad)
        return sha256(repr(innhold).encode()).hexdigest()[:16]


def alle_reformer() -> list[Reform]:
    """Every reform in the reference data. One query."""
    rader = Kommuneendring.objects.values_list("dato", "fra_part_id", "til_part_id")
    return reformer(Overgang(dato=dato, fra=fra, til=til) for dato, fra, til in rader)


def reformbilde(avtale: Avtale, reform: Reform, valgt: Reformvalg) -> Reformbilde:
    """The plan for one agreement. Five queries."""
    [bilde] = reformbilder([avtale], reform, {avtale.pk: valgt})
    return bilde


def reformbilder(
    avtaler: Collection[Avtale], reform: Reform, valgene: Mapping[int, Reformvalg]
) -> tuple[Reformbilde, ...]:
    """The plan for each agreement, in the order given. Five queries for any number."""
    pker = [avtale.pk for avtale in avtaler]
    deltakelser = _samlet(Deltakelse.objects.filter(avtale__in=pker), "avtale_id")
    deloppgaver = _samlet(
        Deloppgavedeltakelse.objects.filter(deloppgave__avtale__in=pker).select_related("deloppgave"),
        "deloppgave.avtale_id",
    )
    steder = _samlet(Sted.objects.filter(avtale__in=pker), "avtale_id")
    gaar = reform.fra - reform.til
    verv = _samlet(
        Verv.objects.filter(organ__avtale__in=pker, part__in=gaar, fra__lt=reform.dato).select_related("organ"),
        "organ.avtale_id",
    )
    vedtak = _samlet(Raadsvedtak.objects.filter(runde__avtale__in=pker).select_related("runde"), "runde.avtale_id")
    return tuple(
        _bilde(avtale, reform, valgene.get(avtale.pk, Reformvalg()), deltakelser[avtale.pk], deloppgaver[avtale.pk],
               steder[avtale.pk], verv[avtale.pk], vedtak[avtale.pk])
        for avtale in avtaler
    )  # fmt: skip


def _bilde(avtale: Avtale, reform: Reform, valgt: Reformvalg, deltakelser, deloppgaver, steder, verv, vedtak):
    rader = tuple(_periode(rad) for rad in deltakelser)
    i_oppgaver = [Rad(id=r.pk, part=r.part_id, gruppe=r.deloppgave_id, fra=r.fra, til=r.til) for r in deloppgaver]
    paa_steder = [Rad(id=r.pk, part=r.part_id, gruppe=r.pk, fra=r.fra, til=r.til) for r in steder]
    spurte = [(r.pk, r.runde_id, r.part_id) for r in vedtak if r.status not in BEHANDLET]
    svart = [(r.runde_id, r.part_id) for r in vedtak if r.status in BEHANDLET]
    minst = les_regelverk().form(avtale.form).min_deltakere
    return Reformbilde(
        avtale=avtale, rader=rader,
        plan=planlegg(reform, rader, valg=valgt.valg, minst=minst, del_av=valgt.del_av),
        deloppgaver=foelg(reform, i_oppgaver, valgt.valg, flere=True),
        steder=foelg(reform, paa_steder, valgt.valg, flere=False),
        verv=tuple(r.pk for r in verv if r.til is None or r.til > reform.dato),
        raad=skift_raad(reform, spurte, svart, valgt.valg),
    )  # fmt: skip


def _samlet(rader: QuerySet, vei: str) -> dict[int, list]:
    """The rows by agreement, in a fixed order. One query."""
    etter_avtale: dict[int, list] = defaultdict(list)
    avtalen = attrgetter(vei)
    for rad in rader.order_by("pk"):
        etter_avtale[avtalen(rad)].append(rad)
    return etter_avtale


def _periode(rad: Deltakelse) -> Deltakerperiode:
    return Deltakerperiode(
        id=rad.pk, part=rad.part_id, rolle=rad.rolle, fra=rad.fra, til=rad.til, eierandel=rad.eierandel,
        ansvarsandel=rad.ansvarsandel, medlemmer=rad.medlemmer, varamedlemmer=rad.varamedlemmer,
        stemmer=rad.stemmer, del_av=rad.del_av,
    )  # fmt: skip
