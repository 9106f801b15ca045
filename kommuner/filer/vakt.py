"""The guard of uploaded lists: what the bytes are, whatever the name says, and whether they are safe to read.

The standard library alone: this runs in the child process, before anything else looks at the file.
"""

from enum import StrEnum
from pathlib import PurePosixPath

from kommuner.filer.avvisning import Filavvist, Grunn
from kommuner.filer.pakke import OLETEGN, PAKKETEGN, REGNEARK, les_del, sjekk_pakke

STOERSTE_TABELL = 5 * 1024 * 1024
MB = 1024 * 1024
_BOM16 = (b"\xff\xfe", b"\xfe\xff")
_TEKSTENDELSER = {".csv", ".txt", ".tsv", ".tab"}


class Tabellformat(StrEnum):
    """The two kinds of list that are read."""

    XLSX = "xlsx"
    CSV = "csv"


def sjekk_tabell(innhold: bytes, filnavn: str) -> Tabellformat:
    """Pass an uploaded list, and tell which kind it is by content and name together.

    Raises Filavvist. A passed file is small, whole and without macros, links, entities and other files; how many rows
    and columns it has is only known by reading it.
    """
    sjekk_stoerrelse(innhold, STOERSTE_TABELL)
    endelse = PurePosixPath(filnavn.replace("\\", "/")).suffix.lower()
    if innhold.startswith(OLETEGN):
        raise Filavvist(grunn_ole(innhold))
    if innhold.startswith(PAKKETEGN):
        return _sjekk_xlsx(innhold, endelse)
    return _sjekk_csv(innhold, endelse)


def sjekk_stoerrelse(innhold: bytes, hoeyst: int) -> None:
    """Raises Filavvist for nothing and for more than ``hoeyst`` bytes."""
    if not innhold:
        raise Filavvist(Grunn.TOM)
    if len(innhold) > hoeyst:
        raise Filavvist(Grunn.FOR_STOR, hoeyst=hoeyst // MB)


def grunn_ole(innhold: bytes) -> Grunn:
    """Old Office files and new ones under a password share one container; the directory in it tells them apart."""
    return Grunn.PASSORD if "EncryptedPackage".encode("utf-16-le") in innhold else Grunn.GAMMELT_EXCEL


def _sjekk_xlsx(innhold: bytes, endelse: str) -> Tabellformat:
    deler = sjekk_pakke(innhold, REGNEARK)
    sjekk_office(innhold, deler)
    if "xl/workbook.xml" not in {navn.casefold() for navn in deler}:
        raise Filavvist(Grunn.FEIL_TYPE_TABELL)
    if endelse != ".xlsx":
        raise Filavvist(Grunn.ENDELSE, endelse=endelse or "–", innhold="Excel (.xlsx)")
    return Tabellformat.XLSX


def sjekk_office(innhold: bytes, deler: frozenset[str]) -> None:
    """A passed package that is neither OpenDocument nor binary Excel, and declares no macros. Raises Filavvist."""
    navn = {ett.casefold() for ett in deler}
    if "mimetype" in navn:
        raise Filavvist(Grunn.OPENDOCUMENT)
    if "xl/workbook.bin" in navn:
        raise Filavvist(Grunn.BINAERT_EXCEL)
    if b"macroenabled" in les_del(innhold, "[Content_Types].xml").lower():
        raise Filavvist(Grunn.MAKRO)


def _sjekk_csv(innhold: bytes, endelse: str) -> Tabellformat:
    if endelse not in _TEKSTENDELSER:
        raise Filavvist(Grunn.FEIL_TYPE_TABELL)
    if b"\0" in innhold and not innhold.startswith(_BOM16):
        raise Filavvist(Grunn.NULLBYTE)
    return Tabellformat.CSV
