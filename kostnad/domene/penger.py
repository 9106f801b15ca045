"""Money and numbers: kroner as people and files write them, whole øre (`int`) inside, exact fractions in between."""

from __future__ import annotations

import re
from fractions import Fraction

from kommuner.domene import skriving
from kommuner.domene.skriving import MELLOMROM, MINUS

# [0-9], not \d: only ASCII digits are numbers here. The length keeps hostile input from growing.
_BELOEP = re.compile(r"(-?)([0-9]{1,13})(?:\.([0-9]{1,2}))?")
_DESIMALTALL = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,12})?")
_BROEK = re.compile(r"-?[0-9]{1,15}/[0-9]{1,15}")


def les_oere(tekst: str) -> int:
    """Return whole øre for kroner written with a point («310000.50»). Raises ValueError for anything else."""
    treff = _BELOEP.fullmatch(tekst)
    if treff is None:
        raise ValueError(tekst)
    fortegn, kroner_, oere = treff.groups()
    verdi = int(kroner_) * 100 + int((oere or "").ljust(2, "0"))
    return -verdi if fortegn else verdi


def les_tall(tekst: str) -> Fraction:
    """Return the exact number for a decimal with a point («3.08») or a fraction («1/3»). Raises ValueError."""
    if not _DESIMALTALL.fullmatch(tekst) and not _BROEK.fullmatch(tekst):
        raise ValueError(tekst)
    try:
        return Fraction(tekst)
    except ZeroDivisionError:
        raise ValueError(tekst) from None


def kroner(oere: int) -> str:
    """Return kroner for a machine: «51734», or «51734.50» when there are øre."""
    hele, rest = divmod(abs(oere), 100)
    fortegn = "-" if oere < 0 else ""
    return f"{fortegn}{hele}.{rest:02}" if rest else f"{fortegn}{hele}"


def vis(oere: int | Fraction) -> str:
    """Return kroner for a person: «51 734 kr», «51 734,50 kr». A part of an øre is rounded, half away from zero."""
    naermeste = _naermeste(abs(Fraction(oere)))
    return skriving.vis_beloep(-naermeste if oere < 0 else naermeste)


def vis_sats(oere: Fraction) -> str:
    """Return a rate per unit in kroner with all its decimals, two at least if any: «3,08 kr», «0,125 kr»."""
    tekst = vis_tall(oere / 100)
    hele, komma, desimaler = tekst.partition(",")
    return f"{hele}{komma}{desimaler.ljust(2, '0') if komma else ''}{MELLOMROM}kr"


def vis_tall(tall: int | Fraction) -> str:
    """Return an exact number for a person: «4 893», «12,5»; a number without a finite decimal form as «1/3»."""
    tekst = desimaltekst(abs(Fraction(tall)))
    hele, skille, resten = re.fullmatch(r"([0-9]+)([./]?)([0-9]*)", tekst).groups()  # type: ignore[union-attr]
    if skille == "/":
        resten = skriving.vis_tall(int(resten))
    fortegn = MINUS if tall < 0 else ""
    return f"{fortegn}{skriving.vis_tall(int(hele))}{skille.replace('.', ',')}{resten}"


def desimaltekst(tall: Fraction) -> str:
    """Return an exact number for a machine: «12», «3.08», «1/3» when no finite decimal exists. Read by `les_tall`."""
    plasser = _desimalplasser(tall.denominator)
    if plasser is None:
        return str(tall)
    siffer = str(abs(tall.numerator) * 10**plasser // tall.denominator).rjust(plasser + 1, "0")
    fortegn = "-" if tall < 0 else ""
    return fortegn + (f"{siffer[:-plasser]}.{siffer[-plasser:]}" if plasser else siffer)


def _desimalplasser(nevner: int) -> int | None:
    """Return how many decimals 1/nevner needs, or None when it never ends."""
    antall = {2: 0, 5: 0}
    for primtall in antall:
        while nevner % primtall == 0:
            nevner //= primtall
            antall[primtall] += 1
    return max(antall.values()) if nevner == 1 else None


def _naermeste(tall: Fraction) -> int:
    return int(tall + Fraction(1, 2))


def per_innbygger(oere: int, folketall: int | None) -> int | None:
    """Return øre per inhabitant, to the nearest øre (halves up); None without inhabitants."""
    return (2 * oere + folketall) // (2 * folketall) if folketall else None
