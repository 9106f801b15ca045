"""The clean-up list of the regions a coordinator keeps: every finding with its handling, and how far each region is."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from avtaler.domene.rydding.behandling import INGEN, Behandling, Sakstilstand, tilstand
from avtaler.domene.rydding.frister import SLUTT_FOELGES_OPP
from avtaler.domene.rydding.funn import Ryddefunn, finn_funn
from avtaler.domene.rydding.regel import Alvor
from avtaler.models import Avtale, Funnbehandling, Ryddestatistikk
from avtaler.regler import les_regelverk
from avtaler.regler.rydderegler import les_rydderegler
from kommuner.models import Bruker, Region, Rolle, Tilgang
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn

from .ryddegrunnlag import ryddegrunnlag_for

PER_SIDE = 50
AAPNE, AVKLARTE, ALLE = "aapne", "avklarte", "alle"
#: What the thermometer compares with.
FOER = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class Ryddefilter:
    """What the reader asks for; an empty string is no wish."""

    region: str = ""
    kode: str = ""
    alvor: str = ""
    vis: str = AAPNE
    mine: str = ""
    side: str = "1"


@dataclass(frozen=True, kw_only=True)
class Ryddesak:
    """One finding of one agreement as the list shows it, in the reader's language."""

    avtale_id: int
    avtale_navn: str
    region_id: int
    kode: str
    alvor: Alvor
    alvor_navn: str
    tittel: str
    tekst: str
    hjemmel: str
    kilde: str
    tiltak: str
    sted: str
    avtrykk: str
    tilstand: Sakstilstand
    tilstand_navn: str
    eier_id: int | None
    behandling: Behandling

    @property
    def er_avklart(self) -> bool:
        return self.tilstand is Sakstilstand.AVKLART


@dataclass(frozen=True, kw_only=True)
class Regionframdrift:
    """How far a region is: agreements with nothing left to do, of all that are kept."""

    slug: str
    navn: str
    avtaler: int
    i_orden: int
    aapne: int
    avklarte: int
    aapne_foer: int | None

    @property
    def prosent(self) -> int:
        """Whole percent, rounded down: a hundred means all."""
        return 100 * self.i_orden // self.avtaler if self.avtaler else 100


@dataclass(frozen=True, kw_only=True)
class Ryddeside:
    """The page: one page of findings, the counts per kind (before paging), and the regions."""

    saker: tuple[Ryddesak, ...]
    sider: Page
    slag: tuple[tuple[str, str, int], ...]
    regioner: tuple[Regionframdrift, ...]


def alvornavn(alvor: Alvor) -> str:
    """The gravity as a person says it."""
    return {Alvor.HASTER: _("Haster"), Alvor.BOER: _("Bør ryddes"), Alvor.KAN_VENTE: _("Kan vente")}[alvor]


def tilstandsnavn(ett: Sakstilstand) -> str:
    """The state as a person says it."""
    return {
        Sakstilstand.AAPEN: _("Åpen"),
        Sakstilstand.FORFALT: _("Over fristen"),
        Sakstilstand.GJENAAPNET: _("Åpnet igjen"),
        Sakstilstand.AVKLART: _("Avklart"),
    }[ett]


def ryddeside(innsyn: Innsyn, filter: Ryddefilter, *, bruker_id: int, dato: date, maalform: str) -> Ryddeside:
    """The findings on ``dato`` in the regions the reader keeps. A fixed number of queries."""
    regioner = list(_regioner(innsyn))
    saker = ryddesaker(_avtaler(regioner, dato), dato=dato, maalform=maalform)
    i_utvalget = [sak for sak in saker if _passer(sak, filter, regioner, bruker_id)]
    side = Paginator([s for s in i_utvalget if not filter.kode or s.kode == filter.kode], PER_SIDE)
    valgt = side.get_page(filter.side)
    return Ryddeside(
        saker=tuple(valgt.object_list), sider=valgt, slag=_slag(i_utvalget),
        regioner=tuple(regionframdrift(regioner, saker, dato=dato)),
    )  # fmt: skip


def ryddesaker(avtaler: Collection[Avtale], *, dato: date, maalform: str) -> list[Ryddesak]:
    """Every finding of the agreements, gravest first, then by agreement."""
    behandlinger = _behandlinger(avtaler)
    grunnlag = ryddegrunnlag_for(avtaler, dato=dato)
    regler, regelverk = les_rydderegler(), les_regelverk()
    saker = [
        _sak(avtale, funn, behandlinger.get((avtale.pk, funn.kode)), dato, maalform)
        for avtale in avtaler
        for funn in finn_funn(grunnlag[avtale.pk], regler=regler, regelverk=regelverk, dato=dato)
    ]
    rekkefoelge = list(Alvor)
    return sorted(saker, key=lambda sak: rekkefoelge.index(sak.alvor))


def regionenes_framdrift(regioner: Sequence[Region], *, dato: date) -> list[Regionframdrift]:
    """The same for any regions, without a list to show."""
    saker = ryddesaker(_avtaler(regioner, dato), dato=dato, maalform="nb")
    return regionframdrift(regioner, saker, dato=dato)


def regionframdrift(regioner: Sequence[Region], saker: Iterable[Ryddesak], *, dato: date) -> list[Regionframdrift]:
    """How far each region is, and how many findings were open a month before. Two queries."""
    saker = list(saker)
    avtaler = Counter(_avtaler(regioner, dato).order_by().values_list("region_id", flat=True))
    foer = _aapne_foer(regioner, dato)
    return [_framdrift(region, [s for s in saker if s.region_id == region.pk], avtaler, foer) for region in regioner]


def _framdrift(
    region: Region, saker: Sequence[Ryddesak], avtaler: Counter[int], foer: dict[int, int]
) -> Regionframdrift:
    aapne = [sak for sak in saker if not sak.er_avklart]
    return Regionframdrift(
        slug=region.slug, navn=region.navn, avtaler=avtaler[region.pk],
        i_orden=avtaler[region.pk] - len({sak.avtale_id for sak in aapne}),
        aapne=len(aapne), avklarte=len(saker) - len(aapne), aapne_foer=foer.get(region.pk),
    )  # fmt: skip


def _aapne_foer(regioner: Sequence[Region], dato: date) -> dict[int, int]:
    """The count nearest to a month ago."""
    tellinger = Ryddestatistikk.objects.filter(region__in=regioner, dato__lte=dato - FOER).order_by("dato")
    return dict(tellinger.values_list("region_id", "aapne"))


def regionvalg(innsyn: Innsyn) -> list[tuple[str, str]]:
    """The regions the reader keeps, as choices. One query."""
    return [(region.slug, region.navn) for region in _regioner(innsyn)]


def koordinatorer_for(avtale: Avtale, *, dato: date) -> QuerySet[Bruker]:
    """Who may take on a finding: those who are coordinators of the agreement's region on ``dato``."""
    i_regionen = Tilgang.objects.filter(gyldig(dato), rolle=Rolle.KOORDINATOR, region=avtale.region_id)
    return Bruker.objects.filter(is_active=True, pk__in=i_regionen.values("bruker")).order_by("navn", "pk")


def _regioner(innsyn: Innsyn):
    alle = Region.objects.order_by("navn", "pk")
    return alle if innsyn.er_administrator else alle.filter(pk__in=innsyn.regioner)


def _avtaler(regioner: Collection[Region], dato: date):
    """What is kept: everything that runs or is to, and what ended lately; drafts are still being written."""
    nylig = Q(til__isnull=True) | Q(til__gte=dato - SLUTT_FOELGES_OPP)
    return Avtale.objects.filter(nylig, region__in=regioner, er_utkast=False).order_by("sortering", "pk")


def _passer(sak: Ryddesak, filter: Ryddefilter, regioner: Sequence[Region], bruker_id: int) -> bool:
    slugger = {region.pk: region.slug for region in regioner}
    vist = filter.vis == ALLE or sak.er_avklart == (filter.vis == AVKLARTE)
    i_regionen = not filter.region or slugger.get(sak.region_id) == filter.region
    return (
        vist
        and i_regionen
        and (not filter.alvor or sak.alvor == filter.alvor)
        and (not filter.mine or sak.eier_id == bruker_id)
    )


def _slag(saker: Iterable[Ryddesak]) -> tuple[tuple[str, str, int], ...]:
    """The kinds of findings there are, with their count, in the order of the rules."""
    antall = Counter((sak.kode, sak.tittel) for sak in saker)
    rekkefoelge = list(les_rydderegler())
    par = sorted(antall, key=lambda ett: rekkefoelge.index(ett[0]))
    return tuple((kode, tittel, antall[kode, tittel]) for kode, tittel in par)


def _behandlinger(avtaler: Collection[Avtale]) -> dict[tuple[int, str], Funnbehandling]:
    rader = Funnbehandling.objects.filter(avtale__in=[avtale.pk for avtale in avtaler])
    return {(rad.avtale_id, rad.kode): rad for rad in rader.select_related("eier", "kvittert_av")}


def _sak(avtale: Avtale, funn: Ryddefunn, rad: Funnbehandling | None, dato: date, maalform: str) -> Ryddesak:
    behandling = INGEN if rad is None else _behandling(rad)
    naa = tilstand(funn.avtrykk, behandling, dato=dato)
    return Ryddesak(
        avtale_id=avtale.pk, avtale_navn=avtale.navn, region_id=avtale.region_id, kode=funn.kode,
        alvor=funn.regel.alvor, alvor_navn=alvornavn(funn.regel.alvor), tittel=funn.regel.tittel.paa(maalform),
        tekst=funn.tekst.paa(maalform), hjemmel=funn.hjemmel.paa(maalform) if funn.hjemmel else "",
        kilde=funn.hjemmel.kilde if funn.hjemmel else "", tiltak=funn.regel.tiltak.paa(maalform),
        sted=funn.regel.sted, avtrykk=funn.avtrykk, tilstand=naa, tilstand_navn=tilstandsnavn(naa),
        eier_id=rad.eier_id if rad else None, behandling=behandling,
    )  # fmt: skip


def _behandling(rad: Funnbehandling) -> Behandling:
    return Behandling(
        eier=str(rad.eier or ""), frist=rad.frist, merknad=rad.merknad, kvittert=rad.kvittert,
        kvittert_av=str(rad.kvittert_av or ""), begrunnelse=rad.begrunnelse, avtrykk=rad.avtrykk, versjon=rad.versjon,
    )  # fmt: skip
