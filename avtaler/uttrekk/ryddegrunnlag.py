"""The facts the clean-up rules ask about, gathered for many agreements in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from django.db.models import Max
from django.utils.timezone import localdate

from avtaler.domene.runde import BEHANDLET
from avtaler.domene.rydding.dubletter import Dublettkandidat, finn_like
from avtaler.domene.rydding.grunnlag import Ryddegrunnlag
from avtaler.domene.virketid import Avtalestatus, avtalestatus, er_med
from avtaler.models import Avtale, Avtalerelasjon, Avtaleversjon, Deltakelse, Dokument, Dokumenttype, Raadsvedtak
from kommuner.uttrekk import navn_paa

from .deltakelser import deltakelser_for
from .grunnlag import grunnlag_for
from .oekonomifakta import oekonomikilde

KOMMER_ETTER = (Avtalerelasjon.Type.OMDANNET_TIL, Avtalerelasjon.Type.AVLOEST_AV)


def ryddegrunnlag_for(avtaler: Collection[Avtale], *, dato: date) -> dict[int, Ryddegrunnlag]:
    """The facts of each agreement by its key, seen on ``dato``. Fifteen queries for any number."""
    noekler = [avtale.pk for avtale in avtaler]
    deltakelser = deltakelser_for(avtaler)
    lovfakta = grunnlag_for(avtaler, dato=dato, deltakelser=deltakelser)
    dokumenter = _med_avtaledokument(noekler)
    etterfoelgere = _med_etterfoelger(noekler)
    hendelser = _siste_hendelse(noekler, deltakelser, dato)
    like = finn_like(_kandidater(avtaler, deltakelser, dato))
    sene = _sene_raad(noekler, dato)
    return {
        avtale.pk: Ryddegrunnlag(
            avtale=lovfakta[avtale.pk], registrert=localdate(avtale.opprettet),
            andre_deltakere=avtale.andre_deltakere or 0, har_avtaledokument=avtale.pk in dokumenter,
            har_dataeier=avtale.dataeier_id is not None, bekreftet=avtale.bekreftet_dato,
            evalueres_hvert_aar=avtale.evalueres_hvert_aar, sist_evaluert=avtale.sist_evaluert,
            siste_hendelse=hendelser.get(avtale.pk), har_etterfoelger=avtale.pk in etterfoelgere,
            like=like.get(avtale.pk, ()), opphoerte=_opphoerte(avtale, deltakelser.get(avtale.pk, ()), dato),
            sene_raad=tuple(sene.get(avtale.pk, ())),
        )
        for avtale in avtaler
    }  # fmt: skip


def _med_avtaledokument(noekler: Sequence[int]) -> set[int]:
    paa_fil = Dokument.objects.filter(avtale__in=noekler, type=Dokumenttype.AVTALE)
    return set(paa_fil.values_list("avtale_id", flat=True))


def _med_etterfoelger(noekler: Sequence[int]) -> set[int]:
    videre = Avtalerelasjon.objects.filter(fra_avtale__in=noekler, type__in=KOMMER_ETTER)
    return set(videre.values_list("fra_avtale_id", flat=True))


def _siste_hendelse(
    noekler: Sequence[int], deltakelser: Mapping[int, Iterable[Deltakelse]], dato: date
) -> dict[int, date]:
    """The newest of what has happened up to ``dato``: decisions, wordings, documents, budgets, somebody in or out."""
    vedtak = Raadsvedtak.objects.filter(runde__avtale__in=noekler, dato__lte=dato)
    versjoner = Avtaleversjon.objects.filter(avtale__in=noekler, fra__lte=dato)
    dokumenter = Dokument.objects.filter(avtale__in=noekler, dato__lte=dato)
    kilder: list[Iterable[tuple[int, date]]] = [
        vedtak.order_by().values_list("runde__avtale").annotate(siste=Max("dato")),
        versjoner.order_by().values_list("avtale").annotate(siste=Max("fra")),
        dokumenter.order_by().values_list("avtale").annotate(siste=Max("dato")),
        oekonomikilde().siste_budsjett(noekler, dato=dato).items(),
        _inn_og_ut(deltakelser, dato),
    ]
    siste: dict[int, date] = {}
    for avtale_id, dag in (par for kilde in kilder for par in kilde):
        siste[avtale_id] = max(dag, siste.get(avtale_id, dag))
    return siste


def _inn_og_ut(deltakelser: Mapping[int, Iterable[Deltakelse]], dato: date) -> list[tuple[int, date]]:
    return [
        (avtale_id, dag)
        for avtale_id, rader in deltakelser.items()
        for rad in rader
        for dag in (rad.fra, rad.til, rad.oppsagt)
        if dag is not None and dag <= dato
    ]


def _kandidater(
    avtaler: Iterable[Avtale], deltakelser: Mapping[int, Sequence[Deltakelse]], dato: date
) -> list[Dublettkandidat]:
    """Agreements that run, or are to: one that has ended is not there twice."""
    return [
        Dublettkandidat(
            avtale.pk, avtale.region_id, avtale.navn, avtale.orgnr,
            frozenset(rad.part_id for rad in _med(avtale, deltakelser.get(avtale.pk, ()), dato)),
        )
        for avtale in avtaler
        if avtalestatus(fra=avtale.fra, til=avtale.til, er_utkast=False, dato=dato) is not Avtalestatus.AVSLUTTET
    ]  # fmt: skip


def _med(avtale: Avtale, deltakelser: Iterable[Deltakelse], dato: date) -> list[Deltakelse]:
    return [
        rad
        for rad in deltakelser
        if er_med(fra=rad.fra, til=rad.til, avtale_fra=avtale.fra, avtale_til=avtale.til, dato=dato)
    ]


def _opphoerte(avtale: Avtale, deltakelser: Iterable[Deltakelse], dato: date) -> tuple[str, ...]:
    """Participants on ``dato`` that a reform has ended."""
    return tuple(
        rad.part.navn for rad in _med(avtale, deltakelser, dato) if rad.part.til is not None and rad.part.til <= dato
    )


def _sene_raad(noekler: Sequence[int], dato: date) -> dict[int, list[str]]:
    """Councils without an answer after the window, by agreement, named as on the last day of it."""
    aapne = Raadsvedtak.objects.filter(runde__avtale__in=noekler, runde__vindu_til__lt=dato)
    aapne = aapne.select_related("part", "runde").prefetch_related("part__identiteter")
    sene: dict[int, list[str]] = defaultdict(list)
    for vedtak in aapne:
        if vedtak.status not in BEHANDLET or (vedtak.dato is not None and vedtak.dato > dato):
            navn = navn_paa(vedtak.part, vedtak.runde.vindu_til)
            if navn not in sene[vedtak.runde.avtale_id]:
                sene[vedtak.runde.avtale_id].append(navn)
    return sene
