"""A derivation as sentences in bokmål or nynorsk, from links just made or read back from a frozen result."""

from __future__ import annotations

from collections.abc import Iterable

from kostnad.domene.ledd import Ledd, utfyll, velg
from kostnad.domene.steg import fast_beloep, fast_prosent, fordel, grense, sats, trinn

# The sentences that belong to no single step; the others stand with their step.
SETNINGER: dict[str, tuple[str, str]] = {
    "tilskudd": (
        "Til fordeling: {beloep_oere} minus {tilskudd_oere} i tilskudd ({navn}) = {pott_oere}",
        "Til fordeling: {beloep_oere} minus {tilskudd_oere} i tilskot ({navn}) = {pott_oere}",
    ),
    "deltid": (
        "Deltar fra {fra_dato} til og med {siste_dato}: {dager_tall} av {av_tall} dager",
        "Deltek frå {fra_dato} til og med {siste_dato}: {dager_tall} av {av_tall} dagar",
    ),
    "tidsandel": (
        "For dagene som deltaker: {hel_oere} × {dager_tall} / {av_tall} = {beloep_oere}",
        "For dagane som deltakar: {hel_oere} × {dager_tall} / {av_tall} = {beloep_oere}",
    ),
    "ikke_med": ("Deltar ikke i perioden og betaler ingenting", "Deltek ikkje i perioden og betaler ingenting"),
    "ingen_del": ("Ingen av stegene gjelder denne deltakeren", "Ingen av stega gjeld denne deltakaren"),
    "sum": ("Til sammen: {beloep_oere}", "Til saman: {beloep_oere}"),
    "avrundet_krone": (
        "Avrundet til hele kroner: {beloep_oere} (største rest)",
        "Avrunda til heile kroner: {beloep_oere} (største rest)",
    ),
    "avrundet_oere": (
        "Avrundet til hele øre: {beloep_oere} (største rest)",
        "Avrunda til heile øre: {beloep_oere} (største rest)",
    ),
}
for _steg in (fast_prosent, fast_beloep, sats, trinn, fordel, grense):
    SETNINGER.update(_steg.SETNINGER)


def setninger(ledd: Iterable[Ledd], maalform: str) -> list[str]:
    """Return a sentence per link in «nb» or «nn». Raises KeyError for a code without words."""
    return [utfyll(velg(SETNINGER[et.kode], maalform), et.verdier, maalform) for et in ledd]
