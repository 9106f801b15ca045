"""Semicolon separated text that no spreadsheet computes."""

import csv
import io
import re
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from kommuner.filer.ark import Ark, Celle, Kolonne, Slag

# Also the wide forms, which some spreadsheets take for the narrow ones. ``tekstfil`` takes the apostrophe off again.
_FARLIG = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NEGATIVT_TALL = re.compile(r"-\d+(?:[.,]\d+)?", re.ASCII)
_DESIMALER = 10


def skilletekst(ark: Ark) -> bytes:
    """The bytes of ``ark.skriv_csv``."""
    ut = io.StringIO(newline="")
    skriver = csv.writer(ut, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    skriver.writerow([avvaepnet(kolonne.overskrift) for kolonne in ark.kolonner])
    for rad in ark.rader:
        skriver.writerow([_tekst(celle, kolonne) for celle, kolonne in zip(rad, ark.kolonner, strict=True)])
    return ut.getvalue().encode("utf-8-sig", errors="replace")


def avvaepnet(tekst: str) -> str:
    """The text with an apostrophe before it if a spreadsheet would take it for a formula."""
    tekst = tekst.replace("\0", "")
    return f"'{tekst}" if _FARLIG.match(tekst) and not _NEGATIVT_TALL.fullmatch(tekst) else tekst


def _tekst(celle: Celle, kolonne: Kolonne) -> str:
    if celle is None:
        return ""
    if isinstance(celle, bool):
        return "ja" if celle else "nei"
    if isinstance(celle, datetime):
        return celle.replace(tzinfo=None).isoformat(" ", "minutes")
    if isinstance(celle, date):
        return celle.isoformat()
    if isinstance(celle, int | Decimal | Fraction):
        return _talltekst(Fraction(celle), kolonne.slag)
    return avvaepnet(celle)


def _talltekst(tall: Fraction, slag: Slag) -> str:
    """With a decimal comma, exact to the tenth decimal, no zeros at the end; amounts always with øre."""
    ganger = 100 if slag is Slag.PROSENT else 1
    desimaltall = Decimal(round(tall * ganger * 10**_DESIMALER)).scaleb(-_DESIMALER)
    hele, _komma, desimaler = format(desimaltall, "f").partition(".")
    desimaler = desimaler.rstrip("0").ljust(2 if slag is Slag.BELOEP else 0, "0")
    return hele + (f",{desimaler}" if desimaler else "") + (" %" if slag is Slag.PROSENT else "")
