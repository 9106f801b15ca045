"""The facts the law is judged by, gathered for many agreements in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from django.db.models import Q

from avtaler.domene.avtalegrunnlag import Avtalegrunnlag, Deltakergrunnlag
from avtaler.domene.runde import VEDTATT
from avtaler.models import Avtale, Avtalerelasjon, Avtaleversjon, Deltakelse, Formaal, Raadsvedtak, Rundeslag

from .deltakelser import Deltakerrad, deltakelser_for, deltakere_paa
from .oekonomifakta import oekonomikilde

OMDANNET = Avtalerelasjon.Type.OMDANNET_TIL
#: Rounds in which a council adopts the agreement itself; the conversion of a predecessor adopts its successor.
VEDTAR_AVTALEN = (Rundeslag.OPPRETTE, Rundeslag.ENDRE, Rundeslag.UTVIDE, Rundeslag.OMDANNE)


def avtalegrunnlag(avtale: Avtale, *, dato: date) -> Avtalegrunnlag:
    """The facts of one agreement as it is seen on ``dato``."""
    return grunnlag_for([avtale], dato=dato)[avtale.pk]


def grunnlag_for(
    avtaler: Collection[Avtale], *, dato: date, deltakelser: Mapping[int, Sequence[Deltakelse]] | None = None
) -> dict[int, Avtalegrunnlag]:
    """The facts of each agreement by its key. Eight queries, six when ``deltakelser`` are already at hand."""
    deltakelser = deltakelser_for(avtaler) if deltakelser is None else deltakelser
    formaal = _formaal(avtaler)
    bestemmelser = _bestemmelser(avtaler, dato)
    vedtatt = _vedtatt(avtaler, dato)
    med_noekkel = oekonomikilde().med_noekkel(_noekler(avtaler))
    return {
        avtale.pk: Avtalegrunnlag(
            form=avtale.form, navn=avtale.navn, formaal=tuple(formaal[avtale.pk]),
            eget_rettssubjekt=avtale.eget_rettssubjekt, start=avtale.fra, slutt=avtale.til,
            oppsigelse_maaneder=avtale.oppsigelse_maaneder, meldt_statsforvalter=avtale.meldt_statsforvalter,
            deltakere=tuple(
                _deltaker(rad, vedtatt[avtale.pk])
                for rad in deltakere_paa(avtale, deltakelser.get(avtale.pk, ()), dato)
            ),
            bestemmelser=bestemmelser.get(avtale.pk, {}), har_noekkel=avtale.pk in med_noekkel,
        )
        for avtale in avtaler
    }  # fmt: skip


def bestemmelser_for(avtale: Avtale, *, dato: date) -> dict[str, str]:
    """The clauses of the wording that holds on ``dato``, by requirement code. Two queries."""
    return _bestemmelser([avtale], dato).get(avtale.pk, {})


def _deltaker(rad: Deltakerrad, vedtatt: set[int]) -> Deltakergrunnlag:
    return Deltakergrunnlag(
        navn=rad.navn, type=rad.type, rolle=rad.rolle, eierandel=rad.eierandel, ansvarsandel=rad.ansvarsandel,
        medlemmer=rad.medlemmer, varamedlemmer=rad.varamedlemmer, har_vedtak=rad.part_id in vedtatt,
    )  # fmt: skip


def _formaal(avtaler: Collection[Avtale]) -> dict[int, list[str]]:
    etter_avtale: dict[int, list[str]] = defaultdict(list)
    for avtale_id, tekst in Formaal.objects.filter(avtale__in=_noekler(avtaler)).values_list("avtale_id", "tekst"):
        etter_avtale[avtale_id].append(tekst)
    return etter_avtale


def _bestemmelser(avtaler: Collection[Avtale], dato: date) -> dict[int, dict[str, str]]:
    """Newest wording in force on the date; before the first has begun, the first (a draft is judged as it stands)."""
    versjoner = Avtaleversjon.objects.filter(avtale__in=_noekler(avtaler)).prefetch_related("bestemmelser")
    etter_avtale: dict[int, list[Avtaleversjon]] = defaultdict(list)
    for versjon in versjoner.order_by("avtale", "-nummer"):
        etter_avtale[versjon.avtale_id].append(versjon)
    return {
        avtale_id: {b.krav: b.tekst for b in _gjeldende(nyeste_foerst, dato).bestemmelser.all()}
        for avtale_id, nyeste_foerst in etter_avtale.items()
    }


def _gjeldende(nyeste_foerst: Sequence[Avtaleversjon], dato: date) -> Avtaleversjon:
    return next((v for v in nyeste_foerst if v.fra is None or v.fra <= dato), nyeste_foerst[-1])


def _vedtatt(avtaler: Collection[Avtale], dato: date) -> dict[int, set[int]]:
    """The parties whose councils have adopted each agreement by ``dato``."""
    noekler = _noekler(avtaler)
    arver: dict[int, list[int]] = defaultdict(list)
    forgjengere = Avtalerelasjon.objects.filter(til_avtale__in=noekler, type=OMDANNET)
    for fra_id, til_id in forgjengere.values_list("fra_avtale_id", "til_avtale_id"):
        arver[fra_id].append(til_id)
    egne = Q(runde__avtale__in=noekler, runde__slag__in=VEDTAR_AVTALEN)
    arvede = Q(runde__avtale__in=list(arver), runde__slag=Rundeslag.OMDANNE)
    vedtak = Raadsvedtak.objects.filter(egne | arvede, status__in=VEDTATT, dato__lte=dato)
    har_vedtatt: dict[int, set[int]] = defaultdict(set)
    for avtale_id, slag, part_id in vedtak.values_list("runde__avtale_id", "runde__slag", "part_id"):
        etterfoelgere = arver[avtale_id] if slag == Rundeslag.OMDANNE else []
        for maal in (avtale_id, *etterfoelgere):
            har_vedtatt[maal].add(part_id)
    return har_vedtatt


def _noekler(avtaler: Collection[Avtale]) -> list[int]:
    return [avtale.pk for avtale in avtaler]
