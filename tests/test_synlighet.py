"""A2: whatever users and objects there are, one sees exactly what the rules say. The rules are written anew here.

Each example is a small world: municipalities carried into each other by reforms (some still to come), regions with
dated members, people with dated roles, and agreements with everything that hangs on them. The oracle below knows
nothing of ``Innsyn`` or of the querysets.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from avtaler.models import Avtale, Deltakelse, Dokument, Runde
from avtaler.uttrekk.historikk import Historikkfilter, historikkside
from avtaler.uttrekk.register import ALLE, Filter, utvalget
from avtaler.uttrekk.rundeliste import Rundefilter, rundeliste
from kommuner.models import Bruker, Kommuneendring, Part, Region, Regionmedlemskap, Tilgang
from kommuner.tilgang import Innsyn, innsyn_for
from kostnad.tilgang import aarsinnsyn
from rapport.models import Bestilling, Oeyeblikksbilde, Rapportjobb

pytestmark = pytest.mark.django_db

DATO = date(2026, 11, 20)
AAR = range(2019, 2030)
PARTER, REGIONER, AVTALER, BRUKERE = range(7), range(3), range(9), range(5)
VED_KOMMUNE = ("politiker", "sekretaer", "rapportoer", "innsyn")
VED_REGION = ("koordinator", "sekretaer")
#: To look for the smallest world that fails takes minutes, and what is said of the large one is enough.
UTEN_KRYMPING = (Phase.explicit, Phase.reuse, Phase.generate)


@dataclass(frozen=True)
class Rolle:
    """A role at a region or a municipality (by their places in the world), or of an administrator, in a period."""

    rolle: str
    region: int | None
    part: int | None
    fra: date
    til: date | None


@dataclass
class Verdenen:
    """The facts, by place; the oracle reads these, the database is filled with them."""

    arv: list[tuple[int, int, date]] = field(default_factory=list)
    medlemskap: list[tuple[int, int, date, date | None]] = field(default_factory=list)
    roller: list[list[Rolle]] = field(default_factory=list)
    avtaler: list[tuple[int, bool]] = field(default_factory=list)
    deltakelser: list[tuple[int, int, date, date | None]] = field(default_factory=list)
    dokumenter: list[tuple[int, bool, date | None]] = field(default_factory=list)
    bestillinger: list[list[int]] = field(default_factory=list)


dager = st.sampled_from(
    [date(2018, 5, 1), date(2020, 1, 1), date(2022, 7, 1), date(2025, 12, 31), date(2026, 1, 1), DATO, date(2028, 1, 1)]
)


@st.composite
def perioder(draw) -> tuple[date, date | None]:
    fra = draw(dager)
    til = draw(st.none() | dager)
    return fra, til if til is not None and til > fra else None


@st.composite
def roller(draw) -> Rolle:
    sted = draw(st.sampled_from(["kommune", "kommune", "region", "ingen"]))
    fra, til = draw(perioder())
    if sted == "ingen":
        return Rolle("administrator", None, None, fra, til)
    if sted == "region":
        return Rolle(draw(st.sampled_from(VED_REGION)), draw(st.sampled_from(REGIONER)), None, fra, til)
    return Rolle(draw(st.sampled_from(VED_KOMMUNE)), None, draw(st.sampled_from(PARTER)), fra, til)


@st.composite
def verdener(draw) -> Verdenen:
    verden = Verdenen()
    for fra_part in PARTER[:-1]:  # Always into a later one: no municipality becomes its own predecessor.
        for til_part in draw(st.sets(st.sampled_from(PARTER[fra_part + 1 :]), max_size=2)):
            if draw(st.booleans()):
                verden.arv.append((fra_part, til_part, draw(dager)))
    for region in REGIONER:
        for part in draw(st.sets(st.sampled_from(PARTER), max_size=3)):
            verden.medlemskap.append((region, part, *draw(perioder())))
    verden.roller = [draw(st.lists(roller(), max_size=3)) for _ in BRUKERE]
    for avtale in AVTALER:
        verden.avtaler.append((draw(st.sampled_from(REGIONER)), draw(st.booleans())))
        for part in draw(st.sets(st.sampled_from(PARTER), max_size=3)):
            verden.deltakelser.append((avtale, part, *draw(perioder())))
        verden.dokumenter.append((avtale, draw(st.booleans()), draw(st.none() | dager)))
    verden.bestillinger = [sorted(draw(st.sets(st.sampled_from(PARTER), max_size=2))) for _ in range(3)]
    return verden


# The oracle: docs/valg/0001, 0002 and 0006, and the table of roles, in plain Python --------------------------------


def varer(fra: date, til: date | None) -> bool:
    return fra <= DATO and (til is None or DATO < til)


class Orakel:
    """What one person may see and do today."""

    def __init__(self, verden: Verdenen, bruker: int) -> None:
        self.verden = verden
        self.roller = [rolle for rolle in verden.roller[bruker] if varer(rolle.fra, rolle.til)]

    @property
    def admin(self) -> bool:
        return any(rolle.rolle == "administrator" for rolle in self.roller)

    def kommuner_ved(self, *roller: str) -> set[int]:
        """The municipalities one has such a role at, with those that reforms have carried into them by today."""
        return self._med_forgjengere({r.part for r in self.roller if r.part is not None and r.rolle in roller})

    def medlemmer(self) -> set[int]:
        """Today's members of the regions one coordinates or is secretary of, and their predecessors."""
        egne = {rolle.region for rolle in self.roller if rolle.region is not None}
        return self._med_forgjengere({p for r, p, fra, til in self.verden.medlemskap if r in egne and varer(fra, til)})

    def egne(self) -> set[int]:
        return self.kommuner_ved(*VED_KOMMUNE) | self.medlemmer()

    def _med_forgjengere(self, parter: set[int]) -> set[int]:
        if forgjengere := {f for f, t, dag in self.verden.arv if t in parter and dag <= DATO} - parter:
            return self._med_forgjengere(parter | forgjengere)
        return parter

    def redigerer(self, region: int) -> bool:
        return self.admin or any(r.rolle == "koordinator" and r.region == region for r in self.roller)

    def bestiller(self, part: int) -> bool:
        return self.admin or part in self.kommuner_ved("sekretaer") | self.medlemmer()

    def bestiller_region(self, region: int) -> bool:
        return self.admin or any(r.region == region for r in self.roller)

    def ser_avtale(self, avtale: int) -> bool:
        region, er_utkast = self.verden.avtaler[avtale]
        return not er_utkast or self.redigerer(region)

    def _deltok(self, avtale: int, parter: set[int]) -> list[tuple[date, date | None]]:
        return [(fra, til) for a, part, fra, til in self.verden.deltakelser if a == avtale and part in parter]

    def ser_penger(self, avtale: int) -> bool:
        inne = self.redigerer(self.verden.avtaler[avtale][0]) or bool(self._deltok(avtale, self.egne()))
        return self.ser_avtale(avtale) and inne

    def ser_aaret(self, avtale: int, aar: int) -> bool:
        """A participant sees every year; one that has left sees the years in which it was in for a day or more."""
        if self.redigerer(self.verden.avtaler[avtale][0]):
            return True
        deltok = self._deltok(avtale, self.egne())
        if self._er_med(avtale, self.egne()):
            return True
        return any(fra < date(aar + 1, 1, 1) and til > date(aar, 1, 1) for fra, til in deltok)

    def ser_historikk(self, avtale: int) -> bool:
        inne = self._er_med(avtale, self.kommuner_ved("innsyn"))
        return self.ser_avtale(avtale) and (self.redigerer(self.verden.avtaler[avtale][0]) or inne)

    def _er_med(self, avtale: int, parter: set[int]) -> bool:
        """Whether one of them is in the agreement, or is to be."""
        return any(til is None or til > DATO for _fra, til in self._deltok(avtale, parter))

    def ser_dokument(self, dokument: int) -> bool:
        avtale, er_offentlig, dag = self.verden.dokumenter[dokument]
        if er_offentlig or not self.ser_avtale(avtale):
            return self.ser_avtale(avtale)
        if self.redigerer(self.verden.avtaler[avtale][0]) or self._er_med(avtale, self.egne()):
            return True
        deltok = self._deltok(avtale, self.egne())
        return dag is not None and any(fra <= dag and (til is None or dag < til) for fra, til in deltok)

    def ser_rapport(self, part: int) -> bool:
        return self.admin or part in self.egne()

    def ser_bestilling(self, parter: list[int]) -> bool:
        return self.admin or (bool(parter) and set(parter) <= self.egne())

    def kunne_bestilt(self, parter: list[int]) -> bool:
        return self.admin or (bool(parter) and all(self.bestiller(part) for part in parter))


# The database: the same facts as rows ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Rader:
    """The rows by place: the oracle's numbers are their indexes."""

    parter: list[Part]
    regioner: list[Region]
    brukere: list[Bruker]
    avtaler: list[Avtale]
    dokumenter: list[Dokument]
    runder: list[Runde]
    jobber: list[Rapportjobb]
    bestillinger: list[Bestilling]


def fyll(verden: Verdenen) -> Rader:
    merke = uuid4().hex[:10]
    parter = Part.objects.bulk_create(Part(noekkel=f"{merke}-{i}", type="kommune", navn=f"Kommune {i}") for i in PARTER)
    regioner = Region.objects.bulk_create(Region(navn=f"Region {i}", slug=f"{merke}-{i}") for i in REGIONER)
    brukere = Bruker.objects.bulk_create(Bruker(email=f"{merke}-{i}@example.no", navn=f"Bruker {i}") for i in BRUKERE)
    Kommuneendring.objects.bulk_create(
        Kommuneendring(fra_part=parter[f], til_part=parter[t], dato=dag, type="sammenslaaing")
        for f, t, dag in verden.arv
    )
    Regionmedlemskap.objects.bulk_create(
        Regionmedlemskap(region=regioner[r], part=parter[p], fra=fra, til=til) for r, p, fra, til in verden.medlemskap
    )
    Tilgang.objects.bulk_create(
        Tilgang(
            bruker=bruker, rolle=rolle.rolle, fra=rolle.fra, til=rolle.til,
            region=None if rolle.region is None else regioner[rolle.region],
            part=None if rolle.part is None else parter[rolle.part],
        )
        for bruker, rollene in zip(brukere, verden.roller, strict=True)
        for rolle in rollene
    )  # fmt: skip
    avtaler = Avtale.objects.bulk_create(
        Avtale(navn=f"Avtale {i}", form="KO", klasse="tjenesteyting", region=regioner[region], er_utkast=er_utkast)
        for i, (region, er_utkast) in enumerate(verden.avtaler)
    )
    Deltakelse.objects.bulk_create(
        Deltakelse(avtale=avtaler[a], part=parter[p], fra=fra, til=til) for a, p, fra, til in verden.deltakelser
    )
    return Rader(
        parter, regioner, brukere, avtaler, _dokumenter(verden, avtaler), _runder(avtaler),
        jobber := _jobber(parter, merke), _bestillinger(verden, jobber),
    )  # fmt: skip


def _dokumenter(verden: Verdenen, avtaler: list[Avtale]) -> list[Dokument]:
    felles = {
        "tittel": "Dokument", "filnavn": "x.pdf", "sha256": "0" * 64, "endelse": "pdf", "mimetype": "application/pdf",
        "stoerrelse": 1, "lagt_inn": datetime(2026, 1, 1, tzinfo=UTC),
    }  # fmt: skip
    return Dokument.objects.bulk_create(
        Dokument(
            avtale=avtaler[avtale],
            er_offentlig=er_offentlig,
            dato=dag,
            unntakshjemmel="" if er_offentlig else "offl. § 14",
            **felles,
        )
        for avtale, er_offentlig, dag in verden.dokumenter
    )


def _runder(avtaler: list[Avtale]) -> list[Runde]:
    return Runde.objects.bulk_create(Runde(avtale=a, slag="endre", tittel="Runde", forslag="Ja.") for a in avtaler)


def _jobber(parter: list[Part], merke: str) -> list[Rapportjobb]:
    bilde = Oeyeblikksbilde.objects.create(sha256=merke, innhold={})
    return Rapportjobb.objects.bulk_create(
        Rapportjobb(part=part, dato=DATO, maalform="nb", bilde=bilde) for part in parter
    )


def _bestillinger(verden: Verdenen, jobber: list[Rapportjobb]) -> list[Bestilling]:
    rader = Bestilling.objects.bulk_create(Bestilling(dato=DATO) for _ in verden.bestillinger)
    kobling = Bestilling.jobber.through
    kobling.objects.bulk_create(
        kobling(bestilling=rad, rapportjobb=jobber[part])
        for rad, deler in zip(rader, verden.bestillinger, strict=True)
        for part in deler
    )
    return rader


# The comparison -----------------------------------------------------------------------------------------------------

#: (what was asked, who and what, the answer, the oracle's)
Sjekk = tuple[str, int, bool, bool]


def _alle(hva: str, rader: list, sett: Iterable[int], ventet: Iterable[bool]) -> Iterator[Sjekk]:
    """Each row of ``rader``: whether it was among the primary keys that were seen."""
    sett = set(sett)
    for plass, (rad, svar) in enumerate(zip(rader, ventet, strict=True)):
        yield hva, plass, rad.pk in sett, svar


def _sjekk(rader: Rader, verden: Verdenen, bruker: int) -> Iterator[Sjekk]:
    innsyn, orakel = innsyn_for(rader.brukere[bruker], dato=DATO), Orakel(verden, bruker)
    yield from _lister(rader, innsyn, orakel)
    yield from _enkeltspoersmaal(rader, innsyn, orakel)


def _lister(rader: Rader, innsyn: Innsyn, orakel: Orakel) -> Iterator[Sjekk]:
    """Everything that is read as a list: one query or two for each."""
    avtaler, verden = rader.avtaler, orakel.verden
    ser = [orakel.ser_avtale(nr) for nr in AVTALER]
    historikk = historikkside(innsyn, Historikkfilter(), maalform="nb")
    yield from _alle("avtale", avtaler, _pk(Avtale.objects.for_user(innsyn)), ser)
    yield from _alle("register", avtaler, _pk(utvalget(innsyn, Filter(status=ALLE), dato=DATO)), ser)
    yield from _alle("penger", avtaler, _pk(Avtale.objects.med_oekonomi_for(innsyn)), map(orakel.ser_penger, AVTALER))
    yield from _alle(
        "historikk", avtaler, _pk(Avtale.objects.med_historikk_for(innsyn)), map(orakel.ser_historikk, AVTALER)
    )
    yield from _alle("logg", avtaler, (i.avtale_id for i in historikk.innslag), map(orakel.ser_historikk, AVTALER))
    yield from _alle(
        "dokument", rader.dokumenter, _pk(Dokument.objects.for_user(innsyn)), map(orakel.ser_dokument, AVTALER)
    )
    runder = rundeliste(innsyn, Rundefilter(), dato=DATO).rader
    yield from _alle("runde", rader.runder, (rad.tavle.id for rad in runder), ser)
    yield from _alle(
        "rapport", rader.jobber, _pk(Rapportjobb.objects.for_user(innsyn)), map(orakel.ser_rapport, PARTER)
    )
    sett, egne = Bestilling.objects.for_user(innsyn), Bestilling.objects.som_kan_bestilles_av(innsyn)
    yield from _alle("bestilling", rader.bestillinger, _pk(sett), map(orakel.ser_bestilling, verden.bestillinger))
    yield from _alle("kan bestilles", rader.bestillinger, _pk(egne), map(orakel.kunne_bestilt, verden.bestillinger))


def _enkeltspoersmaal(rader: Rader, innsyn: Innsyn, orakel: Orakel) -> Iterator[Sjekk]:
    for nr, part in enumerate(rader.parter):
        yield "part", nr, innsyn.ser_part(part.pk), orakel.ser_rapport(nr)
        yield "bestille", nr, innsyn.kan_bestille(part.pk), orakel.bestiller(nr)
    for nr, region in enumerate(rader.regioner):
        yield "redigere", nr, innsyn.kan_redigere(region.pk), orakel.redigerer(nr)
        yield "bestille for region", nr, innsyn.kan_bestille_region(region.pk), orakel.bestiller_region(nr)
    for nr, avtale in enumerate(rader.avtaler):
        if orakel.ser_penger(nr):
            aarene = aarsinnsyn(avtale, innsyn, dato=DATO)
            yield from (("år", aar, aarene.ser(aar), orakel.ser_aaret(nr, aar)) for aar in AAR)


def _pk(rader) -> list[int]:
    return list(rader.order_by().values_list("pk", flat=True))


def test_visible_if_and_only_if_the_rules_say_so():
    sjekket = 0

    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), phases=UTEN_KRYMPING)
    @given(verdener())
    def proev(verden: Verdenen) -> None:
        nonlocal sjekket
        with transaction.atomic():
            rader = fyll(verden)
            for bruker in BRUKERE:
                for hva, nr, svar, ventet in _sjekk(rader, verden, bruker):
                    sjekket += 1
                    assert svar == ventet, (hva, nr, verden.roller[bruker])
            transaction.set_rollback(True)

    proev()
    assert sjekket >= 10_000
