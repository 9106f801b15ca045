"""The guard of PDF: a document to read, with nothing in it that runs, sends, plays or is another file.

Every object is looked at, also those no page leads to, and names written in code («/J#53») are read as what they mean.
A first view («open at page 1») is no action and passes. Runs in the child process.
"""

import io
import re
from collections.abc import Mapping

import pikepdf

from kommuner.filer.avvisning import Filavvist, Grunn

PDFTEGN = b"%PDF-"
_SLUTT = b"%%EOF"
# Some scanners add a line or two after the end.
_LENGSTE_HALE = 64
_HODE = 1024
_FREMMED = re.compile(rb"<(?:!doctype|html|script|svg|body|\?php|\?xml)", re.IGNORECASE)
_HANDLINGER = {
    "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/GoToR", "/Rendition", "/Movie", "/Sound",
    "/RichMediaExecute", "/Trans3D", "/GoTo3DView",
}  # fmt: skip
_NOEKLER = {"/JS", "/JavaScript", "/AA", "/XFA", "/EmbeddedFiles", "/EF", "/RichMediaContent"}
_TYPER = {"/EmbeddedFile"}
_UNDERTYPER = {"/RichMedia", "/Movie", "/Sound", "/Screen", "/FileAttachment", "/3D"}
_DYPEST = 60


def sjekk_pdf(innhold: bytes) -> None:
    """Raises Filavvist: PDF_HANDLING with what was found, FLERE_FORMATER, PASSORD, or IKKE_LEST for a broken file."""
    _sjekk_en_fil(innhold)
    try:
        with pikepdf.open(io.BytesIO(innhold)) as pdf:
            if not len(pdf.pages):
                raise Filavvist(Grunn.IKKE_LEST)
            for objekt in pdf.objects:
                _sjekk(objekt, 0)
    except pikepdf.PasswordError as feil:
        raise Filavvist(Grunn.PASSORD) from feil
    # pikepdf turns what is crooked into these, as the crookedness happens to be.
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError, OverflowError) as feil:
        raise Filavvist(Grunn.IKKE_LEST) from feil


def _sjekk_en_fil(innhold: bytes) -> None:
    """A file can be a PDF from its head and a zip from its tail, or a web page to whoever looks past the first line."""
    slutt = innhold.rfind(_SLUTT)
    if slutt < 0:
        raise Filavvist(Grunn.IKKE_LEST)
    hale = innhold[slutt + len(_SLUTT) :].strip(b"\0 \t\r\n\x0c")
    if len(hale) > _LENGSTE_HALE or b"PK\x05\x06" in innhold[-70_000:] or _FREMMED.search(innhold[:_HODE]):
        raise Filavvist(Grunn.FLERE_FORMATER)


def _sjekk(objekt: object, dybde: int) -> None:
    """One object and those written inside it; those it only points to are looked at on their own."""
    if dybde > _DYPEST:
        raise Filavvist(Grunn.FOR_KREVENDE)
    if isinstance(objekt, pikepdf.Array):
        barn = list(objekt)
    elif isinstance(objekt, pikepdf.Dictionary | pikepdf.Stream):
        oppslag = dict(objekt.items())
        _sjekk_oppslag(oppslag)
        barn = list(oppslag.values())
    else:
        return
    for ett in barn:
        if isinstance(ett, pikepdf.Object) and not ett.is_indirect:
            _sjekk(ett, dybde + 1)


def _sjekk_oppslag(oppslag: Mapping[str, object]) -> None:
    for noekkel, farlige in (("/S", _HANDLINGER), ("/Type", _TYPER), ("/Subtype", _UNDERTYPER)):
        verdi = oppslag.get(noekkel)
        if isinstance(verdi, pikepdf.Name) and str(verdi) in farlige:
            raise Filavvist(Grunn.PDF_HANDLING, hva=str(verdi))
    for noekkel in oppslag.keys() & _NOEKLER:
        raise Filavvist(Grunn.PDF_HANDLING, hva=noekkel)
    if "/OpenAction" in oppslag and not _er_visning(oppslag["/OpenAction"]):
        raise Filavvist(Grunn.PDF_HANDLING, hva="/OpenAction")


def _er_visning(handling: object) -> bool:
    """Whether it only says which page to show first."""
    if isinstance(handling, pikepdf.Dictionary):
        return str(handling.get("/S")) == "/GoTo" and "/Next" not in handling
    return isinstance(handling, pikepdf.Array | pikepdf.Name | pikepdf.String)
