"""The page of tasks × municipalities of a region on a date: who solves what together, white spots, degree of cover."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import Exists, OuterRef, Prefetch

from avtaler.domene.avtalegrunnlag import UTENFOR
from avtaler.domene.dekning import Dekning, Deloppgave, Matrise, Ordning, dekning, matrise
from avtaler.models import Avtale, Deloppgavedeltakelse, Deltakelse, Oppgave
from avtaler.models import Deloppgave as Deloppgaverad
from avtaler.regler import les_regelverk
from kommuner.models import Kommuneendring, Part, Region, Regionmedlemskap
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import navn_paa, nummer_paa

from .deltakelser import Deltakerrad, deltakelser_for, deltakere_paa
from .steder import Kommunesum, stillinger, sum_aarsverk


@dataclass(frozen=True, kw_only=True)
class Ordningsrad:
    """An agreement with its number on the page, and how much of the region it covers."""

    nr: int
    id: int
    navn: str
    form_kort: str
    klasse_navn: str
    er_eksempel: bool
    mangler: tuple[str, ...]
    dekning: Dekning
    andre_deltakere: int


@dataclass(frozen=True, kw_only=True)
class Celle:
    """One municipality's part in one task; ``delvis`` when only a part of the municipality is in it."""

    kommune: str
    ordninger: tuple[Ordningsrad, ...]
    delvis: bool


@dataclass(frozen=True, kw_only=True)
class Oppgaverad:
    """One task with a cell for each municipality, and all arrangements that solve it in the region."""

    kode: str
    navn: str
    funksjon: str
    celler: tuple[Celle, ...]
    antall: int

    @property
    def ordninger(self) -> tuple[Ordningsrad, ...]:
        alle = {ordning.nr: ordning for celle in self.celler for ordning in celle.ordninger}
        return tuple(alle[nr] for nr in sorted(alle))


@dataclass(frozen=True, kw_only=True)
class Kolonne:
    """One municipality with how many tasks it solves together with others, and its column for a narrow screen."""

    nummer: str
    navn: str
    antall: int
    oppgaver: tuple[tuple[str, Celle], ...]
    hvite: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Matriseside:
    """The whole page. ``uten_samarbeid`` are tasks nobody in the region solves together, left out of the rows."""

    region: Region
    kolonner: tuple[Kolonne, ...]
    rader: tuple[Oppgaverad, ...]
    uten_samarbeid: tuple[str, ...]
    ordninger: tuple[Ordningsrad, ...]
    stillinger: tuple[Kommunesum, ...]
    antall_dekket: int
    antall_hvite: int

    @property
    def andel_dekket(self) -> Fraction | None:
        """Cells that are not white, of all cells."""
        alle = self.antall_dekket + self.antall_hvite
        return Fraction(self.antall_dekket, alle) if alle else None

    @property
    def antall_regiondekkende(self) -> int:
        return sum(rad.dekning.er_regiondekkende for rad in self.ordninger)

    @property
    def ikke_regiondekkende(self) -> list[Ordningsrad]:
        """Those with a member missing, the most nearly complete first."""
        rader = [rad for rad in self.ordninger if not rad.dekning.er_regiondekkende]
        return sorted(rader, key=lambda rad: (-(rad.dekning.dekningsgrad or 0), rad.nr))

    @property
    def sum_aarsverk(self) -> Decimal | None:
        return sum_aarsverk(self.stillinger)


@dataclass(frozen=True, kw_only=True)
class _Alt:
    """What every cell is made of."""

    funnet: Matrise
    medlemmer: Mapping[int, Part]
    rader: Mapping[int, Ordningsrad]
    delvise: frozenset[tuple[int, int]]
    dato: date


def matriseside(
    region: Region, innsyn: Innsyn, *, dato: date, maalform: str, klasse: str = "", alle_oppgaver: bool = False
) -> Matriseside:
    """The region's members against the tasks of the agreements they are in, as far as the reader may see them.

    A fixed number of queries, whatever the number of agreements.
    """
    medlemmer = _medlemmer(region, dato)
    avtaler = _avtaler(medlemmer, innsyn, dato, klasse)
    arv = naavaerende(dato)
    deltakere = {avtale.pk: _deltakere(rader, avtale, dato, arv) for avtale, rader in _med_deltakelser(avtaler)}
    ordninger = [_ordning(avtale, deltakere[avtale.pk]) for avtale in avtaler]
    rader = _ordningsrader(avtaler, ordninger, medlemmer, dato, maalform)
    oppgaver = {oppgave.kode: oppgave for oppgave in Oppgave.objects.all()}
    brukte = {kode for ordning in ordninger for kode, med in ordning.loeser().items() if med & medlemmer.keys()}
    viste = [kode for kode in oppgaver if alle_oppgaver or kode in brukte]
    funnet = matrise(ordninger, oppgaver=viste, parter=list(medlemmer))
    alt = _Alt(funnet=funnet, medlemmer=medlemmer, rader=rader, delvise=_delvise(deltakere), dato=dato)
    oppgaverader = tuple(_oppgaverad(oppgaver[kode], alt, maalform) for kode in viste)
    return Matriseside(
        region=region, rader=oppgaverader, ordninger=tuple(rader.values()),
        kolonner=tuple(_kolonne(nr, part, funnet, oppgaverader, dato) for nr, part in enumerate(medlemmer.values())),
        uten_samarbeid=tuple(o.navn_paa(maalform) for kode, o in oppgaver.items() if kode not in brukte),
        stillinger=stillinger([avtale.pk for avtale in avtaler], dato=dato),
        antall_dekket=funnet.antall_dekket, antall_hvite=funnet.antall_hvite,
    )  # fmt: skip


def _medlemmer(region: Region, dato: date) -> dict[int, Part]:
    medlemskap = Regionmedlemskap.objects.filter(gyldig(dato), region=region)
    parter = Part.objects.filter(pk__in=medlemskap.values("part")).prefetch_related("identiteter")
    return {part.pk: part for part in parter}


def _avtaler(medlemmer: Mapping[int, Part], innsyn: Innsyn, dato: date, klasse: str) -> list[Avtale]:
    """Every agreement in force with a member of the region in it, whichever region follows it up."""
    deltar = Deltakelse.objects.filter(gyldig(dato), avtale=OuterRef("pk"), part__in=medlemmer)
    med = Prefetch("deltakelser", queryset=Deloppgavedeltakelse.objects.filter(gyldig(dato)))
    deloppgaver = Deloppgaverad.objects.filter(gyldig(dato)).select_related("oppgave").prefetch_related(med)
    avtaler = Avtale.objects.for_user(innsyn).gjeldende(dato).filter(Exists(deltar.exclude(rolle__in=UTENFOR)))
    if klasse:
        avtaler = avtaler.filter(klasse=klasse)
    return list(avtaler.prefetch_related("oppgaver", Prefetch("deloppgaver", queryset=deloppgaver)))


def _med_deltakelser(avtaler: Sequence[Avtale]) -> Iterable[tuple[Avtale, Sequence[Deltakelse]]]:
    deltakelser = deltakelser_for(avtaler)
    return ((avtale, deltakelser[avtale.pk]) for avtale in avtaler)


def _deltakere(rader: Sequence[Deltakelse], avtale: Avtale, dato: date, arv: Mapping[int, int]) -> list[Deltakerrad]:
    """Participants in the sense of the law; one that a reform has ended counts as the municipality it became."""
    med = [rad for rad in deltakere_paa(avtale, rader, dato) if rad.rolle not in UTENFOR]
    return [replace(rad, part_id=arv.get(rad.part_id, rad.part_id)) for rad in med]


def naavaerende(dato: date) -> dict[int, int]:
    """What each municipality that reforms have ended by ``dato`` has become; not those that were split. One query."""
    arvinger: dict[int, set[int]] = {}
    for fra, til in Kommuneendring.objects.filter(dato__lte=dato).values_list("fra_part", "til_part"):
        arvinger.setdefault(fra, set()).add(til)
    direkte = {fra: til.pop() for fra, til in arvinger.items() if len(til) == 1}
    return {fra: _siste(fra, direkte) for fra in direkte}


def _siste(part_id: int, direkte: Mapping[int, int]) -> int:
    sett = {part_id}
    while (neste := direkte.get(part_id)) is not None and neste not in sett:
        sett.add(neste)
        part_id = neste
    return part_id


def _ordning(avtale: Avtale, deltakere: Sequence[Deltakerrad]) -> Ordning:
    return Ordning(
        id=avtale.pk, oppgaver=frozenset(oppgave.kode for oppgave in avtale.oppgaver.all()),
        deltakere=frozenset(rad.part_id for rad in deltakere),
        deloppgaver=tuple(_deloppgave(rad, deltakere) for rad in avtale.deloppgaver.all()),
    )  # fmt: skip


def _deloppgave(rad: Deloppgaverad, deltakere: Sequence[Deltakerrad]) -> Deloppgave:
    """Who is in it on the date (they are prefetched so), among those who are in the agreement."""
    med = {ett.part_id for ett in rad.deltakelser.all()}
    return Deloppgave(
        oppgave=rad.oppgave.kode if rad.oppgave else "",
        deltakere=frozenset(ett.part_id for ett in deltakere if ett.part_id in med),
    )


def _ordningsrader(
    avtaler: Sequence[Avtale], ordninger: Sequence[Ordning], medlemmer: Mapping[int, Part], dato: date, maalform: str
) -> dict[int, Ordningsrad]:
    rader = {}
    for nr, (avtale, ordning) in enumerate(zip(avtaler, ordninger, strict=True), 1):
        funnet = dekning(ordning, medlemmer)
        rader[avtale.pk] = Ordningsrad(
            nr=nr, id=avtale.pk, navn=avtale.navn, form_kort=les_regelverk().form(avtale.form).kortnavn.paa(maalform),
            klasse_navn=avtale.get_klasse_display(), er_eksempel=avtale.er_eksempel, dekning=funnet,
            mangler=tuple(navn_paa(part, dato) for pk, part in medlemmer.items() if pk in funnet.mangler),
            andre_deltakere=avtale.andre_deltakere or 0,
        )  # fmt: skip
    return rader


def _delvise(deltakere: Mapping[int, Sequence[Deltakerrad]]) -> frozenset[tuple[int, int]]:
    """Agreements that a municipality is in with a part of its area only."""
    alle = [(avtale_id, rad) for avtale_id, rader in deltakere.items() for rad in rader]
    hele = {(avtale_id, rad.part_id) for avtale_id, rad in alle if not rad.del_av}
    return frozenset((avtale_id, rad.part_id) for avtale_id, rad in alle if rad.del_av) - hele


def _oppgaverad(oppgave: Oppgave, alt: _Alt, maalform: str) -> Oppgaverad:
    return Oppgaverad(
        kode=oppgave.kode, navn=oppgave.navn_paa(maalform), funksjon=oppgave.kostra_funksjon,
        celler=tuple(_celle(oppgave.kode, part, alt) for part in alt.medlemmer.values()),
        antall=alt.funnet.antall_parter(oppgave.kode),
    )  # fmt: skip


def _celle(kode: str, part: Part, alt: _Alt) -> Celle:
    ordninger = alt.funnet.celle(kode, part.pk)
    return Celle(
        kommune=navn_paa(part, alt.dato), ordninger=tuple(alt.rader[nr] for nr in ordninger),
        delvis=bool(ordninger) and all((nr, part.pk) in alt.delvise for nr in ordninger),
    )  # fmt: skip


def _kolonne(nr: int, part: Part, funnet: Matrise, rader: Sequence[Oppgaverad], dato: date) -> Kolonne:
    par = [(rad.navn, rad.celler[nr]) for rad in rader]
    return Kolonne(
        nummer=nummer_paa(part, dato), navn=navn_paa(part, dato), antall=funnet.antall_oppgaver(part.pk),
        oppgaver=tuple((navn, celle) for navn, celle in par if celle.ordninger),
        hvite=tuple(navn for navn, celle in par if not celle.ordninger),
    )  # fmt: skip
