"""The one rounding: exact parts to whole units by largest remainder, ties to the lowest number."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from kostnad.domene.deltaker import nummerorden


def rund_total(eksakt: Fraction, enhet: int) -> int:
    """Return the nearest multiple of `enhet` (half away from zero); for a sum that fees alone have set."""
    hele = int(abs(eksakt) / enhet + Fraction(1, 2)) * enhet
    return -hele if eksakt < 0 else hele


def stoerste_rest(eksakte: Mapping[str, Fraction], *, total: int, enhet: int) -> dict[str, int]:
    """Return whole multiples of `enhet` that add up to `total`, each less than one unit from its exact part.

    Everyone gets its part rounded towards zero; the units left go one each to the largest remainders, ties to the
    lowest number (`nummerorden`). A negative total is the mirror of the positive. `total` is a multiple of `enhet` less
    than one unit from the sum of the parts, which all have its sign.
    """
    fortegn = -1 if total < 0 else 1
    hele, rester = {}, {}
    for ident, eksakt in eksakte.items():
        hele[ident], rester[ident] = divmod(fortegn * eksakt / enhet, 1)
    igjen = fortegn * total // enhet - sum(hele.values())
    for ident in sorted(rester, key=lambda ident: (-rester[ident], nummerorden(ident)))[:igjen]:
        hele[ident] += 1
    return {ident: fortegn * antall * enhet for ident, antall in hele.items()}
