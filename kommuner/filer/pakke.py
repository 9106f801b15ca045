"""The guard of packages: xlsx and docx are zip files of xml, and a zip can lie about everything.

Nothing is unpacked to disk. Every part is read through once in small pieces and counted, because the sizes a zip
declares are only what its maker wrote there. The standard library alone: this runs in the child process.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from kommuner.filer.avvisning import Filavvist, Grunn

PAKKETEGN = b"PK\x03\x04"
OLETEGN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_POST = b"PK\x01\x02"
_STYKKE = 1 << 16
# Twice over: XML may be written with two bytes to a letter, and then the letters stand apart.
_DOCTYPE = re.compile(rb"<\x00?!\x00?(?:D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E|E\x00?N\x00?T\x00?I\x00?T\x00?Y)", re.I)
_LENGSTE_DOCTYPE = 20
_METODER = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_STASJON = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True)
class Pakkegrenser:
    """What a package may be: ``deler`` parts, ``utpakket`` bytes in sum, ``forhold`` times its packed size."""

    deler: int = 200
    utpakket: int = 50 * 1024 * 1024
    forhold: int = 100


REGNEARK = Pakkegrenser()
DOKUMENT = Pakkegrenser(deler=1000, utpakket=150 * 1024 * 1024)


def sjekk_pakke(innhold: bytes, grenser: Pakkegrenser) -> frozenset[str]:
    """Pass a package, and return the names of its parts. Raises Filavvist for anything that is not as it should be."""
    # Counted before the list is read: the list itself may be the bomb.
    if innhold.count(_POST) > grenser.deler:
        raise Filavvist(Grunn.FOR_MANGE_DELER, hoeyst=grenser.deler)
    try:
        with zipfile.ZipFile(io.BytesIO(innhold)) as pakke:
            deler = pakke.infolist()
            _sjekk_navn(deler)
            _sjekk_oppgitt(deler, len(innhold), grenser)
            _les_gjennom(pakke, deler, grenser)
    # The errors zipfile and zlib document, and those they are known to let through.
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as feil:
        raise Filavvist(Grunn.OEDELAGT_PAKKE) from feil
    return frozenset(del_.filename for del_ in deler)


def les_del(innhold: bytes, navn: str) -> bytes:
    """One part of a package that ``sjekk_pakke`` has passed; empty if it is not there."""
    with zipfile.ZipFile(io.BytesIO(innhold)) as pakke:
        return pakke.read(navn) if navn in pakke.namelist() else b""


def _sjekk_navn(deler: list[zipfile.ZipInfo]) -> None:
    # As written, not as zipfile has mended it: it cuts at NUL and turns the separators.
    navn = [del_.orig_filename for del_ in deler]
    if any(_utrygt(ett) for ett in navn) or len({ett.casefold() for ett in navn}) < len(navn):
        raise Filavvist(Grunn.UTRYGT_NAVN)
    for ett in navn:
        _sjekk_slag(ett.casefold())


def _utrygt(navn: str) -> bool:
    ledd = navn.replace("\\", "/").split("/")
    return "\0" in navn or not navn or navn[0] in "/\\" or ".." in ledd or bool(_STASJON.match(navn))


def _sjekk_slag(navn: str) -> None:
    if "vbaproject" in navn or "vbadata" in navn or "/macrosheets/" in navn or "/activex/" in navn:
        raise Filavvist(Grunn.MAKRO)
    if "externallinks/" in navn:
        raise Filavvist(Grunn.EKSTERN_KOBLING)
    if "embeddings/" in navn and not navn.endswith("/"):
        raise Filavvist(Grunn.FIL_I_FIL)


def _sjekk_oppgitt(deler: list[zipfile.ZipInfo], stoerrelse: int, grenser: Pakkegrenser) -> None:
    if len(deler) > grenser.deler:
        raise Filavvist(Grunn.FOR_MANGE_DELER, hoeyst=grenser.deler)
    if any(del_.flag_bits & 0x1 for del_ in deler):
        raise Filavvist(Grunn.PASSORD)
    # More packed bytes than the file has: its parts lie on top of one another.
    if sum(del_.compress_size for del_ in deler) > stoerrelse or any(d.compress_type not in _METODER for d in deler):
        raise Filavvist(Grunn.OEDELAGT_PAKKE)
    _sjekk_utpakket(sum(del_.file_size for del_ in deler), stoerrelse, grenser)


def _sjekk_utpakket(utpakket: int, pakket: int, grenser: Pakkegrenser) -> None:
    if utpakket > grenser.utpakket or utpakket > pakket * grenser.forhold:
        raise Filavvist(Grunn.PAKKET_FOR_TETT)


def _les_gjennom(pakke: zipfile.ZipFile, deler: list[zipfile.ZipInfo], grenser: Pakkegrenser) -> None:
    """Read every part to its end, counting; the sum of all is held against the limits after each piece."""
    lest = 0
    pakket = sum(del_.compress_size for del_ in deler)
    for del_ in deler:
        hale = b""
        for nummer, stykke in enumerate(_stykker(pakke, del_)):
            lest += len(stykke)
            _sjekk_utpakket(lest, max(pakket, 1024), grenser)
            if nummer == 0:
                _sjekk_begynnelse(stykke)
            if _har_doctype(hale + stykke):
                raise Filavvist(Grunn.DOCTYPE)
            hale = stykke[-_LENGSTE_DOCTYPE:]


def _stykker(pakke: zipfile.ZipFile, del_: zipfile.ZipInfo) -> Iterator[bytes]:
    with pakke.open(del_) as fil:
        while stykke := fil.read(_STYKKE):
            yield stykke


def _har_doctype(stykke: bytes) -> bool:
    # The plain search first: it is many times faster, and finds nothing in nearly every file.
    return (b"<!" in stykke or b"<\0!" in stykke) and bool(_DOCTYPE.search(stykke))


def _sjekk_begynnelse(stykke: bytes) -> None:
    if stykke.startswith((PAKKETEGN, OLETEGN, b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf", b"MZ", b"%PDF-")):
        raise Filavvist(Grunn.FIL_I_FIL)
