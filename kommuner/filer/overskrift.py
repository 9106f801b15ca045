"""Finds the row of headings in a list as people make them: under a title, a date and a blank row or two. Pure."""

import re
from collections.abc import Mapping, Sequence

_LETES_I = 30
_TALLAKTIG = re.compile(r"[\d\s.,%+\-−/:kr]+")
_AARSTALL = re.compile(r"(?:19|20)\d\d")
_LENGSTE_OVERSKRIFT = 120
# Of the fullest rows, and of the heading's own cells.
_FYLT = 0.6
_ULIKE = 0.7


def finn_overskriftsrad(rader: Mapping[int, Mapping[int, str]], brede: Sequence[tuple[int, int, int]] = ()) -> int:
    """The number of the row whose cells name the columns.

    It is the first row that is nearly as full as the fullest ones, where the cells are short words and differ. A row
    with cells merged sideways (``brede``: row, first and last column) is a heading over headings when the next row is
    fuller. With nothing better to go by it is the first row with content.
    """
    numre = sorted(rader)
    terskel = _terskel([len(rader[nummer]) for nummer in numre])
    kandidater = [n for n in numre[:_LETES_I] if len(rader[n]) >= terskel and _ser_ut_som_overskrifter(rader[n])]
    valgt = kandidater[0] if kandidater else next(n for n in numre if len(rader[n]) >= min(2, terskel))
    neste = next((n for n in numre if n > valgt), valgt)
    over_overskrifter = valgt in {rad for rad, _fra, _til in brede} and len(rader[neste]) > len(rader[valgt])
    return neste if over_overskrifter and _ser_ut_som_overskrifter(rader[neste]) else valgt


def _terskel(bredder: Sequence[int]) -> float:
    """What counts as nearly full: the widest tenth sets the measure, so that one stray wide row does not."""
    return max(min(2, max(bredder)), _FYLT * sorted(bredder)[int(0.9 * (len(bredder) - 1))])


def _ser_ut_som_overskrifter(rad: Mapping[int, str]) -> bool:
    tekster = list(rad.values())
    ord_ = [t for t in tekster if _AARSTALL.fullmatch(t) or not _TALLAKTIG.fullmatch(t)]
    ulike = len({t.casefold() for t in tekster})
    korte = all(len(t) <= _LENGSTE_OVERSKRIFT for t in tekster)
    return korte and len(ord_) >= _ULIKE * len(tekster) and ulike >= _ULIKE * len(tekster)
