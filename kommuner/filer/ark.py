"""Writes lists for people who work in Excel: real numbers and dates, no formula nobody meant, the same bytes twice.

A sheet is headings and rows of plain values: str, int, Decimal, Fraction, date, bool or None. Text stays text whatever
it begins with. What is written here, ``tabell.les_tabell`` reads back; only spaces at the ends of a text are lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

Celle = str | int | Decimal | Fraction | date | bool | None


class Slag(StrEnum):
    """How numbers and dates of a column are shown. Text is text in every kind of column."""

    TEKST = "tekst"
    HELTALL = "heltall"
    TALL = "tall"
    BELOEP = "beloep"
    PROSENT = "prosent"
    DATO = "dato"


@dataclass(frozen=True)
class Kolonne:
    """A heading and what stands under it.

    Amounts are kroner (Decimal), percentages the share itself (Fraction(1, 4) is shown as 25,00 %). ``valg`` gives a
    dropdown in Excel; with ``bare_valg`` other words are refused there, else warned about. ``bredde`` in letters, 0 to
    fit the content. A hidden column is there when the file comes back.
    """

    overskrift: str
    slag: Slag = Slag.TEKST
    bredde: int = 0
    valg: Sequence[str] = ()
    bare_valg: bool = True
    forklaring: str = ""
    skjult: bool = False


@dataclass(frozen=True)
class Ark:
    """A named sheet: every row has a value for each column. ``faste_kolonner`` stay in view when scrolling sideways."""

    navn: str
    kolonner: Sequence[Kolonne]
    rader: Sequence[Sequence[Celle]]
    faste_kolonner: int = 0


@dataclass(frozen=True)
class Egenskaper:
    """What the file says of itself. ``opprettet`` is given, so the same content is the same bytes."""

    tittel: str
    opprettet: datetime
    spraak: str = "nb-NO"
    forfatter: str = "Samarbeid"
    emne: str = ""


def skriv_xlsx(ark: Sequence[Ark], egenskaper: Egenskaper) -> bytes:
    """The sheets as an Excel file: headings styled and frozen, filters on, dropdowns where there are choices."""
    # Not above: XlsxWriter is only needed by whoever writes, and the types here by all who fill in.
    from kommuner.filer.arbeidsbok import Arbeidsbok

    return Arbeidsbok(egenskaper).skriv(ark)


def skriv_csv(ark: Ark) -> bytes:
    """One sheet as Norwegian Excel opens it: semicolon, UTF-8 with its mark, CRLF, every cell in quotation marks.

    Text that a spreadsheet would compute gets an apostrophe before it; negative numbers stay numbers.
    """
    from kommuner.filer.skilletekst import skilletekst

    return skilletekst(ark)
