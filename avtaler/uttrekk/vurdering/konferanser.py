"""A conference as a page: what was said there, and what it gives the councils (needs 4.19, 4.25)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from avtaler.domene.ideer.interesse import Svar, forenet
from avtaler.domene.vurdering.dommer import REKKEFOELGE, Enighet, enighet
from avtaler.domene.vurdering.lapper import Fase
from avtaler.domene.vurdering.saksliste import MINST_SOM_VIL, Arrangement, Ideinteresse, Sakslinje, Tema, saksliste
from avtaler.models import (
    Avtale,
    Ide,
    Idestatus,
    Konferanse,
    Lappegruppe,
    Lapperunde,
    Saksforslag,
    Vurdering,
)
from avtaler.uttrekk.ideer.rader import stemmer
from kommuner.models import Region
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import medlemmer

from .lapper import Lapperunderad, fasen, lapperunder
from .oversikt import deltakere_i
from .regioner import hoerer_til, maalform_i

AAPNE_IDEER = (Idestatus.NY, Idestatus.VURDERES)


@dataclass(frozen=True, kw_only=True)
class Ordningsdom:
    """One arrangement with the verdicts given at the conference: (municipality, verdict, in words)."""

    id: int
    navn: str
    enighet: Enighet
    dommer: tuple[tuple[str, str, str], ...]
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Iderad:
    """One idea with how many want to join, may want to, and do not."""

    id: int
    tittel: str
    vil: int
    kanskje: int
    vil_ikke: int
    status_navn: str


@dataclass(frozen=True, kw_only=True)
class Saksrad:
    """One line of the case list; ``runde`` when it has become one, ``gjelder`` is what it comes of."""

    id: int
    tittel: str
    tekst: str
    avtale_id: int | None
    avtale: str
    ide_id: int | None
    ide: str
    lapperunde_id: int | None
    tema: str
    runde_id: int | None
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Konferanseside:
    """One conference. ``saker`` is None for readers outside the region: the list is a draft."""

    lapperunder: tuple[Lapperunderad, ...]
    vurderinger: tuple[Ordningsdom, ...]
    ideer: tuple[Iderad, ...]
    saker: tuple[Saksrad, ...] | None
    tatt_ut: tuple[Saksrad, ...]

    @property
    def oenskede_ideer(self) -> tuple[Iderad, ...]:
        """Those some municipality has answered."""
        return tuple(ide for ide in self.ideer if ide.vil or ide.kanskje or ide.vil_ikke)

    @property
    def andre_ideer(self) -> tuple[Iderad, ...]:
        return tuple(ide for ide in self.ideer if ide not in self.oenskede_ideer)


def konferanser(region: Region | None = None) -> Iterable[Konferanse]:
    """All the conferences, newest first, with how many rounds, verdicts and cases each has. One query."""
    alle = Konferanse.objects.select_related("region").annotate(
        runder=Count("lapperunder", distinct=True), dommer=Count("vurderinger", distinct=True),
        saker=Count("saksforslag", distinct=True, filter=Q(saksforslag__tatt_ut=False)),
    )  # fmt: skip
    return alle if region is None else alle.filter(region=region)


def konferanseside(konferanse: Konferanse, innsyn: Innsyn, *, idag: date) -> Konferanseside:
    """Nine queries at most."""
    parter = list(medlemmer(konferanse.region_id, dato=konferanse.dato))
    vises = hoerer_til(innsyn, konferanse.region_id, [part.pk for part in parter])
    redigerer = innsyn.kan_redigere(konferanse.region_id)
    saker = list(_saker(konferanse)) if vises else []
    return Konferanseside(
        lapperunder=lapperunder(idag=idag, konferanse=konferanse.pk), vurderinger=_vurderinger(konferanse, innsyn),
        ideer=tuple(map(_iderad, konferansens_ideer(konferanse))),
        saker=tuple(_saksrad(sak, redigerer) for sak in saker if not sak.tatt_ut) if vises else None,
        tatt_ut=tuple(_saksrad(sak, redigerer) for sak in saker if sak.tatt_ut) if redigerer else (),
    )  # fmt: skip


def forslag_til_saker(konferanse: Konferanse, *, idag: date) -> tuple[Sakslinje, ...]:
    """The cases that the results give now, in the language of the region's members. Seven queries."""
    arrangementer = [
        Arrangement(id=avtale.pk, navn=avtale.navn, antall=antall, dommer={dom.part.navn: dom.dom for dom in dommer})
        for avtale, antall, dommer in _dommer(konferanse, Avtale.objects.filter(er_utkast=False))
    ]
    ideer = [
        Ideinteresse(id=en.ide.pk, tittel=en.ide.tittel, vil=en.vil)
        for en in konferansens_ideer(konferanse)
        if en.ide.status in AAPNE_IDEER
    ]
    maalform = maalform_i(medlemmer(konferanse.region_id, dato=konferanse.dato))
    return saksliste(arrangementer, ideer, _temaer(konferanse, idag), maalform=maalform)


@dataclass(frozen=True, kw_only=True)
class Ideresultat:
    """One idea with what was said to it and to those merged into it; ``vil`` are names in Norwegian order."""

    ide: Ide
    vil: tuple[str, ...]
    kanskje: int
    vil_ikke: int
    er_fra_dagen: bool


def konferansens_ideer(konferanse: Konferanse) -> list[Ideresultat]:
    """The ideas of the region from that day, and the open ones that at least two want, most wanted first."""
    familier: dict[int, list[Ide]] = defaultdict(list)
    ideer = Ide.objects.filter(region=konferanse.region_id).prefetch_related("interesser__part")
    for ide in ideer.order_by("sortering", "pk"):
        familier[ide.slaatt_sammen_med_id or ide.pk].append(ide)
    alle = [_resultat(pk, familie, konferanse.dato) for pk, familie in familier.items()]
    med = [en for en in alle if en.ide.status != Idestatus.SLAATT_SAMMEN and (en.er_fra_dagen or _er_oensket(en))]
    return sorted(med, key=lambda en: (-len(en.vil), en.ide.sortering, en.ide.pk))


def _resultat(pk: int, familie: list[Ide], dag: date) -> Ideresultat:
    parter = {rad.part_id: rad.part for ide in familie for rad in ide.interesser.all()}
    svar = {parter[part]: en.svar for part, en in forenet(stemmer(familie)).items()}
    vil = sorted((part for part, sagt in svar.items() if sagt == Svar.VIL), key=lambda part: part.sortering)
    koder = list(svar.values())
    return Ideresultat(
        ide=next((ide for ide in familie if ide.pk == pk), familie[0]), vil=tuple(part.navn for part in vil),
        kanskje=koder.count(Svar.KANSKJE), vil_ikke=koder.count(Svar.VIL_IKKE),
        er_fra_dagen=any(ide.dato == dag for ide in familie),
    )  # fmt: skip


def _er_oensket(en: Ideresultat) -> bool:
    return en.ide.status in AAPNE_IDEER and len(en.vil) >= MINST_SOM_VIL


def _vurderinger(konferanse: Konferanse, innsyn: Innsyn) -> tuple[Ordningsdom, ...]:
    rader = (
        Ordningsdom(
            id=avtale.pk, navn=avtale.navn, enighet=enighet([dom.dom for dom in dommer], antall=antall),
            dommer=tuple((dom.part.navn, dom.dom, dom.get_dom_display()) for dom in dommer),
            er_eksempel=any(dom.er_eksempel for dom in dommer),
        )
        for avtale, antall, dommer in _dommer(konferanse, Avtale.objects.for_user(innsyn))
    )  # fmt: skip
    return tuple(sorted(rader, key=lambda rad: REKKEFOELGE[rad.enighet]))


def _dommer(konferanse: Konferanse, avtaler: Iterable[Avtale]) -> list[tuple[Avtale, int, list[Vurdering]]]:
    """The arrangements judged there, how many are in each on the day, and the verdicts of those. Three queries."""
    etter_avtale: Mapping[int, dict[int, Vurdering]] = defaultdict(dict)
    for rad in konferanse.vurderinger.select_related("part"):
        etter_avtale[rad.avtale_id].setdefault(rad.part_id, rad)
    funnet = list(avtaler.filter(pk__in=etter_avtale))
    deltakere = deltakere_i(funnet, dato=konferanse.dato)
    return [(avtale, *_som_er_med(etter_avtale[avtale.pk], deltakere[avtale.pk])) for avtale in funnet]


def _som_er_med(dommer: Mapping[int, Vurdering], deltakere: set[int]) -> tuple[int, list[Vurdering]]:
    gjeldende = [dom for part, dom in dommer.items() if part in deltakere]
    return len(deltakere), sorted(gjeldende, key=lambda dom: dom.part.sortering)


def _temaer(konferanse: Konferanse, idag: date) -> list[Tema]:
    """The themes of rounds that hang."""
    runder = Lapperunde.objects.filter(konferanse=konferanse)
    henger = [runde.pk for runde in runder if fasen(runde, idag) is Fase.HENGT_OPP]
    grupper = Lappegruppe.objects.filter(lapperunde__in=henger).annotate(antall=Count("lapper"))
    return [Tema(id=en.pk, navn=en.navn, antall=en.antall, besvart=bool(en.svar)) for en in grupper if en.antall]


def _iderad(en: Ideresultat) -> Iderad:
    return Iderad(
        id=en.ide.pk, tittel=en.ide.tittel, vil=len(en.vil), kanskje=en.kanskje, vil_ikke=en.vil_ikke,
        status_navn=en.ide.get_status_display(),
    )  # fmt: skip


def _saker(konferanse: Konferanse) -> Iterable[Saksforslag]:
    return konferanse.saksforslag.select_related("avtale", "ide", "lappegruppe", "runde__avtale")


def _saksrad(sak: Saksforslag, redigerer: bool) -> Saksrad:
    """Drafts of agreements are named only to those who keep them."""
    avtale = sak.avtale if sak.avtale and (redigerer or not sak.avtale.er_utkast) else None
    runde = sak.runde if sak.runde and (redigerer or not sak.runde.avtale.er_utkast) else None
    tema = sak.lappegruppe
    return Saksrad(
        id=sak.pk, tittel=sak.tittel, tekst=sak.tekst, avtale_id=avtale.pk if avtale else None,
        avtale=avtale.navn if avtale else "", ide_id=sak.ide_id, ide=sak.ide.tittel if sak.ide else "",
        lapperunde_id=tema.lapperunde_id if tema else None, tema=tema.navn if tema else "",
        runde_id=runde.pk if runde else None, er_eksempel=sak.er_eksempel,
    )  # fmt: skip
