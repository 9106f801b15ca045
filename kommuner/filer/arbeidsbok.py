"""One xlsx file as it is written with XlsxWriter: how headings, numbers, dates and choices look."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from kommuner.filer.ark import Ark, Celle, Egenskaper, Kolonne, Slag
from kommuner.filer.grenser import FLESTE_RADER, LENGSTE_CELLE

_TALLFORMAT = {
    Slag.TEKST: "General",
    Slag.HELTALL: "#,##0",
    Slag.TALL: "#,##0.##########",
    Slag.BELOEP: "#,##0.00",
    Slag.PROSENT: "0.00%",
    Slag.DATO: "General",
}
_DATOFORMAT = "dd.mm.yyyy"
_TIDSFORMAT = "dd.mm.yyyy hh:mm"
_SMALEST, _BREDEST = 10, 60
_FORSTE_DATO = date(1900, 1, 1)
_ULOVLIG_ARKNAVN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
# No xml can hold these, not even in a disguise.
_ULOVLIG_TEGN = re.compile("[\ud800-\udfff\ufffe\uffff\\x00]")
_AVKORTET = " …"
_KJERNE = "docProps/core.xml"
_VALG = "Valg"
_A4 = 9
_LENGSTE_ARKNAVN = 31


class Arbeidsbok:
    """Written once: ``Arbeidsbok(egenskaper).skriv(ark)``."""

    def __init__(self, egenskaper: Egenskaper) -> None:
        self._egenskaper = egenskaper
        self._ut = io.BytesIO()
        # No text becomes a formula, a link or a number, whatever it looks like.
        valg = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self._bok = xlsxwriter.Workbook(self._ut, valg)
        self._formater: dict[str, Any] = {}
        self._valg: list[Sequence[str]] = []
        self._brukte_navn: set[str] = set()

    def skriv(self, ark: Sequence[Ark]) -> bytes:
        """The whole file."""
        self._sett_egenskaper()
        valgnavn = self._arknavn(_VALG)
        for ett in ark:
            self._skriv_ark(ett, valgnavn)
        if self._valg:
            self._skriv_valg(valgnavn)
        self._bok.close()
        return _med_spraak(self._ut.getvalue(), self._egenskaper.spraak)

    def _sett_egenskaper(self) -> None:
        e = self._egenskaper
        opprettet = e.opprettet.replace(tzinfo=None, microsecond=0)
        self._bok.set_properties(
            {"title": e.tittel, "author": e.forfatter, "subject": e.emne, "company": "", "created": opprettet}
        )

    def _skriv_ark(self, ark: Ark, valgnavn: str) -> None:
        blad = self._bok.add_worksheet(self._arknavn(ark.navn))
        for plass, kolonne in enumerate(ark.kolonner):
            celler = [rad[plass] for rad in ark.rader]
            blad.set_column(plass, plass, _bredde(kolonne, celler), None, {"hidden": kolonne.skjult})
            blad.write_string(0, plass, _tekst(kolonne.overskrift), self._format("overskrift"))
            self._skriv_nedtrekk(blad, plass, kolonne, valgnavn)
        for nummer, rad in enumerate(ark.rader, 1):
            for plass, (celle, kolonne) in enumerate(zip(rad, ark.kolonner, strict=True)):
                self._skriv_celle(blad, nummer, plass, celle, kolonne.slag)
        self._still_opp(blad, ark)

    def _still_opp(self, blad: Any, ark: Ark) -> None:
        siste = max(len(ark.kolonner) - 1, 0)
        blad.freeze_panes(1, ark.faste_kolonner)
        blad.autofilter(0, 0, max(len(ark.rader), 1), siste)
        # Codes such as 0301 are text on purpose; no green corner needs to ask.
        blad.ignore_errors({"number_stored_as_text": xl_range_abs(0, 0, max(len(ark.rader), 1), siste)})
        blad.set_landscape()
        blad.set_paper(_A4)
        blad.fit_to_pages(1, 0)
        blad.repeat_rows(0)
        blad.set_footer("&L&A&R&P / &N")

    def _skriv_celle(self, blad: Any, rad: int, plass: int, celle: Celle, slag: Slag) -> None:
        if celle is None or celle == "":
            return
        if isinstance(celle, bool):
            blad.write_string(rad, plass, "ja" if celle else "nei", self._format("tekst"))
        elif isinstance(celle, date):
            self._skriv_dato(blad, rad, plass, celle)
        elif isinstance(celle, int | Decimal | Fraction):
            blad.write_number(rad, plass, float(celle), self._format(_TALLFORMAT[slag]))
        else:
            blad.write_string(rad, plass, _tekst(celle), self._format("tekst"))

    def _skriv_dato(self, blad: Any, rad: int, plass: int, dato: date) -> None:
        if isinstance(dato, datetime):
            blad.write_datetime(rad, plass, dato.replace(tzinfo=None), self._format(_TIDSFORMAT))
        elif dato < _FORSTE_DATO:
            # Excel knows no earlier day.
            blad.write_string(rad, plass, dato.isoformat(), self._format("tekst"))
        else:
            blad.write_datetime(rad, plass, dato, self._format(_DATOFORMAT))

    def _skriv_nedtrekk(self, blad: Any, plass: int, kolonne: Kolonne, valgnavn: str) -> None:
        regel: dict[str, Any] = {"validate": "any"}
        if kolonne.valg:
            self._valg.append(kolonne.valg)
            omraade = xl_range_abs(0, len(self._valg) - 1, len(kolonne.valg) - 1, len(self._valg) - 1)
            regel = {"validate": "list", "source": f"='{valgnavn}'!{omraade}"}
            regel["error_type"] = "stop" if kolonne.bare_valg else "warning"
        if kolonne.forklaring:
            regel["input_message"] = _tekst(kolonne.forklaring)[:255]
        if len(regel) > 1:
            blad.data_validation(1, plass, FLESTE_RADER, plass, regel)

    def _skriv_valg(self, navn: str) -> None:
        """The choices stand on a hidden sheet: written into the cell they could be 255 letters and hold no comma."""
        blad = self._bok.add_worksheet(navn)
        for plass, valg in enumerate(self._valg):
            for nummer, ett in enumerate(valg):
                blad.write_string(nummer, plass, _tekst(ett))
        blad.hide()

    def _format(self, navn: str) -> Any:
        if navn not in self._formater:
            self._formater[navn] = self._bok.add_format(_utseende(navn))
        return self._formater[navn]

    def _arknavn(self, oensket: str) -> str:
        """Excel takes 31 letters, not all of them, and no name twice."""
        navn = _ULOVLIG_ARKNAVN.sub(" ", _tekst(oensket)).strip(" '")[:_LENGSTE_ARKNAVN].strip(" '") or "Ark"
        nummer = 1
        proevd = f"{navn[:27]} ({nummer})" if navn.casefold() == "history" else navn
        while proevd.casefold() in self._brukte_navn:
            nummer += 1
            proevd = f"{navn[:26]} ({nummer})"
        self._brukte_navn.add(proevd.casefold())
        return proevd


def _utseende(navn: str) -> dict[str, Any]:
    if navn == "overskrift":
        return {"bold": True, "bg_color": "#E6EEF2", "bottom": 1, "text_wrap": True, "valign": "top", "align": "left"}
    if navn == "tekst":
        return {"text_wrap": True, "valign": "top"}
    return {"num_format": navn, "valign": "top"}


def _bredde(kolonne: Kolonne, celler: Sequence[Celle]) -> int:
    if kolonne.bredde:
        return kolonne.bredde
    lengst = max((len(linje) for c in celler if isinstance(c, str) for linje in c.split("\n")), default=0)
    return max(_SMALEST, min(_BREDEST, max(lengst, len(kolonne.overskrift) + 3)))


def _tekst(tekst: str) -> str:
    tekst = _ULOVLIG_TEGN.sub("", tekst)
    return tekst if len(tekst) <= LENGSTE_CELLE else tekst[: LENGSTE_CELLE - len(_AVKORTET)] + _AVKORTET


def _med_spraak(bok: bytes, spraak: str) -> bytes:
    """The file with its language in its properties, where a screen reader looks and XlsxWriter does not write."""
    ut = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bok)) as inn, zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as pakke:
        for del_ in inn.infolist():
            innhold = inn.read(del_)
            if del_.filename == _KJERNE:
                slutt = "</cp:coreProperties>"
                merket = f"<dc:language>{escape(spraak)}</dc:language>{slutt}"
                innhold = innhold.decode().replace(slutt, merket).encode()
            pakke.writestr(del_, innhold)
    return ut.getvalue()
