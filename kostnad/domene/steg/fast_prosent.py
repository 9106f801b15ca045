"""`fast_prosent`: one participant pays a percentage of what is left when the step is reached, and is then done."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kostnad.domene.feil import Noekkelfeil
from kostnad.domene.felt import Felt
from kostnad.domene.ledd import lag_ledd
from kostnad.domene.penger import desimaltekst
from kostnad.domene.steg.grunnlag import Steg
from kostnad.domene.tilstand import Tilstand

SETNINGER = {
    "fast_prosent": (
        "Fast andel: {prosent_tall}\u00a0% av {pott_oere} = {beloep_oere}",
        "Fast del: {prosent_tall}\u00a0% av {pott_oere} = {beloep_oere}",
    ),
}


@dataclass(frozen=True)
class FastProsent(Steg):
    """`prosent` is 0–100."""

    deltaker: str
    prosent: Fraction

    navn = "fast_prosent"
    krav = ("deltaker", "prosent")

    def __post_init__(self) -> None:
        if not 0 <= self.prosent <= 100:
            raise Noekkelfeil("prosent_utenfor", prosent_tall=self.prosent)

    @classmethod
    def les(cls, felt: Felt) -> FastProsent:
        return cls(felt.tekst("deltaker"), felt.tall("prosent"))

    def som_json(self) -> dict[str, object]:
        return {"steg": self.navn, "deltaker": self.deltaker, "prosent": desimaltekst(self.prosent)}

    def anvend(self, tilstand: Tilstand) -> None:
        deltaker = tilstand.finn(self.deltaker)
        if tilstand.rest is None:
            raise Noekkelfeil("steg_uten_beloep")
        beloep = tilstand.rest * self.prosent / 100
        ledd = lag_ledd("fast_prosent", prosent_tall=self.prosent, pott_oere=tilstand.rest, beloep_oere=beloep)
        tilstand.krev([(deltaker, beloep, ledd)])
        tilstand.har_fast.add(deltaker.id)
