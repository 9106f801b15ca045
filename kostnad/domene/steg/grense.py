"""`grense`: floor and ceiling on what each has got; the others carry the difference in proportion to what they pay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from kostnad.domene.deltaker import Deltaker
from kostnad.domene.feil import Noekkelfeil
from kostnad.domene.felt import Felt
from kostnad.domene.ledd import lag_ledd
from kostnad.domene.penger import kroner
from kostnad.domene.steg.grunnlag import UTVALGSFELT, Steg, krev_ikke_negativ, les_utvalg
from kostnad.domene.tilstand import ALLE_MED, Tilstand, Utvalg

SETNINGER = {
    "grense_gulv": (
        "Løftet til gulvet: fra {fra_oere} til {beloep_oere}",
        "Løfta til golvet: frå {fra_oere} til {beloep_oere}",
    ),
    "grense_tak": (
        "Senket til taket: fra {fra_oere} til {beloep_oere}",
        "Senka til taket: frå {fra_oere} til {beloep_oere}",
    ),
    "grense_jevnet": (
        "Justert for gulv og tak hos andre: fra {fra_oere} til {beloep_oere}",
        "Justert for golv og tak hos andre: frå {fra_oere} til {beloep_oere}",
    ),
}


@dataclass(frozen=True)
class Skranke:
    """What one participant has got, and its own floor and ceiling (None: no ceiling); exact øre."""

    beloep: Fraction
    gulv: Fraction
    tak: Fraction | None

    def ved(self, faktor: Fraction) -> Fraction:
        """Return the amount times `faktor`, held between floor and ceiling."""
        hevet = max(self.beloep * faktor, self.gulv)
        return hevet if self.tak is None else min(hevet, self.tak)

    def knekkpunkter(self) -> list[Fraction]:
        """Return the factors where the amount meets its floor or ceiling."""
        if not self.beloep:
            return []
        return [grense / self.beloep for grense in (self.gulv, self.tak) if grense is not None]


@dataclass(frozen=True)
class Grense(Steg):
    """Amounts are for the whole period; one who takes part in half of it has half the floor and half the ceiling."""

    gulv_oere: int | None = None
    tak_oere: int | None = None
    utvalg: Utvalg = ALLE_MED

    navn = "grense"
    krav = ()
    valgfri = ("gulv", "tak", *UTVALGSFELT)

    def __post_init__(self) -> None:
        krev_ikke_negativ("gulv", self.gulv_oere)
        krev_ikke_negativ("tak", self.tak_oere)
        if self.gulv_oere is None and self.tak_oere is None:
            raise Noekkelfeil("grense_tom")
        if self.gulv_oere is not None and self.tak_oere is not None and self.gulv_oere > self.tak_oere:
            raise Noekkelfeil("gulv_over_tak", gulv_oere=self.gulv_oere, tak_oere=self.tak_oere)

    @classmethod
    def les(cls, felt: Felt) -> Grense:
        return cls(felt.valgfri_oere("gulv"), felt.valgfri_oere("tak"), les_utvalg(felt))

    def som_json(self) -> dict[str, object]:
        grenser = {"gulv": self.gulv_oere, "tak": self.tak_oere}
        skrevet = {navn: kroner(oere) for navn, oere in grenser.items() if oere is not None}
        return {"steg": self.navn, **skrevet, **self.utvalg.som_json()}

    def anvend(self, tilstand: Tilstand) -> None:
        if tilstand.rest:
            raise Noekkelfeil("grense_foer_fordel", rest_oere=tilstand.rest)
        if tilstand.pott is not None and tilstand.pott < 0:
            raise Noekkelfeil("grense_negativ")
        deltakere = self.utvalg.velg(tilstand)
        skranker = [self._skranke(tilstand, deltaker) for deltaker in deltakere]
        # Without a pot nobody shares a sum, so nobody carries another's floor or ceiling.
        faktor = Fraction(1) if tilstand.pott is None else finn_faktor(skranker)
        for deltaker, skranke in zip(deltakere, skranker, strict=True):
            _skriv(tilstand, deltaker, skranke, skranke.ved(faktor))

    def _skranke(self, tilstand: Tilstand, deltaker: Deltaker) -> Skranke:
        tidsandel = tilstand.tidsandel(deltaker)
        tak = None if self.tak_oere is None else self.tak_oere * tidsandel
        return Skranke(tilstand.beloep[deltaker.id], (self.gulv_oere or 0) * tidsandel, tak)


def finn_faktor(skranker: list[Skranke]) -> Fraction:
    """Return the one factor that, with everyone held between floor and ceiling, keeps the sum. Exact.

    Those not held move by the same factor, which is what moving the difference in proportion again and again ends in.
    Raises `Noekkelfeil` when the floors need more than there is, or the ceilings hold less.
    """
    pott = sum((s.beloep for s in skranker), Fraction(0))

    def sum_ved(faktor: Fraction) -> Fraction:
        return sum((s.ved(faktor) for s in skranker), Fraction(0))

    if sum_ved(Fraction(0)) > pott:
        raise Noekkelfeil("gulv_over_potten", gulv_oere=sum_ved(Fraction(0)), pott_oere=pott)
    punkter = sorted({Fraction(0), Fraction(1), *(p for s in skranker for p in s.knekkpunkter())})
    nr = _foerste(punkter, lambda punkt: sum_ved(punkt) >= pott)
    if nr == 0:
        return punkter[0]
    fra, til = (punkter[nr - 1], punkter[nr]) if nr < len(punkter) else (punkter[-1], punkter[-1] + 1)
    stigning = sum_ved(til) - sum_ved(fra)
    if not stigning:
        raise Noekkelfeil("tak_under_potten", tak_oere=sum_ved(til), pott_oere=pott)
    return fra + (pott - sum_ved(fra)) * (til - fra) / stigning


def _foerste(punkter: list[Fraction], holder: Callable[[Fraction], bool]) -> int:
    """Return the first index where `holder` is true (it stays true after), the length when none is."""
    lav, hoey = 0, len(punkter)
    while lav < hoey:
        midt = (lav + hoey) // 2
        lav, hoey = (lav, midt) if holder(punkter[midt]) else (midt + 1, hoey)
    return lav


def _skriv(tilstand: Tilstand, deltaker: Deltaker, skranke: Skranke, ny: Fraction) -> None:
    if ny == skranke.beloep:
        return
    ledd = lag_ledd(_endringskode(skranke, ny), fra_oere=skranke.beloep, beloep_oere=ny)
    tilstand.skriv(deltaker, ny - skranke.beloep, ledd)


def _endringskode(skranke: Skranke, ny: Fraction) -> str:
    if skranke.beloep < ny == skranke.gulv:
        return "grense_gulv"
    return "grense_tak" if skranke.beloep > ny == skranke.tak else "grense_jevnet"
