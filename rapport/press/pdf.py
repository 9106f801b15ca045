"""The only file that knows the PDF engine: HTML and named resources in, bytes out."""

import logging
from collections.abc import Mapping
from functools import cache

from django.conf import settings
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from rapport.domene.innhold import Kommuneoversikt

from .etterarbeid import etterarbeid
from .henter import IngenAdgang, Ressurs, Trykkhenter
from .html import STILER, sats
from .melding import Melding

# The engine tells of every page it lays out.
logging.getLogger("weasyprint.progress").setLevel(logging.WARNING)

# Makes a relative address a whole one, which the fetcher then refuses.
INGENSTEDS = "http://rapport.invalid/"

SKRIFTER = {
    "inter-400.ttf": "400Regular/Inter_400Regular.ttf",
    "inter-600.ttf": "600SemiBold/Inter_600SemiBold.ttf",
    "inter-700.ttf": "700Bold/Inter_700Bold.ttf",
}


class Pressefeil(Exception):
    """The report could not be printed; the message says why."""


def trykk(oversikt: Kommuneoversikt) -> bytes:
    """The whole report: set it, lay it out, and make it fit for archive and screen reader."""
    melding = Melding(oversikt)
    diagrammer = {navn: Ressurs("image/svg+xml", d.svg.encode()) for navn, d in melding.diagrammer.items()}
    return pdf_for(sats(melding, for_trykk=True), ressurser=faste_ressurser() | diagrammer)


def pdf_for(html: str, *, ressurser: Mapping[str, Ressurs]) -> bytes:
    """PDF/A-2a with the PDF/UA-1 claim. Raises Pressefeil when the HTML asks for anything not among the resources."""
    henter = Trykkhenter(ressurser)
    try:
        pdf = HTML(string=html, base_url=INGENSTEDS, url_fetcher=henter).write_pdf(
            font_config=FontConfiguration(), pdf_variant="pdf/a-2a", pdf_tags=True
        )
    except IngenAdgang:
        pdf = b""
    if henter.avvist:
        raise Pressefeil(f"Rapporten får ikke hente {henter.avvist[0][:200]!r}")
    return etterarbeid(pdf)


@cache
def faste_ressurser() -> dict[str, Ressurs]:
    """The style sheet and the faces, the same in every report."""
    stil = (STILER / "felles.css").read_bytes() + (STILER / "trykk.css").read_bytes()
    mappe = settings.NODE / "@expo-google-fonts" / "inter"
    skrifter = {navn: Ressurs("font/ttf", (mappe / sti).read_bytes()) for navn, sti in SKRIFTER.items()}
    return {"trykk.css": Ressurs("text/css", stil)} | skrifter
