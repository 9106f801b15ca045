"""The register of projects: filters, and one page of rows in lists by status and class; a fixed number of queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
    prefetch_related_objects,
)
from django.utils.translation import gettext as _

from avtaler.domene.prosjekter.fremdrift import AVSLUTTET, PAAGAAENDE, STANSET, Fremdrift, fremdrift
from avtaler.models import Avtale, Prosjekt, Prosjektdeltakelse, Prosjektklasse, Prosjektstatus, Prosjektsteg
from kommuner.domene.navn import sorteringsnoekkel
from kommuner.models import Part, Region
from kommuner.models.felles import norsk_noekkel
from kommuner.tilgang import Innsyn, med_forgjengere
from kommuner.uttrekk import navn_paa

from .gang import MED_RAAD, stegene
from .ord import stegnavn

PER_SIDE = 100
#: The order of the lists on the page: what goes on first.
STATUSENE = (PAAGAAENDE, STANSET, AVSLUTTET)
MINE, INGEN, UTEN_FREMDRIFT = "mine", "ingen", "mangler"


@dataclass(frozen=True, kw_only=True)
class Prosjektfilter:
    """What the reader asks for; an empty string is no wish. ``driver``: «mine», «ingen», «mangler» or a user's key."""

    soek: str = ""
    region: str = ""
    klasse: str = ""
    status: str = ""
    steg: str = ""
    deltaker: str = ""
    driver: str = ""
    avtale: str = ""
    bruker_id: int | None = None
    side: str = "1"


@dataclass(frozen=True, kw_only=True)
class Prosjektrad:
    """One project as a line. ``steg`` is the one that goes on, or that it came to last; 0 before the first."""

    id: int
    navn: str
    klasse: str
    status: str
    merknad: str
    region_navn: str
    region_slug: str
    avtale_id: int | None
    avtale_navn: str
    steg: int
    steg_navn: str
    steg_paagaar: bool
    deltakere: tuple[str, ...]
    driver: str
    neste: str
    neste_dato: date | None
    fremdrift: Fremdrift
    fra: date | None
    til: date | None
    etterfoelger_id: int | None
    etterfoelger: str
    viderefoert: str
    opphav: str
    kilde: str
    er_eksempel: bool
    """The whole of it, or something that stands of it, is invented."""


@dataclass(frozen=True, kw_only=True)
class Prosjektgruppe:
    """One of the lists: a class in a status, with all there are of it and those on this page."""

    klasse: str
    status: str
    navn: str
    antall: int
    rader: tuple[Prosjektrad, ...]


@dataclass(frozen=True, kw_only=True)
class Prosjektregister:
    """One page of the lists. ``uten_fremdrift``: how many open ones here lack a driver or a date, or are late."""

    grupper: tuple[Prosjektgruppe, ...]
    sider: Page
    flere_regioner: bool

    @property
    def antall(self) -> int:
        return self.sider.paginator.count

    @property
    def uten_fremdrift(self) -> int:
        return sum(not rad.fremdrift.er_i_orden for gruppe in self.grupper for rad in gruppe.rader)


def gruppenavn(status: str, klasse: str) -> str:
    """The name of a list, as 9-K had them."""
    areal = klasse == Prosjektklasse.AREAL_NAERING
    return {
        PAAGAAENDE: _("Pågående areal- og næringsprosjekter") if areal else _("Pågående driftsprosjekter"),
        STANSET: _("Stansede areal- og næringsprosjekter") if areal else _("Stansede driftsprosjekter"),
        AVSLUTTET: _("Avsluttede areal- og næringsprosjekter") if areal else _("Avsluttede driftsprosjekter"),
    }[status]


def prosjektregister(innsyn: Innsyn, filter: Prosjektfilter, *, dato: date, med_kommende: bool) -> Prosjektregister:
    """One page of the projects the reader may see, in their lists. Six queries."""
    treff = prosjektutvalg(innsyn, filter, dato=dato, med_kommende=med_kommende)
    alle = list(treff.values_list("status_da", "klasse", "region"))
    side = Paginator(treff, PER_SIDE).get_page(filter.side)
    rader = prosjektrader(side.object_list, innsyn, dato=dato)
    antall: dict[tuple[str, str], int] = {}
    for status, klasse, _region in alle:
        antall[status, klasse] = antall.get((status, klasse), 0) + 1
    return Prosjektregister(
        grupper=tuple(_grupper(rader, antall)), sider=side, flere_regioner=len({rad[2] for rad in alle}) > 1
    )


def prosjektutvalg(innsyn: Innsyn, filter: Prosjektfilter, *, dato: date, med_kommende: bool) -> QuerySet[Prosjekt]:
    """Every project the filters leave, in the order of the lists; ``med_kommende``: also those still to begin."""
    treff = Prosjekt.objects.for_user(innsyn).annotate(status_da=_status(dato), plass=_plass())
    if not med_kommende:
        treff = treff.exclude(fra__gt=dato)
    return _valgt(treff, filter, dato).order_by("plass", "klasse", "sortering", "pk")


def prosjektrader(prosjekter: Iterable[Prosjekt], innsyn: Innsyn, *, dato: date) -> list[Prosjektrad]:
    """The lines, with steps, participants and what comes after. Five queries. Wants ``status_da``."""
    rader = _med_alt(prosjekter)
    etterfoelgere = {rad.etterfoelger_id for rad in rader if rad.etterfoelger_id}
    synlige = set(Avtale.objects.for_user(innsyn).filter(pk__in=etterfoelgere).values_list("pk", flat=True))
    return [_rad(rad, synlige, dato) for rad in rader]


def prosjektregioner(innsyn: Innsyn) -> tuple[tuple[str, str], ...]:
    """The regions that have projects the reader may see. One query."""
    med = Exists(Prosjekt.objects.for_user(innsyn).filter(region=OuterRef("pk")))
    return tuple(Region.objects.filter(med).values_list("slug", "navn"))


def prosjektdeltakervalg(innsyn: Innsyn) -> tuple[tuple[str, str], ...]:
    """Those with a number who are in some project the reader may see. One query."""
    med = Prosjektdeltakelse.objects.filter(part=OuterRef("pk"), prosjekt__in=Prosjekt.objects.for_user(innsyn))
    return tuple(Part.objects.filter(Exists(med)).exclude(nummer="").values_list("nummer", "navn"))


def drivervalg(innsyn: Innsyn) -> tuple[tuple[str, str], ...]:
    """Those who drive some project the reader may see. One query."""
    drivere = Prosjekt.objects.for_user(innsyn).filter(ansvarlig__isnull=False).order_by("ansvarlig__navn", "ansvarlig")
    rader = drivere.values_list("ansvarlig", "ansvarlig__navn").distinct()
    return tuple((str(pk), navn) for pk, navn in rader if navn)


def prosjekter_under(avtale: Avtale, innsyn: Innsyn, *, dato: date, med_kommende: bool) -> list[Prosjektrad]:
    """The projects of one agreement. Five queries, one when there are none."""
    filter = Prosjektfilter(avtale=str(avtale.pk))
    treff = list(prosjektutvalg(innsyn, filter, dato=dato, med_kommende=med_kommende))
    return prosjektrader(treff, innsyn, dato=dato) if treff else []


def deltar_i(parter: Iterable[int], *, dato: date) -> Exists:
    """For a query of projects: whether one of the parties is a participant on the date, or was when it ended."""
    med = Prosjektdeltakelse.objects.filter(prosjekt=OuterRef("pk"), part__in=parter, rolle__in=MED_RAAD)
    til_slutten = Q(prosjekt__til__lte=dato, til__gte=F("prosjekt__til"))
    return Exists(med.filter(Q(til__isnull=True) | Q(til__gt=dato) | til_slutten, fra__lte=dato))


def _status(dato: date) -> Case:
    """``domene.prosjekter.fremdrift.status_paa`` in the database."""
    return Case(
        When(status=Prosjektstatus.AVSLUTTET, til__gt=dato, then=Value(PAAGAAENDE)),
        default=F("status"), output_field=CharField(),
    )  # fmt: skip


def _plass() -> Case:
    return Case(*(When(status_da=status, then=Value(plass)) for plass, status in enumerate(STATUSENE)))


def _valgt(treff: QuerySet[Prosjekt], filter: Prosjektfilter, dato: date) -> QuerySet[Prosjekt]:
    likt = {"region__slug": filter.region, "klasse": filter.klasse, "status_da": filter.status}
    treff = treff.filter(**{navn: verdi for navn, verdi in likt.items() if verdi})
    if filter.avtale:
        treff = treff.filter(avtale=int(filter.avtale))
    if filter.steg:
        treff = treff.filter(_i_steg(int(filter.steg)))
    if filter.deltaker:
        treff = treff.filter(deltar_i(_parter_med_nummer(filter.deltaker), dato=dato))
    if filter.driver:
        treff = treff.filter(_driver(filter, dato))
    for ord_ in filter.soek.split():
        treff = treff.filter(_inneholder(ord_))
    return treff


def _i_steg(nummer: int) -> Exists:
    """In the step now, or came to it last."""
    begynt = Prosjektsteg.objects.exclude(status=Prosjektsteg.Status.VENTER)
    senere = begynt.filter(prosjekt=OuterRef("prosjekt"), nummer__gt=OuterRef("nummer"))
    return Exists(begynt.filter(~Exists(senere), prosjekt=OuterRef("pk"), nummer=nummer))


def _driver(filter: Prosjektfilter, dato: date) -> Q:
    varer = Q(avtale__isnull=True) | Q(avtale__til__isnull=True) | Q(avtale__til__gt=dato)
    aapen = Q(status_da=PAAGAAENDE) & varer
    if filter.driver == MINE:
        return Q(ansvarlig=filter.bruker_id, ansvarlig__isnull=False)
    if filter.driver == INGEN:
        return aapen & Q(ansvarlig__isnull=True)
    if filter.driver == UTEN_FREMDRIFT:
        return aapen & (Q(ansvarlig__isnull=True) | Q(neste_dato__isnull=True) | Q(neste_dato__lt=dato))
    return Q(ansvarlig=int(filter.driver))


def _parter_med_nummer(nummer: str) -> frozenset[int]:
    """The municipality with the number, now or before, and those that reforms have carried into it."""
    med_nummer = Part.objects.filter(Q(nummer=nummer) | Q(identiteter__nummer=nummer))
    return med_forgjengere(frozenset(med_nummer.values_list("pk", flat=True)))


def _inneholder(ord_: str) -> Q:
    """The word in the name, what it is to do, its note or a participant, whatever its case on any server."""
    noekkel = sorteringsnoekkel(ord_)
    deltar = Prosjektdeltakelse.objects.filter(prosjekt=OuterRef("pk"), part__sortering__contains=noekkel)
    tekst = Prosjekt.objects.filter(pk=OuterRef("pk")).alias(
        soekbar=norsk_noekkel("beskrivelse", output_field=TextField()),
        soekbar_merknad=norsk_noekkel("merknad", output_field=TextField()),
    )
    i_tekst = tekst.filter(Q(soekbar__contains=noekkel) | Q(soekbar_merknad__contains=noekkel))
    return Q(sortering__contains=noekkel) | Q(Exists(deltar)) | Q(Exists(i_tekst))


def _med_alt(prosjekter: Iterable[Prosjekt]) -> list[Prosjekt]:
    """The projects with what the lines show."""
    rader = list(prosjekter)
    deltar = Prosjektdeltakelse.objects.filter(rolle__in=MED_RAAD).select_related("part")
    prefetch_related_objects(
        rader, "region", "avtale", "ansvarlig", "etterfoelger", "steg",
        Prefetch("deltakelser", queryset=deltar.prefetch_related("part__identiteter"), to_attr="med"),
    )  # fmt: skip
    return rader


def _rad(prosjekt: Prosjekt, synlige: set[int], dato: date) -> Prosjektrad:
    steg = next((ett for ett in reversed(stegene(prosjekt.steg.all())) if ett.paa(dato).status != "venter"), None)
    status = prosjekt.status_da
    avtale = prosjekt.avtale
    synlig = prosjekt.etterfoelger_id in synlige
    return Prosjektrad(
        id=prosjekt.pk, navn=prosjekt.navn, klasse=prosjekt.klasse, status=status, merknad=prosjekt.merknad,
        region_navn=prosjekt.region.navn, region_slug=prosjekt.region.slug, avtale_id=prosjekt.avtale_id,
        avtale_navn=avtale.navn if avtale else "", steg=steg.nummer if steg else 0,
        steg_navn=stegnavn(steg.nummer) if steg else "", steg_paagaar=bool(steg and steg.paa(dato).status == "paagaar"),
        deltakere=tuple(navn_paa(rad.part, dato) for rad in _som_er_med(prosjekt, dato)),
        driver=prosjekt.ansvarlig.navn if prosjekt.ansvarlig else "", neste=prosjekt.neste,
        neste_dato=prosjekt.neste_dato, fremdrift=prosjektets_fremdrift(prosjekt, status, dato=dato), fra=prosjekt.fra,
        til=prosjekt.til, etterfoelger_id=prosjekt.etterfoelger_id if synlig else None,
        etterfoelger=prosjekt.etterfoelger.navn if synlig and prosjekt.etterfoelger else "",
        viderefoert=prosjekt.viderefoert, opphav=str(prosjekt.get_opphav_display()), kilde=prosjekt.kilde,
        er_eksempel=prosjekt.er_eksempel or bool(prosjekt.eksempel_merknad),
    )  # fmt: skip


def prosjektets_fremdrift(prosjekt: Prosjekt, status: str, *, dato: date) -> Fremdrift:
    """What the project lacks on the date. Wants ``avtale`` selected."""
    avtale = prosjekt.avtale
    varer = avtale is None or avtale.til is None or avtale.til > dato
    return fremdrift(
        status=status, har_driver=prosjekt.ansvarlig_id is not None, neste=prosjekt.neste_dato, dato=dato,
        samarbeidet_varer=varer,
    )  # fmt: skip


def _som_er_med(prosjekt: Prosjekt, dato: date) -> Sequence[Prosjektdeltakelse]:
    """On the date; of a project that has ended, those who were in it to the end."""
    dag = dato if prosjekt.til is None else min(dato, prosjekt.til - timedelta(days=1))
    return [rad for rad in prosjekt.med if rad.fra <= dag and (rad.til is None or rad.til > dag)]


def _grupper(rader: Iterable[Prosjektrad], antall: dict[tuple[str, str], int]) -> Iterable[Prosjektgruppe]:
    for (status, klasse), gruppe in groupby(rader, key=lambda rad: (rad.status, rad.klasse)):
        yield Prosjektgruppe(
            klasse=klasse,
            status=status,
            navn=gruppenavn(status, klasse),
            antall=antall[status, klasse],
            rader=tuple(gruppe),
        )
