"""What a cell of a sheet is as text: what a person reads there, but nothing rounded away.

Dates are ISO, whole numbers have no decimals, other numbers have a decimal comma, a cell formatted as percent says so,
and yes and no are words. Pure.
"""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal

_PROSENT = re.compile(r"%")
_SITERT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_NULLER = re.compile(r"0{2,12}")
_KODET = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MELLOMROM = re.compile(r"[^\S\n]+")
# Excel keeps fifteen digits; what a double has beyond them is noise.
_SIFRE = 15


def celletekst(verdi: object, tallformat: str = "General") -> str:
    """The text of a cell's value under its number format; empty for none."""
    if verdi is None:
        return ""
    if isinstance(verdi, bool):
        return "ja" if verdi else "nei"
    if isinstance(verdi, int | float):
        return _talltekst(verdi, _SITERT.sub("", tallformat.split(";")[0]))
    if isinstance(verdi, date | time | timedelta):
        return _tidstekst(verdi)
    return rens_celle(_avkod(str(verdi)))


def rens_celle(tekst: str) -> str:
    """Text as it can be stored and compared: composed letters, plain spaces, no control characters, trimmed."""
    tekst = unicodedata.normalize("NFC", tekst)
    # Nearly every cell is one line of plain letters.
    if tekst.isprintable() and "  " not in tekst:
        return tekst.strip()
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n")
    tekst = "".join(tegn for tegn in tekst if tegn in "\n\t" or not _usynlig(tegn))
    return "\n".join(linje.strip() for linje in _MELLOMROM.sub(" ", tekst).split("\n")).strip()


def _usynlig(tegn: str) -> bool:
    return unicodedata.category(tegn) in ("Cc", "Cs", "Co", "Cn") or tegn in "\u200b\ufeff\u00ad"


def _avkod(tekst: str) -> str:
    """Excel writes what XML cannot hold as _x000D_."""
    return _KODET.sub(lambda treff: chr(int(treff[1], 16)), tekst)


def _talltekst(verdi: int | float, tallformat: str) -> str:
    if verdi != verdi or verdi in (float("inf"), float("-inf")):
        return ""
    tall = Decimal(repr(verdi))
    if len(tall.as_tuple().digits) > _SIFRE and isinstance(verdi, float):
        tall = Decimal(f"{verdi:.{_SIFRE}g}")
    if _PROSENT.search(tallformat):
        return _desimaltekst(tall * 100) + " %"
    tekst = _desimaltekst(tall)
    # A municipality's number 0301 is kept as 301 under the format 0000.
    return tekst.zfill(len(tallformat)) if _NULLER.fullmatch(tallformat) and tekst.isdigit() else tekst


def _desimaltekst(tall: Decimal) -> str:
    if abs(tall) >= Decimal(10) ** 30 or (tall and abs(tall) < Decimal(10) ** -30):
        return str(tall).replace(".", ",")
    tekst = format(tall, "f")
    if "." in tekst:
        tekst = tekst.rstrip("0").rstrip(".")
    return "0" if tekst in ("-0", "") else tekst.replace(".", ",")


def _tidstekst(verdi: date | time | timedelta) -> str:
    if isinstance(verdi, datetime):
        if verdi.time() == time():
            return verdi.date().isoformat()
        return verdi.replace(tzinfo=None).isoformat(" ", "seconds").removesuffix(":00")
    if isinstance(verdi, time):
        return verdi.replace(tzinfo=None).isoformat("seconds").removesuffix(":00")
    if isinstance(verdi, timedelta):
        timer, minutter = divmod(round(verdi.total_seconds() / 60), 60)
        return f"{timer}:{minutter:02}"
    return verdi.isoformat()
