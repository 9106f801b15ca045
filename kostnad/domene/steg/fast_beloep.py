"""`fast_beloep`: a fixed amount for one participant, who is then done, or the same amount for everyone («alle»)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kostnad.domene.feil import Noekkelfeil
from kostnad.domene.felt import Felt
from kostnad.domene.ledd import lag_ledd
from kostnad.domene.penger import kroner
from kostnad.domene.steg.grunnlag import UTVALGSFELT, Steg, krev_ikke_negativ, les_utvalg
from kostnad.domene.tilstand import ALLE_MED, Tilstand, Utvalg

ALLE = "alle"

SETNINGER = {"fast_beloep": ("Fast beløp: {beloep_oere}", "Fast beløp: {beloep_oere}")}


@dataclass(frozen=True)
class FastBeloep(Steg):
    """`beloep_oere` is for the whole period; `utvalg` narrows «alle»."""

    deltaker: str
    beloep_oere: int
    utvalg: Utvalg = ALLE_MED

    navn = "fast_beloep"
    krav = ("deltaker", "beloep")
    valgfri = UTVALGSFELT

    def __post_init__(self) -> None:
        krev_ikke_negativ("beloep", self.beloep_oere)
        if self.deltaker != ALLE and self.utvalg != ALLE_MED:
            raise Noekkelfeil("utvalg_med_navn")

    @classmethod
    def les(cls, felt: Felt) -> FastBeloep:
        return cls(felt.tekst("deltaker"), felt.oere("beloep"), les_utvalg(felt))

    def som_json(self) -> dict[str, object]:
        felt = {"steg": self.navn, "deltaker": self.deltaker, "beloep": kroner(self.beloep_oere)}
        return {**felt, **self.utvalg.som_json()}

    def anvend(self, tilstand: Tilstand) -> None:
        en = self.deltaker != ALLE
        deltakere = [tilstand.finn(self.deltaker)] if en else self.utvalg.velg(tilstand)
        ledd = lag_ledd("fast_beloep", beloep_oere=self.beloep_oere)
        tilstand.krev([(deltaker, Fraction(self.beloep_oere), ledd) for deltaker in deltakere])
        if en:
            tilstand.har_fast.add(self.deltaker)
