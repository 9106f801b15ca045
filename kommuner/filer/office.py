"""The guard of Word and Excel documents that are kept: nothing in them may run, fetch or be another file.

Runs in the child process.
"""

import re
from collections.abc import Iterator

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from kommuner.filer.avvisning import Filavvist, Grunn
from kommuner.filer.pakke import DOKUMENT, les_del, sjekk_pakke
from kommuner.filer.vakt import sjekk_office

_HOVEDDELER = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
_INNHOLDSTYPER = {
    "docx": b"wordprocessingml.document.main+xml",
    "xlsx": b"spreadsheetml.sheet.main+xml",
}
# The last word of a relation's type. A hyperlink waits to be clicked; every other address is fetched on opening.
_LENKE = "hyperlink"
_FIL_I_FIL = {"oleobject", "package", "afchunk", "subdocument", "control"}
_FELT = re.compile(rb"<w:instrText[^>]*>([^<]*)|\bw:instr=\"([^\"]*)\"")
_DDE = re.compile(rb"\bDDE(?:AUTO)?\b")


def sjekk_office_dokument(innhold: bytes) -> str:
    """Pass a document and return its ending, «docx» or «xlsx». Raises Filavvist."""
    deler = sjekk_pakke(innhold, DOKUMENT)
    sjekk_office(innhold, deler)
    slag = _slag(innhold, deler)
    if "xl/connections.xml" in deler:
        raise Filavvist(Grunn.EKSTERN_KOBLING)
    for navn in sorted(deler):
        if navn.casefold().endswith(".rels"):
            _sjekk_relasjoner(les_del(innhold, navn))
        elif navn.startswith("word/") and navn.endswith(".xml"):
            _sjekk_felt(les_del(innhold, navn))
    return slag


def _slag(innhold: bytes, deler: frozenset[str]) -> str:
    funnet = [slag for navn, slag in _HOVEDDELER.items() if navn in deler]
    if not funnet:
        raise Filavvist(Grunn.FEIL_TYPE_VEDLEGG)
    if len(funnet) > 1 or _INNHOLDSTYPER[funnet[0]] not in les_del(innhold, "[Content_Types].xml"):
        raise Filavvist(Grunn.FLERE_FORMATER)
    return funnet[0]


def _sjekk_relasjoner(xml: bytes) -> None:
    for slag, ekstern in _relasjoner(xml):
        if slag in _FIL_I_FIL:
            raise Filavvist(Grunn.FIL_I_FIL)
        if ekstern and slag != _LENKE:
            raise Filavvist(Grunn.EKSTERN_KOBLING)


def _relasjoner(xml: bytes) -> Iterator[tuple[str, bool]]:
    try:
        rot = ElementTree.fromstring(xml)
    except (ElementTree.ParseError, DefusedXmlException, ValueError, LookupError) as feil:
        raise Filavvist(Grunn.OEDELAGT_PAKKE) from feil
    for relasjon in rot:
        slag = relasjon.get("Type", "").rsplit("/", 1)[-1].casefold()
        yield slag, relasjon.get("TargetMode", "").casefold() == "external"


def _sjekk_felt(xml: bytes) -> None:
    """A DDE field starts a program. Its word may be cut in pieces by the typing, so the pieces are put together."""
    stykker = (skrevet or b" " + oppgitt + b" " for skrevet, oppgitt in _FELT.findall(xml))
    if _DDE.search(b"".join(stykker).upper()):
        raise Filavvist(Grunn.EKSTERN_KOBLING)
