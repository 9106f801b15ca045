"""Numbers, amounts, shares and dates as Norwegians write them (Språkrådet), the same in bokmål and nynorsk.

Thousands are parted by a hard space (U+00A0), decimals by a comma, and a minus is a real minus (U+2212).
"""

import re
from datetime import date, datetime
from fractions import Fraction

from .periode import Periode

MELLOMROM = "\u00a0"
MINUS = "\u2212"
MAANEDER = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
#: What a line is not broken in: a reference to the law, and an amount or a number in groups of three.
UDELELIG = re.compile(
    r"((?:\b(?:koml|fvl|iksl)\.[ \u00a0])?§§?[ \u00a0]\d[\w()-]*(?: bokstav [a-z]\b)?"
    r"|\b\d{1,3}(?:[ \u00a0]\d{3})+(?:,\d+)?(?:[ \u00a0]kr\b)?)"
)
# A fraction with a larger denominator that is a short percentage says more as the percentage: 23/200 is 11,5 %.
_LESELIG_NEVNER = 20
# And one with a larger denominator than this is no fraction anybody pictures: 12 552/15 084 is 83,21 %.
_STOERSTE_NEVNER = 1000


def vis_tall(tall: int) -> str:
    """A whole number: «1 234 567», «−5»."""
    return _fortegn(tall) + f"{abs(tall):,}".replace(",", MELLOMROM)


def vis_desimaltall(tall: Fraction, desimaler: int = 2) -> str:
    """A number with the decimals it needs, and no more than ``desimaler``: «12,5», «3», «0,75»."""
    skalert = int(abs(tall) * 10**desimaler + Fraction(1, 2))
    hele, rest = divmod(skalert, 10**desimaler)
    brudd = f"{rest:0{desimaler}d}".rstrip("0") if desimaler else ""
    return _fortegn(-1 if tall < 0 and skalert else 1) + vis_tall(hele) + (f",{brudd}" if brudd else "")


def vis_beloep(oere: int, *, med_oere: bool = False) -> str:
    """An amount in øre as kroner: «1 234 567 kr», with øre when there are any: «1 234,50 kr».

    ``med_oere`` writes them always, for a column where others have them: «1 234,00 kr».
    """
    return f"{vis_beloep_uten_enhet(oere, med_oere=med_oere)}{MELLOMROM}kr"


def vis_beloep_uten_enhet(oere: int, *, med_oere: bool = False) -> str:
    """An amount in øre as kroner without «kr», for table cells and form fields."""
    kroner, rest = divmod(abs(oere), 100)
    desimaler = f",{rest:02d}" if rest or med_oere else ""
    return _fortegn(oere) + vis_tall(kroner) + desimaler


def vis_prosent(andel: Fraction, desimaler: int = 1) -> str:
    """A share as a percentage: «11,1 %». Exactly whole percentages have no decimals: «50 %».

    Half of the last digit rounds away from zero, as people round.
    """
    if (andel * 100).denominator == 1:
        return f"{vis_tall(int(andel * 100))}{MELLOMROM}%"
    skalert = int(abs(andel) * 100 * 10**desimaler + Fraction(1, 2))
    hele, rest = divmod(skalert, 10**desimaler)
    brudd = f",{rest:0{desimaler}d}" if desimaler else ""
    return f"{_fortegn(-1 if andel < 0 and skalert else 1)}{vis_tall(hele)}{brudd}{MELLOMROM}%"


def vis_andel(andel: Fraction) -> str:
    """A share as its percentage, with the fraction it is: «11,1 % (1/9)».

    Only «11,5 %» where that is exact, and only «83,21 %» where the fraction would be long.
    """
    kort = andel.denominator == 1 or (andel.denominator > _LESELIG_NEVNER and _noeyaktig(andel, 2))
    if kort or andel.denominator > _STOERSTE_NEVNER:
        return vis_prosent(andel, 1 if _noeyaktig(andel, 1) else 2)
    return f"{vis_prosent(andel)} ({vis_tall(andel.numerator)}/{vis_tall(andel.denominator)})"


def vis_andel_kort(andel: Fraction) -> str:
    """A share as it can be typed again without loss: «1/9», or «11,5 %» where that is exact."""
    if andel.denominator == 1 or _noeyaktig(andel, 2):
        return vis_prosent(andel, 1 if _noeyaktig(andel, 1) else 2)
    return f"{andel.numerator}/{andel.denominator}"


def vis_dato(dato: date) -> str:
    """A date in running text: «21. mars 2023»."""
    return f"{dato.day}. {MAANEDER[dato.month - 1]} {dato.year}"


def vis_kort_dato(dato: date) -> str:
    """A date in tables and fields: «21.03.2023»."""
    return f"{dato.day:02d}.{dato.month:02d}.{dato.year:04d}"


def vis_tidspunkt(tid: datetime) -> str:
    """A moment, in the time of the place it is written for: «21. mars 2023 kl. 9.05»."""
    return f"{vis_dato(tid.date())} kl.{MELLOMROM}{tid.hour}.{tid.minute:02d}"


def vis_periode(periode: Periode) -> str:
    """First and last day: «01.01.2003 – 31.12.2003»; a running period has no end: «01.01.2020 –»."""
    slutt = periode.siste_dag
    return f"{vis_kort_dato(periode.fra)} –" + (f" {vis_kort_dato(slutt)}" if slutt else "")


def _fortegn(tall: int) -> str:
    return MINUS if tall < 0 else ""


def _noeyaktig(andel: Fraction, desimaler: int) -> bool:
    """Whether the share is a percentage with at most so many decimals."""
    prosent: Fraction = andel * 100 * 10**desimaler
    return prosent.denominator == 1
