"""`trinn`: a table of bands; each pays the amount of the first band its figure does not pass (limit included)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from kostnad.domene.deltaker import Deltaker
from kostnad.domene.feil import Noekkelfeil
from kostnad.domene.felt import Felt
from kostnad.domene.ledd import Ledd, Leddverdier, lag_ledd
from kostnad.domene.penger import desimaltekst, kroner
from kostnad.domene.steg.grunnlag import UTVALGSFELT, Steg, krev_ikke_negativ, les_utvalg
from kostnad.domene.tilstand import ALLE_MED, Tilstand, Utvalg

SETNINGER = {
    "trinn": (
        "Trinn etter {kriterium}: {verdi_tall} er på trinnet til og med {til_tall}, som er {beloep_oere}",
        "Trinn etter {kriterium}: {verdi_tall} er på trinnet til og med {til_tall}, som er {beloep_oere}",
    ),
    "trinn_oeverst": (
        "Trinn etter {kriterium}: {verdi_tall} er på det øverste trinnet, som er {beloep_oere}",
        "Trinn etter {kriterium}: {verdi_tall} er på det øvste trinnet, som er {beloep_oere}",
    ),
}


@dataclass(frozen=True)
class Trinnrad:
    """One band: figures up to and including `til` (None: no limit) pay `beloep_oere` for the whole period."""

    til: Fraction | None
    beloep_oere: int

    def __post_init__(self) -> None:
        krev_ikke_negativ("beloep", self.beloep_oere)


@dataclass(frozen=True)
class Trinn(Steg):
    """Bands in rising order; only the last may be open."""

    etter: str
    rader: tuple[Trinnrad, ...]
    utvalg: Utvalg = ALLE_MED

    navn = "trinn"
    krav = ("etter", "trinn")
    valgfri = UTVALGSFELT

    def __post_init__(self) -> None:
        if not self.rader:
            raise Noekkelfeil("trinn_tomt")
        for forrige, rad in pairwise(self.rader):
            if forrige.til is None:
                raise Noekkelfeil("trinn_aapent")
            if rad.til is not None and rad.til <= forrige.til:
                raise Noekkelfeil("trinn_rekkefoelge", til_tall=rad.til, forrige_tall=forrige.til)

    @classmethod
    def les(cls, felt: Felt) -> Trinn:
        rader = tuple(_les_rad(rad, nr) for nr, rad in enumerate(felt.liste("trinn"), 1))
        return cls(felt.tekst("etter"), rader, les_utvalg(felt))

    def som_json(self) -> dict[str, object]:
        rader = [_rad_som_json(rad) for rad in self.rader]
        return {"steg": self.navn, "etter": self.etter, "trinn": rader, **self.utvalg.som_json()}

    def anvend(self, tilstand: Tilstand) -> None:
        tilstand.krev([self._krav(d, tilstand.verdi(d, self.etter)) for d in self.utvalg.velg(tilstand)])

    def _krav(self, deltaker: Deltaker, verdi: Fraction) -> tuple[Deltaker, Fraction, Ledd]:
        rad = self._finn_rad(deltaker, verdi)
        deler: Leddverdier = {"kriterium": self.etter, "verdi_tall": verdi, "beloep_oere": rad.beloep_oere}
        ledd = lag_ledd("trinn_oeverst", **deler) if rad.til is None else lag_ledd("trinn", **deler, til_tall=rad.til)
        return deltaker, Fraction(rad.beloep_oere), ledd

    def _finn_rad(self, deltaker: Deltaker, verdi: Fraction) -> Trinnrad:
        for rad in self.rader:
            if rad.til is None or verdi <= rad.til:
                return rad
        raise Noekkelfeil("trinn_for_hoey", navn=deltaker.navn, kriterium=self.etter, verdi_tall=verdi)


def _les_rad(data: object, nr: int) -> Trinnrad:
    felt = Felt(data, ("trinn", nr), krav=("til", "beloep"))
    return Trinnrad(felt.tall("til") if felt.har("til") else None, felt.oere("beloep"))


def _rad_som_json(rad: Trinnrad) -> dict[str, object]:
    return {"til": None if rad.til is None else desimaltekst(rad.til), "beloep": kroner(rad.beloep_oere)}
