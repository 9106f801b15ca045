"""The report as HTML: one set of templates for the printed report and for the document that is read on a screen."""

import re
from functools import cache
from pathlib import Path

from django.template.loader import render_to_string
from django.utils import translation

from kommuner.domene.skriving import UDELELIG
from rapport.domene.innhold import Kommuneoversikt

from .melding import Melding

STILER = Path(__file__).parent / "stiler"
MAL = "rapport/trykk/dokument.html"
# Narrow, so that a phone does not shrink the letters in the charts.
SKJERMBREDDE = 420
# A whole link, or the text between two tags; in the title and the styles of the head there can be no tags of ours.
TEKST = re.compile(r"<a\b.*?</a>|(?<=>)[^<>]+(?=<)", re.DOTALL)
HODE = "</head>"


class Stilark(str):
    """Our own style sheet, which a template shows as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def html_for(oversikt: Kommuneoversikt) -> str:
    """The report as one HTML document that needs nothing else: styles and charts are inside it."""
    return sats(Melding(oversikt, diagrambredde=SKJERMBREDDE), for_trykk=False)


def sats(melding: Melding, *, for_trykk: bool) -> str:
    """Set the report in its own language. The printed one fetches styles and charts by name, the other carries them."""
    with translation.override(melding.maalform):
        innhold = {"m": melding, "o": melding.oversikt, "trykk": for_trykk, "stil": _skjermstil()}
        hode, slutt, kropp = render_to_string(MAL, innhold).partition(HODE)
        return hode + slutt + TEKST.sub(_hold_sammen, kropp)


def _hold_sammen(tekst: re.Match[str]) -> str:
    """A reference to the law or an amount is not broken over two lines, whoever wrote the sentence.

    A link is left alone: the engine tags a box within it as no part of it, and PDF/UA forbids that.
    """
    if tekst.group().startswith("<a"):
        return tekst.group()
    return UDELELIG.sub('<span class="udelt">\\1</span>', tekst.group())


@cache
def _skjermstil() -> Stilark:
    return Stilark((STILER / "felles.css").read_text("utf-8") + (STILER / "skjerm.css").read_text("utf-8"))
