"""Reads a sheet of an xlsx cell by cell, holding no more of it than a list may have. Runs in the child process.

openpyxl knows the format; which rows exist is taken from the rows themselves, never from what the sheet says of its own
size. What stands beyond the limits is a refusal and not a silent cut: a list half read is worse than none.
"""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import openpyxl
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import MERGE_TAG, ROW_TAG, WorkSheetParser
from openpyxl.xml.functions import iterparse

from kommuner.filer.avvisning import Filavvist, Grunn
from kommuner.filer.celler import celletekst
from kommuner.filer.grenser import DYPESTE_RAD, FLESTE_KOLONNER, FLESTE_LINJER, MEST_TEKST

if not openpyxl.DEFUSEDXML:
    raise ImportError("openpyxl must read xml through defusedxml")

Framdrift = Callable[[int], None]
_MELDES_HVER = 250
_TABELLRADER = 2


@dataclass
class Arkinnhold:
    """What stands in one sheet: text by row and column, both counted from one, and the cells merged sideways."""

    navn: str
    rader: dict[int, dict[int, str]] = field(default_factory=dict)
    brede: list[tuple[int, int, int]] = field(default_factory=list)

    @property
    def er_tabell(self) -> bool:
        """Whether there are at least two rows with two cells each, so not only a cover or a note."""
        return sum(len(rad) > 1 for rad in self.rader.values()) >= _TABELLRADER


@dataclass(frozen=True)
class Bok:
    """The names of all sheets in order, with whether they are hidden, and the sheet that was read."""

    ark: list[tuple[str, bool]]
    valgt: Arkinnhold


def les_xlsx(innhold: bytes, ark: str | None, framdrift: Framdrift) -> Bok:
    """Read the named sheet, or else the first one a person would call a list.

    ``innhold`` has passed the guard. Raises Filavvist when there is more than a list may hold, nothing at all, or a
    file that openpyxl cannot make out.
    """
    try:
        return _les_bok(innhold, ark, framdrift)
    except (Filavvist, MemoryError):
        raise
    # openpyxl has no error of its own: a crooked file gives whatever the crooked value happens to break.
    except Exception as feil:
        raise Filavvist(Grunn.IKKE_LEST) from feil


def _les_bok(innhold: bytes, ark: str | None, framdrift: Framdrift) -> Bok:
    bok = openpyxl.load_workbook(io.BytesIO(innhold), read_only=True, data_only=True, keep_links=False)
    # Sheets of charts only have no cells.
    alle = [ett for ett in bok.worksheets if isinstance(ett, ReadOnlyWorksheet)]
    navn = [(ett.title, ett.sheet_state != "visible") for ett in alle]
    if ark is not None:
        valgt = _navngitt(bok, alle, ark, framdrift)
    else:
        valgt = _foerste_liste(bok, [e for e in alle if e.sheet_state == "visible"] or alle, framdrift)
    if not valgt.rader:
        raise Filavvist(Grunn.UTEN_INNHOLD)
    return Bok(navn, valgt)


def _navngitt(bok: Workbook, alle: list[ReadOnlyWorksheet], ark: str, framdrift: Framdrift) -> Arkinnhold:
    for ett in alle:
        if ett.title == ark:
            return _les_ark(bok, ett, framdrift)
    raise Filavvist(Grunn.UKJENT_ARK, ark=ark)


def _foerste_liste(bok: Workbook, alle: list[ReadOnlyWorksheet], framdrift: Framdrift) -> Arkinnhold:
    reserve = Arkinnhold("")
    for ett in alle:
        lest = _les_ark(bok, ett, framdrift)
        if lest.er_tabell:
            return lest
        if not reserve.rader:
            reserve = lest
    return reserve


def _les_ark(bok: Workbook, ark: ReadOnlyWorksheet, framdrift: Framdrift) -> Arkinnhold:
    lest = Arkinnhold(ark.title)
    formater = _Formater(bok)
    tegn = 0
    with ark._get_source() as kilde:
        leser = WorkSheetParser(
            kilde,
            ark._shared_strings,
            data_only=True,
            epoch=bok.epoch,
            date_formats=bok._date_formats,
            timedelta_formats=bok._timedelta_formats,
        )
        for nummer, celler in _rader(leser, lest):
            tekster = {celle["column"]: formater.tekst(celle) for celle in celler if celle["value"] is not None}
            rad = {kolonne: tekst for kolonne, tekst in tekster.items() if tekst}
            if rad:
                tegn += sum(map(len, rad.values()))
                _ta_inn(lest, nummer, rad, tegn)
                if len(lest.rader) % _MELDES_HVER == 0:
                    framdrift(len(lest.rader))
    return lest


def _rader(leser: WorkSheetParser, lest: Arkinnhold) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    """The rows as they stand in the file. Only rows and merged cells are looked at: rules for colours, dropdowns and
    printing are what openpyxl most often stumbles on, and a list needs none of them."""
    for _hendelse, element in iterparse(leser.source):
        if element.tag == ROW_TAG:
            yield leser.parse_row(element)
            element.clear()
        elif element.tag == MERGE_TAG:
            _flett(lest, [flettet.get("ref", "") for flettet in element])


def _ta_inn(lest: Arkinnhold, nummer: int, rad: dict[int, str], tegn: int) -> None:
    if max(rad) > FLESTE_KOLONNER:
        raise Filavvist(Grunn.FOR_MANGE_KOLONNER, kolonne=get_column_letter(max(rad)), hoeyst=FLESTE_KOLONNER)
    if not 1 <= nummer <= DYPESTE_RAD:
        raise Filavvist(Grunn.FOR_LANGT_NED, rad=nummer, hoeyst=DYPESTE_RAD)
    if nummer in lest.rader or min(rad) < 1:
        raise Filavvist(Grunn.IKKE_LEST)
    if tegn > MEST_TEKST:
        raise Filavvist(Grunn.FOR_MYE_TEKST)
    lest.rader[nummer] = rad
    if len(lest.rader) > FLESTE_LINJER:
        raise Filavvist(Grunn.FOR_MANGE_RADER, hoeyst=FLESTE_LINJER)


def _flett(lest: Arkinnhold, omraader: list[str]) -> None:
    """A cell merged down over rows says the same for each of them. One merged sideways is a heading over columns."""
    for omraade in omraader:
        foerste_kolonne, foerste_rad, siste_kolonne, siste_rad = range_boundaries(omraade)
        tekst = lest.rader.get(foerste_rad, {}).get(foerste_kolonne)
        if not tekst:
            continue
        if siste_kolonne > foerste_kolonne:
            lest.brede.append((foerste_rad, foerste_kolonne, siste_kolonne))
        for nummer, rad in lest.rader.items():
            if foerste_rad < nummer <= siste_rad:
                rad.setdefault(foerste_kolonne, tekst)


class _Formater:
    """The number format of each style, looked up once."""

    def __init__(self, bok: Workbook) -> None:
        self._bok = bok
        self._kjente: dict[int, str] = {}

    def tekst(self, celle: dict[str, Any]) -> str:
        verdi = celle["value"]
        return celletekst(verdi, self._format(celle["style_id"]) if isinstance(verdi, int | float) else "")

    def _format(self, stil: int) -> str:
        if stil not in self._kjente:
            nummer = self._bok._cell_styles[stil].numFmtId
            egne = self._bok._number_formats
            self._kjente[stil] = egne[nummer - 164] if nummer >= 164 else BUILTIN_FORMATS.get(nummer, "General")
        return self._kjente[stil]
