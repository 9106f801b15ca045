"""Steps as plain data: which figures and which participants a key mentions, and the same key with other ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kostnad.domene.oppdrag import ALLE
from kostnad.domene.steg import FastProsent, Fordel, Sats, Steg, Trinn
from kostnad.domene.tilstand import LIK

_LISTER = ("deltakere", "unntatt")


def kriterier(steg: Iterable[Steg]) -> set[str]:
    """Return the statistics that the key asks for; «lik» is none."""
    navn = {et.etter for et in steg if isinstance(et, (Sats, Trinn))}
    navn |= {kriterium.navn for et in steg if isinstance(et, Fordel) for kriterium in et.etter if kriterium.vekt}
    return navn - {LIK}


def deler_beloep(steg: Iterable[Steg]) -> bool:
    """Return whether any step takes its part of the amount, so that the key is no use without one."""
    return any(isinstance(et, (Fordel, FastProsent)) for et in steg)


def nevnte(steg: Mapping[str, Any]) -> Iterator[str]:
    """Return the ids of the participants that one step names."""
    if steg.get("deltaker", ALLE) != ALLE:
        yield str(steg["deltaker"])
    for felt in _LISTER:
        yield from steg.get(felt, [])


def med_ider(steg: Iterable[Mapping[str, Any]], ider: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the steps with every id that is in `ider` replaced; others are left for the engine to refuse."""
    return [_bytt(dict(et), ider) for et in steg]


def _bytt(steg: dict[str, Any], ider: Mapping[str, str]) -> dict[str, Any]:
    if "deltaker" in steg:
        steg["deltaker"] = ider.get(steg["deltaker"], steg["deltaker"])
    for felt in _LISTER:
        if felt in steg:
            steg[felt] = [ider.get(ident, ident) for ident in steg[felt]]
    return steg
