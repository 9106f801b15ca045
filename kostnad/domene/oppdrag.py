"""The whole input of a split as frozen values: amount, grants, rounding, period, participants and key."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum

from kostnad.domene.deltaker import Deltaker, Periode
from kostnad.domene.feil import Noekkelfeil
from kostnad.domene.steg import (
    ALLE,
    FastBeloep,
    FastProsent,
    Fordel,
    Grense,
    Kriterium,
    Sats,
    Steg,
    Trinn,
    Trinnrad,
)
from kostnad.domene.tilstand import LIK, Utvalg


class Avrunding(Enum):
    """What the parts are rounded to; the value is the word in the input."""

    KRONE = "krone"
    OERE = "oere"

    @property
    def enhet_oere(self) -> int:
        """Øre in one unit."""
        return 100 if self is Avrunding.KRONE else 1


@dataclass(frozen=True)
class Tilskudd:
    """A grant taken from the amount before anyone pays."""

    navn: str
    beloep_oere: int


@dataclass(frozen=True)
class Oppdrag:
    """A split to be made. `beloep_oere` is None when fees alone set the sum; a negative one is money back."""

    beloep_oere: int | None
    deltakere: tuple[Deltaker, ...]
    noekkel: tuple[Steg, ...]
    tilskudd: tuple[Tilskudd, ...] = ()
    avrunding: Avrunding = Avrunding.KRONE
    periode: Periode | None = None

    @property
    def tilskudd_oere(self) -> int:
        return sum(tilskudd.beloep_oere for tilskudd in self.tilskudd)

    @property
    def pott_oere(self) -> int | None:
        """The amount less the grants, None when fees set the sum."""
        return None if self.beloep_oere is None else self.beloep_oere - self.tilskudd_oere


def kontroller(oppdrag: Oppdrag) -> None:
    """Raise `Noekkelfeil` for what is wrong before any step is tried."""
    _kontroller_beloep(oppdrag)
    _kontroller_deltakere(oppdrag)
    _kontroller_rekkefoelge(oppdrag.noekkel)


def _kontroller_beloep(oppdrag: Oppdrag) -> None:
    for tilskudd in oppdrag.tilskudd:
        if tilskudd.beloep_oere < 0:
            raise Noekkelfeil("negativt_tilskudd", navn=tilskudd.navn, beloep_oere=tilskudd.beloep_oere)
    if oppdrag.beloep_oere is None or oppdrag.pott_oere is None:
        if oppdrag.tilskudd:
            raise Noekkelfeil("tilskudd_uten_beloep")
        return
    if oppdrag.tilskudd_oere > max(oppdrag.beloep_oere, 0):
        raise Noekkelfeil(
            "tilskudd_over_beloepet", tilskudd_oere=oppdrag.tilskudd_oere, beloep_oere=oppdrag.beloep_oere
        )
    if oppdrag.pott_oere % oppdrag.avrunding.enhet_oere:
        raise Noekkelfeil("ikke_hele_kroner", beloep_oere=oppdrag.pott_oere)


def _kontroller_deltakere(oppdrag: Oppdrag) -> None:
    if not oppdrag.deltakere:
        raise Noekkelfeil("ingen_deltakere")
    if oppdrag.periode is not None and oppdrag.periode.dager <= 0:
        raise Noekkelfeil("periode_snudd")
    ident, antall = Counter(deltaker.id for deltaker in oppdrag.deltakere).most_common(1)[0]
    if antall > 1:
        raise Noekkelfeil("dobbel_deltaker", id=ident)
    for deltaker in oppdrag.deltakere:
        _kontroller_deltaker(deltaker)
        if oppdrag.periode is None and (deltaker.fra or deltaker.til):
            raise Noekkelfeil("deltakelse_uten_periode", navn=deltaker.navn)


def _kontroller_deltaker(deltaker: Deltaker) -> None:
    if deltaker.id == ALLE:
        raise Noekkelfeil("reservert_id")
    if LIK in deltaker.verdier:
        raise Noekkelfeil("reservert_kriterium", navn=deltaker.navn)
    if deltaker.fra and deltaker.til and deltaker.fra >= deltaker.til:
        raise Noekkelfeil("deltakelse_snudd", navn=deltaker.navn)
    for kriterium, verdi in deltaker.verdier.items():
        if verdi < 0:
            raise Noekkelfeil("negativ_verdi", navn=deltaker.navn, kriterium=kriterium, verdi_tall=verdi)


def _kontroller_rekkefoelge(noekkel: tuple[Steg, ...]) -> None:
    if not noekkel:
        raise Noekkelfeil("ingen_steg")
    har_delt = False
    for nr, steg in enumerate(noekkel, 1):
        if isinstance(steg, Grense) and nr < len(noekkel):
            raise Noekkelfeil("steg_etter_grense").i_steg(nr, steg.navn)
        if har_delt and not isinstance(steg, Grense):
            raise Noekkelfeil("steg_etter_fordel").i_steg(nr, steg.navn)
        har_delt = har_delt or isinstance(steg, Fordel)


__all__ = [
    "ALLE",
    "LIK",
    "Avrunding",
    "Deltaker",
    "FastBeloep",
    "FastProsent",
    "Fordel",
    "Grense",
    "Kriterium",
    "Oppdrag",
    "Periode",
    "Sats",
    "Steg",
    "Tilskudd",
    "Trinn",
    "Trinnrad",
    "Utvalg",
    "kontroller",
]
