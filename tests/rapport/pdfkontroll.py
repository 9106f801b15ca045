"""Looking into a finished PDF: its text, its structure tree, and what the validators say."""

import io
import re
import subprocess
from collections.abc import Iterator

import page
import pikepdf

#: Rules of the validator that cry wolf: compressed metadata, and a compressed stream that happens to end in CR.
FALSKE_ALARMER = ("METADATA-FILTER", "STREAM-LENGTH")


def aapne(pdf: bytes) -> pikepdf.Pdf:
    """The file as objects."""
    return pikepdf.open(io.BytesIO(pdf))


def regelbrudd(pdf: bytes, profil: str) -> list[str]:
    """What the validator finds, the false alarms aside."""
    funn = page.validate_pdf_bytes(pdf, profile=profil).failures
    return [f"{f.rule_id}: {f.message}" for f in funn if not any(alarm in f.rule_id for alarm in FALSKE_ALARMER)]


def tekst(pdf: bytes, *valg: str) -> str:
    """The text as a reader's program gets it, every kind of space as one plain space."""
    ut = subprocess.run(["pdftotext", *valg, "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", " ", ut)


def sidetekst(pdf: bytes, side: int) -> str:
    return tekst(pdf, "-f", str(side), "-l", str(side))


def elementer(dokument: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """The elements of the structure tree, in reading order."""
    yield from _under(dokument.Root.StructTreeRoot)


def tagger(dokument: pikepdf.Pdf) -> list[str]:
    return [str(element.S) for element in elementer(dokument)]


def _under(element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    barn = element.get("/K", [])
    for del_ in barn if isinstance(barn, pikepdf.Array) else [barn]:
        if isinstance(del_, pikepdf.Dictionary) and "/S" in del_:
            yield del_
            yield from _under(del_)
