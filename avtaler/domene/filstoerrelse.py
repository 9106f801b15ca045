"""The size of a file as Norwegians write it."""

from decimal import ROUND_HALF_UP, Decimal

_KB, _MB = 1024, 1024 * 1024


def vis_filstoerrelse(antall: int) -> str:
    """«812 byte», «124 kB», «2,4 MB», with no-break spaces. ``antall`` is bytes."""
    if antall < _KB:
        return f"{antall}\N{NO-BREAK SPACE}byte"
    if antall < _MB:
        return f"{_avrundet(antall, _KB, '1')}\N{NO-BREAK SPACE}kB"
    return f"{_avrundet(antall, _MB, '0.1')}\N{NO-BREAK SPACE}MB".replace(".", ",")


def _avrundet(antall: int, enhet: int, steg: str) -> Decimal:
    return (Decimal(antall) / enhet).quantize(Decimal(steg), ROUND_HALF_UP)
