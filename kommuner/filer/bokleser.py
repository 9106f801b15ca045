"""Opens a workbook with openpyxl, and only as far as cells need: names of sheets, texts and number formats.

Titles, colours, charts, defined names and printing are left alone. They are where openpyxl most often stumbles over an
honest but crooked file, and where a hostile one has most to offer. Runs in the child process.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

import openpyxl
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.worksheet._reader import MERGE_TAG, ROW_TAG, SHEET_MAIN_NS, WorkSheetParser
from openpyxl.xml.constants import SHARED_STRINGS
from openpyxl.xml.functions import iterparse

from kommuner.filer.avvisning import Filavvist, Grunn

if not openpyxl.DEFUSEDXML:
    raise ImportError("openpyxl must read xml through defusedxml")

# Twice as many as a list has cells, for the other sheets of the book.
_FLESTE_TEKSTER = 600_000
_EGNE_FORMATER_FRA = 164
_TEKST = f"{{{SHEET_MAIN_NS}}}si"
_BIT = f"{{{SHEET_MAIN_NS}}}t"
_LOEP = f"{{{SHEET_MAIN_NS}}}r"


@dataclass(frozen=True)
class Arkdel:
    """A sheet with cells: its name, whether it is hidden, and the part of the package that holds it."""

    navn: str
    skjult: bool
    sti: str


@dataclass(frozen=True)
class Celleverdi:
    """A value as openpyxl understood it, under the number format of its style."""

    kolonne: int
    verdi: object
    tallformat: str


class Bokleser:
    """One open workbook. What openpyxl raises on a crooked file is for the caller to turn into a refusal."""

    def __init__(self, innhold: bytes) -> None:
        self._leser = ExcelReader(io.BytesIO(innhold), read_only=True, data_only=True, keep_links=False)
        self._leser.read_manifest()
        self._tekster = self._les_tekster()
        self._leser.read_workbook()
        apply_stylesheet(self._leser.archive, self._leser.wb)
        self._formater: dict[int, str] = {}

    @property
    def ark(self) -> list[Arkdel]:
        """The sheets in the order of their tabs; sheets of charts only have no cells and are left out."""
        return [
            Arkdel(ark.name, ark.state != "visible", rel.target)
            for ark, rel in self._leser.parser.find_sheets()
            if "chartsheet" not in rel.Type and rel.target in self._leser.valid_files
        ]

    def rader(self, ark: Arkdel) -> Iterator[tuple[int, list[Celleverdi]] | list[str]]:
        """Each row as it stands in the file, with its number, and last the ranges of merged cells."""
        bok = self._leser.wb
        with self._leser.archive.open(ark.sti) as kilde:
            leser = WorkSheetParser(
                kilde,
                self._tekster,
                data_only=True,
                epoch=bok.epoch,
                date_formats=bok._date_formats,
                timedelta_formats=bok._timedelta_formats,
            )
            for _hendelse, element in iterparse(kilde):
                if element.tag == ROW_TAG:
                    nummer, celler = leser.parse_row(element)
                    yield nummer, [self._verdi(celle) for celle in celler if celle["value"] is not None]
                    element.clear()
                elif element.tag == MERGE_TAG:
                    yield [flettet.get("ref", "") for flettet in element]

    def _les_tekster(self) -> list[str]:
        """The texts that cells share. Read here, as openpyxl builds an object of each and takes a minute for a bomb."""
        funnet = self._leser.package.find(SHARED_STRINGS)
        if funnet is None:
            return []
        tekster: list[str] = []
        with self._leser.archive.open(funnet.PartName[1:]) as kilde:
            for tekst in _tekster(kilde):
                tekster.append(tekst)
                if len(tekster) > _FLESTE_TEKSTER:
                    raise Filavvist(Grunn.FOR_MYE_TEKST)
        return tekster

    def _verdi(self, celle: dict[str, object]) -> Celleverdi:
        kolonne, verdi, stil = celle["column"], celle["value"], celle["style_id"]
        assert isinstance(kolonne, int)
        assert isinstance(stil, int)
        return Celleverdi(kolonne, verdi, self._format(stil) if isinstance(verdi, int | float) else "")

    def _format(self, stil: int) -> str:
        """The number format of a style, looked up once."""
        if stil not in self._formater:
            bok = self._leser.wb
            nummer = bok._cell_styles[stil].numFmtId
            egne = nummer >= _EGNE_FORMATER_FRA
            tallformat = bok._number_formats[nummer - _EGNE_FORMATER_FRA] if egne else BUILTIN_FORMATS.get(nummer)
            self._formater[stil] = str(tallformat or "General")
        return self._formater[stil]


def _tekster(kilde: IO[bytes]) -> Iterator[str]:
    """Each text without its formatting, and without the reading aid that Japanese texts carry beside them."""
    for _hendelse, element in iterparse(kilde):
        if element.tag == _TEKST:
            yield "".join(bit.text or "" for sti in (_BIT, f"{_LOEP}/{_BIT}") for bit in element.findall(sti))
            element.clear()
