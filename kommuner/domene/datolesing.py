"""Dates as Norwegians type them: day, month, year; with dots, slash or the name of the month."""

import re
from datetime import date

from .lesing import Ulesbar, rens
from .skriving import MAANEDER, vis_kort_dato

_KORTNAVN = {"febr": 2, "sept": 9}
_AAR_FOERST = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})", re.ASCII)
_SIFFER = re.compile(r"(\d{1,2}) ?[./-] ?(\d{1,2})(?: ?[./-] ?| )(\d{4}|\d{2})\.?", re.ASCII)
_KORT_MED_STREK = re.compile(r"\d\d-\d{1,2}-\d\d", re.ASCII)
_ORD = re.compile(r"(?:den )?(\d{1,2})\.? ?([a-z]+)\.?,? ?(\d{4}|\d{2})\.?", re.ASCII | re.IGNORECASE)
_UTEN_AAR = re.compile(r"(?:den )?\d{1,2}(?:\.? ?[a-z]+|[./] ?\d{1,2})\.?", re.ASCII | re.IGNORECASE)
FOERSTE_AAR, SISTE_AAR = 1800, 2199


def les_dato(tekst: str, *, referanseaar: int) -> date:
    """The date typed: «21.3.2023», «21.03.23», «21/3-2023», «21. mars 2023», «21 mar. 23» or ISO «2023-03-21».

    A year of two digits is the one from 80 years before to 19 years after ``referanseaar`` (there is no clock here).
    Raises Ulesbar: tomt, ikke_dato, ugyldig_dato («31.2.2023»), mangler_aar, ugyldig_aar, and
    flertydig_dato («21-03-23» may be 21 March 2023 or 23 March 2021).
    """
    rent = rens(tekst)
    if not rent:
        raise Ulesbar("tomt", rent)
    if foerst := _AAR_FOERST.fullmatch(rent):
        return _dato(int(foerst[1]), int(foerst[3]), int(foerst[4]), rent)
    if siffer := _SIFFER.fullmatch(rent):
        return _av_siffer(siffer, rent, referanseaar)
    if (ord_ := _ORD.fullmatch(rent)) and (maaned := _maaned(ord_[2])):
        return _dato(_aar(ord_[3], referanseaar), maaned, int(ord_[1]), rent)
    raise Ulesbar("mangler_aar" if _UTEN_AAR.fullmatch(rent) else "ikke_dato", rent)


def _av_siffer(siffer: re.Match[str], rent: str, referanseaar: int) -> date:
    """Day, month, year in that order; 21-03-23 is refused where year, month, day would be a date too."""
    foerst, maaned, sist = siffer[1], int(siffer[2]), siffer[3]
    som_dag = _kanskje(_aar(sist, referanseaar), maaned, int(foerst))
    kan_vaere_aar = _KORT_MED_STREK.fullmatch(rent) is not None
    som_aar = _kanskje(_aar(foerst, referanseaar), maaned, int(sist)) if kan_vaere_aar else None
    if som_dag and som_aar and som_dag != som_aar:
        raise Ulesbar("flertydig_dato", rent, som_dag=vis_kort_dato(som_dag), som_aar=vis_kort_dato(som_aar))
    return _dato(_aar(sist, referanseaar), maaned, int(foerst), rent)


def _maaned(navn: str) -> int | None:
    """The month of a bokmål or nynorsk name (they are alike) or its abbreviation, else None."""
    fulle = {maaned: nummer for nummer, maaned in enumerate(MAANEDER, start=1)}
    korte = {maaned[:3]: nummer for maaned, nummer in fulle.items()}
    return (fulle | korte | _KORTNAVN).get(navn.lower())


def _aar(siffer: str, referanseaar: int) -> int:
    """Four digits as they stand; two digits in the window from 80 years before to 19 years after."""
    if len(siffer) == 4:
        return int(siffer)
    foerste = referanseaar - 80
    return foerste + (int(siffer) - foerste) % 100


def _kanskje(aar: int, maaned: int, dag: int) -> date | None:
    try:
        return date(aar, maaned, dag)
    except ValueError:
        return None


def _dato(aar: int, maaned: int, dag: int, rent: str) -> date:
    if not FOERSTE_AAR <= aar <= SISTE_AAR:
        raise Ulesbar("ugyldig_aar", rent)
    dato = _kanskje(aar, maaned, dag)
    if dato is None:
        raise Ulesbar("ugyldig_dato", rent)
    return dato
