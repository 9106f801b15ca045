"""The one read behind the politician's page, the printed report and the open data."""

from datetime import date

from django.db.models import QuerySet
from django.utils import translation

from avtaler.regler import les_regelverk
from kommuner.domene.fylkesnavn import fylkesnavn
from kommuner.models import Part, Regionmedlemskap
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn
from rapport.domene.innhold import Kommunefakta, Kommuneoversikt, Prinsipper
from rapport.models import Eierprinsipper

from .ark import Arkgrunnlag, avtaleark, avtaler_for, hent_arkgrunnlag
from .reformer import etterfoelgere, forgjengere
from .saker import saker


def kommuneoversikt(part: Part, *, dato: date, maalform: str, innsyn: Innsyn) -> Kommuneoversikt:
    """Everything about ``part`` on ``dato`` that the reader may see, in ``maalform`` («nb» or «nn»).

    A fixed number of queries, however many agreements. Drafts are never part of it, and money only for a reader
    with access to this municipality: part of a sum would be read as the whole.
    """
    with translation.override(maalform):
        return _oversikt(part, dato=dato, maalform=maalform, innsyn=innsyn)


def _oversikt(part: Part, *, dato: date, maalform: str, innsyn: Innsyn) -> Kommuneoversikt:
    regelverk = les_regelverk()
    ser_oekonomi = innsyn.ser_part(part.pk)
    avtaler = avtaler_for(part, dato=dato, innsyn=innsyn, regelverk=regelverk)
    alt = hent_arkgrunnlag(part, avtaler, dato=dato, maalform=maalform, ser_oekonomi=ser_oekonomi, regelverk=regelverk)
    return Kommuneoversikt(
        dato=dato,
        maalform=maalform,
        kommune=_fakta(part, alt),
        forgjengere=forgjengere(part, dato),
        etterfoelgere=etterfoelgere(part, dato),
        regioner=tuple(_regioner(part, dato)),
        avtaler=tuple(avtaleark(avtale, alt) for avtale in avtaler),
        saker=saker(part, dato=dato, innsyn=innsyn),
        prinsipper=_prinsipper(part, dato),
        ser_oekonomi=ser_oekonomi,
        regelverk=regelverk.versjon,
    )


def _fakta(part: Part, alt: Arkgrunnlag) -> Kommunefakta:
    betegnelse = alt.navn(part)
    folketall = alt.folketall.rad(part.pk, alt.dato.year)
    return Kommunefakta(
        nummer=betegnelse.nummer,
        navn=betegnelse.navn,
        navn_parallelle=part.navn_parallelle,
        nummer_naa=part.nummer,
        fylke=fylkesnavn(betegnelse.nummer, alt.dato),
        orgnr=part.orgnr,
        folketall=int(folketall.verdi) if folketall else None,
        folketall_dato=folketall.dato if folketall else None,
        folketall_kilde=folketall.kilde if folketall else "",
    )


def _regioner(part: Part, dato: date) -> QuerySet:
    medlemskap = Regionmedlemskap.objects.filter(gyldig(dato), part=part)
    return medlemskap.order_by("region__sortering").values_list("region__navn", flat=True)


def _prinsipper(part: Part, dato: date) -> Prinsipper | None:
    rader = Eierprinsipper.objects.filter(part=part, fra_aar__lte=dato.year, til_aar__gte=dato.year)
    rad = rader.order_by("-fra_aar").first()
    return rad and Prinsipper(
        tekst=rad.tekst,
        maalform=rad.maalform,
        fra_aar=rad.fra_aar,
        til_aar=rad.til_aar,
        vedtatt=rad.vedtatt,
        er_eksempel=rad.er_eksempel,
    )
