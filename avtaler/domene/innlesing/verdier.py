"""Dates, shares, numbers and yes/no as they stand in lists; what has two readings comes back as both."""

import re
from datetime import date, timedelta
from fractions import Fraction

from kommuner.domene.datolesing import FOERSTE_AAR, SISTE_AAR, les_dato
from kommuner.domene.lesing import Ulesbar, les_andel, les_heltall, rens
from kommuner.domene.orgnr import er_gyldig_orgnr
from kommuner.domene.skriving import MAANEDER

_FORAN = re.compile(
    r"^(fra( og med)?|frå( og med)?|f\.?o\.?m\.?|til( og med)?|t\.?o\.?m\.?|siden|sidan|etter|etablert|stiftet|stifta|"
    r"opprettet|oppretta|vedtatt|vedteke|gjelder|gjeld|år|året|ca\.?|omkring|per|pr\.?)\s*:?\s+",
    re.IGNORECASE,
)
_AAR = re.compile(r"(\d{4})\.?(?:,0+)?", re.ASCII)
_MAANED_AAR = re.compile(r"(\d{1,2})[./-](\d{4})", re.ASCII)
_NAVN_AAR = re.compile(r"([a-z]+)\.? (\d{4})", re.ASCII | re.IGNORECASE)
_AAR_MAANED = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_KLOKKE = re.compile(r"\s+\d{1,2}[:.]\d{2}([:.]\d{2})?$")
_PERIODE = re.compile(r"\s*[–—]\s*|\s+-\s+|\s+til\s+|(?<=\d{4})-(?=\d{4}$)|(?<=\d{4})-$")
_ENHET = re.compile(
    r"(?<=\d)\s*((måned|månad)(er)?s?|mnd\.?|md\.?|stk\.?|(?P<aar>års?)|medlem(m?er)?)"
    r"(\s+(frist|varsel|oppsigelse\w*|oppseiing\w*))?$",
    re.IGNORECASE,
)
_TALLORD = {
    **dict.fromkeys(("en", "én", "ett", "et", "ein", "éin", "ei", "éi", "eitt", "eit"), "1"), "to": "2", "tre": "3",
    "fire": "4", "fem": "5", "seks": "6", "sju": "7", "syv": "7", "åtte": "8", "ni": "9", "ti": "10", "elleve": "11",
    "tolv": "12",
}  # fmt: skip
_HALVT = re.compile(r"^((ett?|eitt?)\s+)?halv(t\s*)?\s*(?=års?\b)", re.IGNORECASE)
_HALVANNET = re.compile(r"^halv(annet|tanna)\s+(?=års?\b)", re.IGNORECASE)
_EXCELDAG = re.compile(r"[1-7]\d{4}", re.ASCII)
JA = frozenset({"ja", "x", "✓", "✔", "1", "j", "yes", "true", "sann", "deltar", "deltek", "med", "•", "v"})
NEI = frozenset({"nei", "0", "-", "–", "n", "no", "false", "usann", "ikke", "ikkje", ""})


def les_start(tekst: str, *, referanseaar: int) -> date:
    """The first day: «2007» is 1 January, «mars 2015» the first of the month, «fra 1.1.2012» and Excel's day numbers.

    Raises Ulesbar as ``les_dato``; what has two readings is «flertydig_dato» (see ``begge_datoer``).
    """
    return _les(tekst, referanseaar)[0]


def les_slutt(tekst: str, *, referanseaar: int) -> date:
    """The last day that counts: «2019» is 31 December. Raises Ulesbar."""
    return _les(tekst, referanseaar)[1]


def les_periode(tekst: str, *, referanseaar: int) -> tuple[date, date | None]:
    """«2015–2019» or «fra 2012»: the first day, and the last one if it is written. Raises Ulesbar."""
    try:
        return les_start(tekst, referanseaar=referanseaar), None
    except Ulesbar:
        deler = _PERIODE.split(rens(tekst))
        if len(deler) != 2:
            raise
    start = les_start(deler[0], referanseaar=referanseaar)
    return start, les_slutt(deler[1], referanseaar=referanseaar) if deler[1].strip() else None


def begge_datoer(feil: Ulesbar, *, referanseaar: int) -> tuple[date, ...]:
    """The two readings of an ambiguous date; none for other reasons."""
    if feil.kode != "flertydig_dato":
        return ()
    return tuple(les_dato(feil.verdier[navn], referanseaar=referanseaar) for navn in ("som_dag", "som_aar"))


def _les(tekst: str, referanseaar: int) -> tuple[date, date]:
    rent = _KLOKKE.sub("", _uten_ord(rens(tekst)))
    if (aar := _AAR.fullmatch(rent)) is not None:
        return _aaret(int(aar[1]), tekst)
    if (maaned := _maaned(rent)) is not None:
        return _maaneden(*maaned, tekst)
    if _EXCELDAG.fullmatch(rent):
        dag = date(1899, 12, 30) + timedelta(days=int(rent))
        return dag, dag
    dag = les_dato(rent, referanseaar=referanseaar)
    return dag, dag


def _uten_ord(rent: str) -> str:
    for _gang in range(3):
        rent = _FORAN.sub("", rent)
    return rent.strip(" .,;")


def _aaret(aar: int, tekst: str) -> tuple[date, date]:
    if not FOERSTE_AAR <= aar <= SISTE_AAR:
        raise Ulesbar("ugyldig_aar", rens(tekst))
    return date(aar, 1, 1), date(aar, 12, 31)


def _maaned(rent: str) -> tuple[int, int] | None:
    """(year, month) of «03.2015», «2015-03» and «mars 2015»."""
    if (treff := _AAR_MAANED.fullmatch(rent)) is not None:
        return int(treff[1]), int(treff[2])
    if (treff := _MAANED_AAR.fullmatch(rent)) is not None:
        return int(treff[2]), int(treff[1])
    if (treff := _NAVN_AAR.fullmatch(rent)) is not None:
        navn = treff[1].lower()
        nummer = next((nr for nr, maaned in enumerate(MAANEDER, 1) if len(navn) > 2 and maaned.startswith(navn)), 0)
        return (int(treff[2]), nummer) if nummer else None
    return None


def _maaneden(aar: int, maaned: int, tekst: str) -> tuple[date, date]:
    if not 1 <= maaned <= 12:
        raise Ulesbar("ugyldig_dato", rens(tekst))
    _aaret(aar, tekst)
    neste = date(aar + maaned // 12, maaned % 12 + 1, 1)
    return date(aar, maaned, 1), neste - timedelta(days=1)


def les_eierandel(tekst: str, *, som_del: bool | None = None) -> Fraction:
    """A share as ``les_andel`` reads it. ``som_del`` says what «0,5» means: half (True) or half a percent (False).

    Raises Ulesbar as ``les_andel``.
    """
    try:
        return les_andel(tekst)
    except Ulesbar as feil:
        if feil.kode != "flertydig_andel" or som_del is None:
            raise
        return les_andel(f"{feil.verdier['som_del' if som_del else 'som_prosent']} %")


def les_orgnr(tekst: str) -> str:
    """Nine digits, whatever stands between them. Raises Ulesbar («ugyldig_orgnr») when they are not such a number."""
    siffer = re.sub(r"\D", "", tekst)
    if not er_gyldig_orgnr(siffer):
        raise Ulesbar("ugyldig_orgnr", rens(tekst))
    return siffer


def les_antall(tekst: str, *, hoeyst: int = 32_000) -> int:
    """A count such as seats or months: «6», «6 måneder», «seks månader», «et halvt år». Raises Ulesbar."""
    rent = _med_siffer(rens(tekst))
    tall = les_heltall(_ENHET.sub("", rent))
    if not 0 <= tall <= hoeyst:
        raise Ulesbar("for_stort" if tall > 0 else "negativt", rens(tekst))
    enhet = _ENHET.search(rent)
    return tall * 12 if enhet and enhet["aar"] else tall


def _med_siffer(rent: str) -> str:
    """The text with a number written as a word, up to twelve, in digits; half a year is six months."""
    for moenster, maaneder in ((_HALVT, "6"), (_HALVANNET, "18")):
        if moenster.search(rent):
            return re.sub(r"^års?", f"{maaneder} mnd", moenster.sub("", rent), flags=re.IGNORECASE)
    ordet, mellom, resten = rent.partition(" ")
    return _TALLORD.get(ordet.casefold(), ordet) + mellom + resten


def er_merket(tekst: str) -> bool:
    """Whether a cell of a matrix says that the municipality is in."""
    return rens(tekst).casefold().strip(" .*()") not in NEI


def radnummer(tekst: str) -> int | None:
    """The id or the version of a row of the register, as our own sheets write it; None for anything else."""
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 16 else None
