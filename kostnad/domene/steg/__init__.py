"""The steps a key is made of, one module each."""

from kostnad.domene.steg.fast_beloep import ALLE, FastBeloep
from kostnad.domene.steg.fast_prosent import FastProsent
from kostnad.domene.steg.fordel import Fordel, Kriterium
from kostnad.domene.steg.grense import Grense
from kostnad.domene.steg.grunnlag import Steg
from kostnad.domene.steg.sats import Sats
from kostnad.domene.steg.trinn import Trinn, Trinnrad

STEGTYPER: dict[str, type[Steg]] = {steg.navn: steg for steg in (FastProsent, FastBeloep, Sats, Trinn, Fordel, Grense)}

__all__ = [
    "ALLE",
    "STEGTYPER",
    "FastBeloep",
    "FastProsent",
    "Fordel",
    "Grense",
    "Kriterium",
    "Sats",
    "Steg",
    "Trinn",
    "Trinnrad",
]
