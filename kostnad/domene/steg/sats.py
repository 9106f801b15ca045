"""`sats`: a rate per unit of a figure (25 kr per inhabitant), at most `tak` for each participant."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kostnad.domene.deltaker import Deltaker
from kostnad.domene.feil import Noekkelfeil
from kostnad.domene.felt import Felt
from kostnad.domene.ledd import Ledd, Leddverdier, lag_ledd
from kostnad.domene.penger import desimaltekst, kroner
from kostnad.domene.steg.grunnlag import UTVALGSFELT, Steg, krev_ikke_negativ, les_utvalg
from kostnad.domene.tilstand import ALLE_MED, Tilstand, Utvalg

SETNINGER = {
    "sats": (
        "Sats etter {kriterium}: {sats_oere} × {verdi_tall} = {regnet_oere}",
        "Sats etter {kriterium}: {sats_oere} × {verdi_tall} = {regnet_oere}",
    ),
    "sats_tak": (
        "Sats etter {kriterium}: {sats_oere} × {verdi_tall} = {regnet_oere}, men taket er {tak_oere}",
        "Sats etter {kriterium}: {sats_oere} × {verdi_tall} = {regnet_oere}, men taket er {tak_oere}",
    ),
}


@dataclass(frozen=True)
class Sats(Steg):
    """`sats_oere` is exact øre per unit of the criterion `etter`; `tak_oere` is for the whole period."""

    etter: str
    sats_oere: Fraction
    tak_oere: int | None = None
    utvalg: Utvalg = ALLE_MED

    navn = "sats"
    krav = ("etter", "beloep")
    valgfri = ("tak", *UTVALGSFELT)

    def __post_init__(self) -> None:
        krev_ikke_negativ("tak", self.tak_oere)
        if self.sats_oere < 0:
            raise Noekkelfeil("negativt_beloep", felt="beloep", beloep_oere=self.sats_oere)

    @classmethod
    def les(cls, felt: Felt) -> Sats:
        return cls(felt.tekst("etter"), felt.tall("beloep") * 100, felt.valgfri_oere("tak"), les_utvalg(felt))

    def som_json(self) -> dict[str, object]:
        tak = {} if self.tak_oere is None else {"tak": kroner(self.tak_oere)}
        sats = desimaltekst(self.sats_oere / 100)
        return {"steg": self.navn, "etter": self.etter, "beloep": sats, **tak, **self.utvalg.som_json()}

    def anvend(self, tilstand: Tilstand) -> None:
        tilstand.krev([self._krav(d, tilstand.verdi(d, self.etter)) for d in self.utvalg.velg(tilstand)])

    def _krav(self, deltaker: Deltaker, verdi: Fraction) -> tuple[Deltaker, Fraction, Ledd]:
        regnet = self.sats_oere * verdi
        deler: Leddverdier = {
            "kriterium": self.etter,
            "sats_oere": self.sats_oere,
            "verdi_tall": verdi,
            "regnet_oere": regnet,
        }
        if self.tak_oere is None or regnet <= self.tak_oere:
            return deltaker, regnet, lag_ledd("sats", **deler)
        return deltaker, Fraction(self.tak_oere), lag_ledd("sats_tak", **deler, tak_oere=self.tak_oere)
