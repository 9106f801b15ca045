"""Hand-written SVG: the few shapes our charts are made of, as text.

Only attributes and classes, never style attributes (the pages forbid them), and always an explicit font, so that the
printed report embeds the same face everywhere. Colours are attributes, which paper shows; a page may override by class.
"""

import re
from html import escape

SKRIFT = "Inter, system-ui, sans-serif"
FARGE = "#0b4f5c"
DEMPET = "#c3d6d8"
KANT = "#5d7f85"
BLEKK = "#16292d"

# Characters that XML cannot hold, not even escaped.
_UGYLDIGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Svg(str):
    """Finished markup: a template shows it as it is, because every text in it has been escaped already."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def trygg(tekst: str) -> str:
    """The text escaped for both element content and attributes, without what XML cannot hold."""
    return escape(_UGYLDIGE.sub("", tekst), quote=True)


def tegning(*, merke: str, bredde: int, hoeyde: int, tittel: str, beskrivelse: str, deler: list[str]) -> Svg:
    """A whole drawing with its name and description. `merke` makes its ids unique on a page with several."""
    hode = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="diagram" role="img" width="{bredde}" height="{hoeyde}" '
        f'viewBox="0 0 {bredde} {hoeyde}" aria-labelledby="{merke}-t {merke}-d" '
        f'font-family="{SKRIFT}" font-size="13" fill="{BLEKK}">'
    )
    navn = f'<title id="{merke}-t">{trygg(tittel)}</title><desc id="{merke}-d">{trygg(beskrivelse)}</desc>'
    return Svg("".join((hode, navn, _skravur(merke), *deler, "</svg>")))


def tekst(innhold: str, *, x: int, y: int, anker: str = "start", halvfet: bool = False) -> str:
    """A line of text with its baseline at `y`."""
    vekt = ' font-weight="600"' if halvfet else ""
    return f'<text class="diagram-tekst" x="{x}" y="{y}" text-anchor="{anker}"{vekt}>{trygg(innhold)}</text>'


def linje(*, x: int, fra: int, til: int) -> str:
    """The vertical line that bars start from."""
    return f'<path class="diagram-akse" d="M{x} {fra}V{til}" stroke="{KANT}" stroke-width="1" fill="none"/>'


def stolpe(*, merke: str, x: int, y: int, bredde: int, hoeyde: int, er_oss: bool) -> str:
    """A bar. Ours is dark and hatched, the others' light with an edge: told apart also without colour."""
    maal = f'x="{x}" y="{y}" width="{bredde}" height="{hoeyde}"'
    if not er_oss:
        return f'<rect class="diagram-andre" {maal} fill="{DEMPET}" stroke="{KANT}" stroke-width="1"/>'
    fyll = f'<rect class="diagram-oss" {maal} fill="{FARGE}" stroke="{FARGE}" stroke-width="1"/>'
    return fyll + f'<rect {maal} fill="url(#{merke}-s)"/>'


def _skravur(merke: str) -> str:
    strek = '<path d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5" stroke="#ffffff" stroke-width="1.2" stroke-opacity="0.55"/>'
    return f'<defs><pattern id="{merke}-s" patternUnits="userSpaceOnUse" width="6" height="6">{strek}</pattern></defs>'
