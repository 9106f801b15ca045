"""A QR code as one SVG path: people in a hall point their telephones at it."""

from dataclasses import dataclass

from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M

#: The quiet zone that readers need around it.
_RAND = 4


@dataclass(frozen=True)
class Qrkode:
    """``sti`` is the ``d`` of a path in a square of ``side`` units."""

    sti: str
    side: int


def qrkode(tekst: str) -> Qrkode:
    """The code for a text, one unit for each module."""
    kode = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    kode.add_data(tekst)
    kode.make(fit=True)
    ruter = kode.get_matrix()
    sti = "".join(
        f"M{x + _RAND} {y + _RAND}h1v1h-1z" for y, rad in enumerate(ruter) for x, moerk in enumerate(rad) if moerk
    )
    return Qrkode(sti, len(ruter) + 2 * _RAND)
