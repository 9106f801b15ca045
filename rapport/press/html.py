"""The report as HTML: one set of templates for the printed report and for the document that is read on a screen."""

import re
from functools import cache
from pathlib import Path

from django.template.loader import render_to_string
from django.utils import translation

from rapport.domene.innhold import Kommuneoversikt

from .melding import Melding

STILER = Path(__file__).parent / "stiler"
MAL = "rapport/trykk/dokument.html"
# Narrow, so that a phone does not shrink the letters in the charts.
SKJERMBREDDE = 420
# A reference to the law is not broken over two lines, whoever wrote the sentence.
HENVISNING = re.compile(r"(§|\bbokstav) (?=\d|[a-z]\b)")


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
        return HENVISNING.sub("\\1\N{NO-BREAK SPACE}", render_to_string(MAL, innhold))


@cache
def _skjermstil() -> Stilark:
    return Stilark((STILER / "felles.css").read_text("utf-8") + (STILER / "skjerm.css").read_text("utf-8"))
