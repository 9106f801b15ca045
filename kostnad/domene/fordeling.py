"""The split itself: steps in order on exact fractions, then one rounding. The parts always add up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from kostnad.domene.avrunding import rund_total, stoerste_rest
from kostnad.domene.deltaker import Deltaker
from kostnad.domene.feil import Noekkelfeil
from kostnad.domene.ledd import Ledd, lag_ledd
from kostnad.domene.oppdrag import Avrunding, Oppdrag, kontroller
from kostnad.domene.tilstand import Tilstand


@dataclass(frozen=True)
class Del:
    """What one participant pays. `andel` is the exact share before rounding; `ledd` says how it came to be."""

    id: str
    navn: str
    oere: int
    andel: Fraction
    eksakt_oere: Fraction
    ledd: tuple[Ledd, ...]


@dataclass(frozen=True)
class Resultat:
    """A finished split, in the order of the input. `sum_oere` always equals `til_fordeling_oere`."""

    til_fordeling_oere: int
    deler: tuple[Del, ...]

    @property
    def sum_oere(self) -> int:
        return sum(del_.oere for del_ in self.deler)


def fordel(oppdrag: Oppdrag) -> Resultat:
    """Return the split, the same whatever the order of participants. Raises `Noekkelfeil` naming the step."""
    kontroller(oppdrag)
    tilstand = Tilstand.start(oppdrag.deltakere, oppdrag.periode, oppdrag.pott_oere)
    _skriv_innledning(oppdrag, tilstand)
    for nr, steg in enumerate(oppdrag.noekkel, 1):
        try:
            steg.anvend(tilstand)
        except Noekkelfeil as feil:
            raise feil.i_steg(nr, steg.navn) from None
    if tilstand.rest:
        raise Noekkelfeil("rest_igjen", rest_oere=tilstand.rest)
    return _avslutt(oppdrag, tilstand)


def _skriv_innledning(oppdrag: Oppdrag, tilstand: Tilstand) -> None:
    for deltaker in oppdrag.deltakere:
        ledd = tilstand.ledd[deltaker.id]
        if oppdrag.tilskudd:
            ledd.append(_tilskuddsledd(oppdrag))
        dager, av = deltaker.dager(oppdrag.periode)
        if 0 < dager < av:
            ledd.append(_deltidsledd(oppdrag, deltaker))


def _tilskuddsledd(oppdrag: Oppdrag) -> Ledd:
    beloep = {"beloep_oere": oppdrag.beloep_oere or 0, "tilskudd_oere": oppdrag.tilskudd_oere}
    navn = ", ".join(tilskudd.navn for tilskudd in oppdrag.tilskudd)
    return lag_ledd("tilskudd", **beloep, pott_oere=oppdrag.pott_oere or 0, navn=navn)


def _deltidsledd(oppdrag: Oppdrag, deltaker: Deltaker) -> Ledd:
    assert oppdrag.periode is not None  # without a period everyone takes part in all of it
    dager, av = deltaker.dager(oppdrag.periode)
    fra, til = deltaker.innenfor(oppdrag.periode)
    siste = til - timedelta(days=1)  # half-open inside, the last day itself to people
    return lag_ledd("deltid", fra_dato=str(fra), siste_dato=str(siste), dager_tall=dager, av_tall=av)


def _avslutt(oppdrag: Oppdrag, tilstand: Tilstand) -> Resultat:
    eksakt_total = sum(tilstand.beloep.values(), Fraction(0))
    # With an amount the exact parts add up to whole units; where fees set the sum, the sum is rounded first.
    total = rund_total(eksakt_total, oppdrag.avrunding.enhet_oere)
    hele = stoerste_rest(tilstand.beloep, total=total, enhet=oppdrag.avrunding.enhet_oere)
    deler = tuple(_lag_del(deltaker, tilstand, hele, eksakt_total, oppdrag) for deltaker in oppdrag.deltakere)
    return Resultat(total, deler)


def _lag_del(
    deltaker: Deltaker, tilstand: Tilstand, hele: dict[str, int], eksakt_total: Fraction, oppdrag: Oppdrag
) -> Del:
    eksakt, oere = tilstand.beloep[deltaker.id], hele[deltaker.id]
    med = deltaker.dager(oppdrag.periode)[0] > 0
    ledd = (*tilstand.ledd[deltaker.id], *_sluttledd(tilstand.ledd[deltaker.id], eksakt, oere, med, oppdrag.avrunding))
    andel = eksakt / eksakt_total if eksakt_total else Fraction(0)
    return Del(deltaker.id, deltaker.navn, oere, andel, eksakt, ledd)


_UTEN_BELOEP = {"tilskudd", "deltid", "rest", "tidsandel"}


def _sluttledd(ledd: list[Ledd], eksakt: Fraction, oere: int, med: bool, avrunding: Avrunding) -> list[Ledd]:
    """Return the links that close a derivation: not taking part, the sum of several, the rounding."""
    if not med:
        return [lag_ledd("ikke_med")]
    beloep = [et.kode for et in ledd if et.kode not in _UTEN_BELOEP]
    if not beloep:
        return [lag_ledd("ingen_del")]
    har_sum = len(beloep) == 1 or beloep[-1].startswith("grense")  # a limit already says what it ends in
    slutt = [] if har_sum else [lag_ledd("sum", beloep_oere=eksakt)]
    if eksakt != oere:
        slutt.append(lag_ledd(f"avrundet_{avrunding.value}", beloep_oere=oere))
    return slutt
