"""The facts the law is judged by, gathered for many agreements in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from avtaler.domene.avtalegrunnlag import Avtalegrunnlag, Deltakergrunnlag
from avtaler.domene.ordlyd import gjeldende
from avtaler.models import Avtale, Avtaleversjon, Deltakelse, Formaal

from .deltakelser import Deltakerrad, deltakelser_for, deltakere_paa
from .oekonomifakta import oekonomikilde
from .vedtaksbok import Vedtaksbok, vedtaksboeker


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
    boeker = vedtaksboeker(_noekler(avtaler), dato=dato)
    med_noekkel = oekonomikilde().med_noekkel(_noekler(avtaler))
    return {
        avtale.pk: Avtalegrunnlag(
            form=avtale.form, navn=avtale.navn, formaal=tuple(formaal[avtale.pk]),
            eget_rettssubjekt=avtale.eget_rettssubjekt, start=avtale.fra, slutt=avtale.til,
            oppsigelse_maaneder=avtale.oppsigelse_maaneder, meldt_statsforvalter=avtale.meldt_statsforvalter,
            deltakere=tuple(
                _deltaker(rad, boeker[avtale.pk])
                for rad in deltakere_paa(avtale, deltakelser.get(avtale.pk, ()), dato)
            ),
            bestemmelser=bestemmelser.get(avtale.pk, {}), har_noekkel=avtale.pk in med_noekkel,
        )
        for avtale in avtaler
    }  # fmt: skip


def bestemmelser_for(avtale: Avtale, *, dato: date) -> dict[str, str]:
    """The clauses of the wording that holds on ``dato``, by requirement code. Two queries."""
    return _bestemmelser([avtale], dato).get(avtale.pk, {})


def _deltaker(rad: Deltakerrad, bok: Vedtaksbok) -> Deltakergrunnlag:
    return Deltakergrunnlag(
        navn=rad.navn, type=rad.type, rolle=rad.rolle, eierandel=rad.eierandel, ansvarsandel=rad.ansvarsandel,
        medlemmer=rad.medlemmer, varamedlemmer=rad.varamedlemmer, har_vedtak=rad.part_id in bok.vedtatt,
        har_delegering=bok.har_delegert(rad.part_id),
    )  # fmt: skip


def _formaal(avtaler: Collection[Avtale]) -> dict[int, list[str]]:
    etter_avtale: dict[int, list[str]] = defaultdict(list)
    for avtale_id, tekst in Formaal.objects.filter(avtale__in=_noekler(avtaler)).values_list("avtale_id", "tekst"):
        etter_avtale[avtale_id].append(tekst)
    return etter_avtale


def _bestemmelser(avtaler: Collection[Avtale], dato: date) -> dict[int, dict[str, str]]:
    """The statutory clauses of the wording in force on the date; before the first has begun, of the first."""
    versjoner = Avtaleversjon.objects.filter(avtale__in=_noekler(avtaler)).prefetch_related("bestemmelser")
    etter_avtale: dict[int, list[Avtaleversjon]] = defaultdict(list)
    for versjon in versjoner:
        etter_avtale[versjon.avtale_id].append(versjon)
    holder = {avtale_id: gjeldende(alle, dato) for avtale_id, alle in etter_avtale.items()}
    return {
        avtale_id: {ett.krav: ett.tekst for ett in versjon.bestemmelser.all() if ett.krav}
        for avtale_id, versjon in holder.items()
        if versjon is not None
    }


def _noekler(avtaler: Collection[Avtale]) -> list[int]:
    return [avtale.pk for avtale in avtaler]
