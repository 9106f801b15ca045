"""Reads a csv as it comes out of Excel, LibreOffice and case systems: letters and separators are found out, not asked.

Pure, and runs in the child process.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from kommuner.filer.avvisning import Filavvist, Grunn
from kommuner.filer.celler import rens_celle
from kommuner.filer.grenser import DYPESTE_RAD, FLESTE_KOLONNER, FLESTE_LINJER, FLESTE_RADER, MEST_TEKST

Framdrift = Callable[[int], None]
# In the order they win when a file could be read with either.
_SKILLETEGN = (";", "\t", "|", ",")
_PROEVE = 100
_SEP = re.compile(r'"?sep=(.)"?[ ;,\t]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
_SLUTT = "\ue000slutt"
# Our own csv puts an apostrophe before what a spreadsheet would compute; see ark.skriv_csv.
_AVVAEPNET = re.compile(r"'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_MELDES_HVER = 250
_LENGSTE_FELT = 1_000_000


@dataclass(frozen=True)
class Tekstliste:
    """The cells of a csv by row and column, both counted from one, and how the file was written."""

    rader: dict[int, dict[int, str]]
    tegnsett: str
    skilletegn: str


def les_csv(innhold: bytes, framdrift: Framdrift) -> Tekstliste:
    """Read the whole list. Raises Filavvist when it is not text, has no content or more than a list may hold."""
    tekst, tegnsett = _dekod(innhold)
    tekst, oppgitt = _ta_av_sep(tekst)
    if len(tekst) > MEST_TEKST:
        raise Filavvist(Grunn.FOR_MYE_TEKST)
    skilletegn = oppgitt or finn_skilletegn(tekst)
    rader = _rader(tekst, skilletegn, framdrift)
    if not rader:
        raise Filavvist(Grunn.UTEN_INNHOLD)
    return Tekstliste(rader, tegnsett, skilletegn)


def _dekod(innhold: bytes) -> tuple[str, str]:
    tegnsett = "utf-8-sig" if innhold.startswith(b"\xef\xbb\xbf") else "utf-8"
    if innhold.startswith((b"\xff\xfe", b"\xfe\xff")):
        tegnsett = "utf-16"
    # Norwegian Excel's plain «CSV» is cp1252; every other guess is refused.
    for forsoek in (tegnsett, "cp1252") if tegnsett == "utf-8" else (tegnsett,):
        try:
            tekst = innhold.decode(forsoek)
        except UnicodeDecodeError:
            continue
        if "\0" in tekst:
            raise Filavvist(Grunn.NULLBYTE)
        return tekst, forsoek
    raise Filavvist(Grunn.TEGNSETT)


def _ta_av_sep(tekst: str) -> tuple[str, str | None]:
    """Norwegian Excel's «sep=;» tells the separator and is no row."""
    treff = _SEP.match(tekst)
    return (tekst[treff.end() :], treff[1]) if treff and treff[1] not in '"\r\n' else (tekst, None)


def finn_skilletegn(tekst: str) -> str:
    """The separator that cuts most of the first rows into equally many cells, and into most cells among equals."""
    utdrag = io.StringIO(tekst).read(200_000)
    return max(_SKILLETEGN, key=lambda tegn: (*_jevnhet(utdrag, tegn), -_SKILLETEGN.index(tegn)))


def _jevnhet(utdrag: str, skilletegn: str) -> tuple[float, int]:
    antall: Counter[int] = Counter()
    try:
        for rad in csv.reader(io.StringIO(utdrag, newline=""), delimiter=skilletegn):
            antall[len(rad)] += bool(rad)
            if antall.total() >= _PROEVE:
                break
    except csv.Error:
        return 0.0, 0
    flere = {bredde: ganger for bredde, ganger in antall.items() if bredde > 1}
    if not flere:
        return 0.0, 0
    bredde, ganger = max(flere.items(), key=lambda par: (par[1], par[0]))
    return round(ganger / antall.total(), 2), bredde


def _rader(tekst: str, skilletegn: str, framdrift: Framdrift) -> dict[int, dict[int, str]]:
    csv.field_size_limit(_LENGSTE_FELT)
    slutt = f"\n{_SLUTT}" if not tekst.endswith("\n") else _SLUTT
    rader: dict[int, dict[int, str]] = {}
    siste: list[str] = []
    try:
        for nummer, siste in enumerate(csv.reader(io.StringIO(tekst + slutt, newline=""), delimiter=skilletegn), 1):
            if siste != [_SLUTT]:
                _ta_inn(rader, nummer, siste, framdrift)
    except csv.Error as feil:
        raise Filavvist(Grunn.ANFOERSELSTEGN) from feil
    # The mark at the end was swallowed by a quotation that began somewhere above.
    if siste != [_SLUTT]:
        raise Filavvist(Grunn.ANFOERSELSTEGN)
    return rader


def _ta_inn(rader: dict[int, dict[int, str]], nummer: int, celler: list[str], framdrift: Framdrift) -> None:
    rad = {plass: tekst for plass, raa in enumerate(celler, 1) if (tekst := _celle(raa))}
    if not rad:
        return
    if max(rad) > FLESTE_KOLONNER:
        raise Filavvist(Grunn.FOR_MANGE_KOLONNER, kolonne=str(max(rad)), hoeyst=FLESTE_KOLONNER)
    if nummer > DYPESTE_RAD:
        raise Filavvist(Grunn.FOR_LANGT_NED, rad=nummer, hoeyst=DYPESTE_RAD)
    rader[nummer] = rad
    if len(rader) > FLESTE_LINJER:
        raise Filavvist(Grunn.FOR_MANGE_RADER, hoeyst=FLESTE_RADER)
    if len(rader) % _MELDES_HVER == 0:
        framdrift(len(rader))


def _celle(raa: str) -> str:
    return rens_celle(raa[1:] if _AVVAEPNET.match(raa) else raa)
