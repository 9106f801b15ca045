"""The items of an agenda as a reader may see them: what is closed is only a number and its ground without insight."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.urls import NoReverseMatch, reverse

from avtaler.domene.moeter.oppfoelging import Oppfoelging, oppfoelging
from avtaler.domene.ordlyd import gjeldende
from avtaler.models import Avtale, Avtaleversjon, Dokument, Dokumenttype, Initiativ, Moetesak, Organ, Strategi
from kommuner.tilgang import Innsyn

from .ord import oppfoelgingsnavn


@dataclass(frozen=True, kw_only=True)
class Styringsdokument:
    """One of what governs the cooperation: the text in force, its plan, its strategy (needs 4.4)."""

    slag: str
    tittel: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Saksrad:
    """One item. ``er_skjult``: closed, and the reader has no insight; then everything but the ground is empty."""

    id: int
    nummer: int
    slag_navn: str
    tittel: str
    saksnummer: str
    er_lukket: bool
    er_skjult: bool
    hjemmel: str
    avtale_id: int | None
    avtale_navn: str
    styringsdokumenter: tuple[Styringsdokument, ...]
    runde_id: int | None
    runde_tittel: str
    initiativ_id: int | None
    initiativ_tittel: str
    vedtak: str
    ansvarlig: str
    frist: date | None
    utfoert: date | None
    oppfoelging: Oppfoelging
    oppfoelging_navn: str
    er_eksempel: bool


@dataclass(frozen=True)
class Sakenes:
    """What the items of a page lead to, within the reader's scope."""

    avtaler: Mapping[int, Avtale]
    styring: Mapping[int, tuple[Styringsdokument, ...]]


def sakenes(saker: Iterable[Moetesak], innsyn: Innsyn, *, dato: date, og_avtale: int | None = None) -> Sakenes:
    """What the items lead to. Four queries whatever their number; ``og_avtale`` is the organ's own agreement."""
    alle = list(saker)
    avtaler = avtalene(alle, innsyn, og_avtale=og_avtale)
    return Sakenes(avtaler, _styringsdokumenter(avtaler, innsyn, dato))


def avtalene(saker: Sequence[Moetesak], innsyn: Innsyn, *, og_avtale: int | None = None) -> Mapping[int, Avtale]:
    """The agreements the items lead to, and those of the organs of their initiatives. One query."""
    pk = {sak.avtale_id for sak in saker} | {sak.runde.avtale_id for sak in saker if sak.runde} | {og_avtale}
    pk |= {organ.avtale_id for sak in saker if sak.initiativ for organ in _organer(sak.initiativ)}
    return {avtale.pk: avtale for avtale in Avtale.objects.for_user(innsyn).filter(pk__in=pk - {None})}


def _organer(initiativ: Initiativ) -> tuple[Organ, Organ]:
    return initiativ.fra_organ, initiativ.til_organ


def _ser_initiativet(initiativ: Initiativ, ledd: Sakenes) -> bool:
    """Both its organs are the reader's to see."""
    return all(organ.avtale_id is None or organ.avtale_id in ledd.avtaler for organ in _organer(initiativ))


def saksrad(sak: Moetesak, ledd: Sakenes, *, har_innsyn: bool, moetets_avtale: int | None, dato: date) -> Saksrad:
    """No queries when the round, the initiative and the meeting are at hand."""
    if skjult := er_skjult(sak, har_innsyn=har_innsyn):
        return _skjult(sak)
    avtale = ledd.avtaler.get(sak.avtale_id) if sak.avtale_id else None
    runde = sak.runde if sak.runde and sak.runde.avtale_id in ledd.avtaler else None
    initiativ = sak.initiativ if sak.initiativ and _ser_initiativet(sak.initiativ, ledd) else None
    status = oppfoelging(ansvarlig=sak.ansvarlig, frist=sak.frist, utfoert=sak.utfoert, dato=dato)
    return Saksrad(
        id=sak.pk, nummer=sak.rekkefoelge, slag_navn=sak.get_slag_display(), tittel=sak.tittel,
        saksnummer=sak.saksnummer, er_lukket=sak.er_lukket or not sak.moete.er_aapent, er_skjult=skjult,
        hjemmel=sak.lukket_hjemmel or sak.moete.lukket_hjemmel, avtale_id=avtale.pk if avtale else None,
        avtale_navn=avtale.navn if avtale else "",
        styringsdokumenter=ledd.styring.get(sak.avtale_id or moetets_avtale or 0, ()),
        runde_id=runde.pk if runde else None, runde_tittel=runde.tittel if runde else "",
        initiativ_id=initiativ.pk if initiativ else None, initiativ_tittel=initiativ.tittel if initiativ else "",
        vedtak=sak.vedtak, ansvarlig=sak.ansvarlig, frist=sak.frist, utfoert=sak.utfoert, oppfoelging=status,
        oppfoelging_navn=oppfoelgingsnavn(status), er_eksempel=sak.er_eksempel,
    )  # fmt: skip


def er_skjult(sak: Moetesak, *, har_innsyn: bool) -> bool:
    """Whether the item is behind closed doors for the reader: its own, or those of the whole meeting."""
    return (sak.er_lukket or not sak.moete.er_aapent) and not har_innsyn


def _skjult(sak: Moetesak) -> Saksrad:
    return Saksrad(
        id=sak.pk, nummer=sak.rekkefoelge, slag_navn="", tittel="", saksnummer="", er_lukket=True, er_skjult=True,
        hjemmel=sak.lukket_hjemmel or sak.moete.lukket_hjemmel, avtale_id=None, avtale_navn="",
        styringsdokumenter=(), runde_id=None, runde_tittel="", initiativ_id=None, initiativ_tittel="", vedtak="",
        ansvarlig="", frist=None, utfoert=None, oppfoelging=Oppfoelging.INGEN, oppfoelging_navn="",
        er_eksempel=sak.er_eksempel,
    )  # fmt: skip


def _styringsdokumenter(
    avtaler: Mapping[int, Avtale], innsyn: Innsyn, dato: date
) -> Mapping[int, tuple[Styringsdokument, ...]]:
    versjoner, dokumenter, strategier = _versjoner(avtaler), _dokumenter(avtaler, innsyn), _strategier(avtaler, dato)
    return {
        pk: (*_tekst_i_kraft(versjoner.get(pk, ()), dato), *dokumenter.get(pk, ()), *_av(avtale, strategier))
        for pk, avtale in avtaler.items()
    }


def _versjoner(avtaler: Iterable[int]) -> Mapping[int, list[Avtaleversjon]]:
    etter: dict[int, list[Avtaleversjon]] = {}
    for versjon in Avtaleversjon.objects.filter(avtale__in=list(avtaler)):
        etter.setdefault(versjon.avtale_id, []).append(versjon)
    return etter


def _tekst_i_kraft(versjoner: Iterable[Avtaleversjon], dato: date) -> Iterable[Styringsdokument]:
    if (versjon := gjeldende(versjoner, dato)) is not None:
        yield Styringsdokument(slag="tekst", tittel=str(versjon.nummer), url=_versjonsadresse(versjon))


def _versjonsadresse(versjon: Avtaleversjon) -> str:
    return reverse("avtaler:versjon", args=[versjon.avtale_id, versjon.nummer])


def _dokumenter(avtaler: Iterable[int], innsyn: Innsyn) -> Mapping[int, list[Styringsdokument]]:
    """The stored agreement or articles themselves."""
    etter: dict[int, list[Styringsdokument]] = {}
    rader = Dokument.objects.for_user(innsyn).filter(avtale__in=list(avtaler), type=Dokumenttype.AVTALE)
    for rad in rader:
        etter.setdefault(rad.avtale_id, []).append(
            Styringsdokument(slag="dokument", tittel=rad.tittel, url=rad.get_absolute_url())
        )
    return etter


def _strategier(avtaler: Mapping[int, Avtale], dato: date) -> list[Strategi]:
    """The strategies of the agreements' regions that hold in the year."""
    holder = (Q(fra_aar__isnull=True) | Q(fra_aar__lte=dato.year)) & (
        Q(til_aar__isnull=True) | Q(til_aar__gte=dato.year)
    )
    regioner = {avtale.region_id for avtale in avtaler.values()}
    return list(Strategi.objects.filter(holder, region__in=regioner))


def _av(avtale: Avtale, strategier: Iterable[Strategi]) -> Iterable[Styringsdokument]:
    for strategi in strategier:
        if strategi.region_id == avtale.region_id and strategi.avtale_id in (None, avtale.pk):
            yield Styringsdokument(slag="strategi", tittel=strategi.tittel, url=_adresse(strategi))


def _adresse(strategi: Strategi) -> str:
    """Empty until the pages of strategies are there."""
    try:
        return strategi.get_absolute_url()
    except NoReverseMatch:
        return ""
