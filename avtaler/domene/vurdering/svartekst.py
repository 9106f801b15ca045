"""An answer in plain words, in which the addresses of our own pages become links."""

import re
from dataclasses import dataclass

#: A path on this site, written on its own: «/matrise/», «/kommuner/4640/betaler/». Never another site's address.
_STI = re.compile(r"(?<![\w/.:])(/[a-z][\w/-]*/(?:\?[\w=&-]+)?)")


@dataclass(frozen=True)
class Bit:
    """Some words; with ``url`` they lead there."""

    tekst: str
    url: str = ""


def biter(tekst: str) -> tuple[Bit, ...]:
    """The text in order, as words and links."""
    deler = enumerate(_STI.split(tekst))
    return tuple(Bit(del_, del_ if nr % 2 else "") for nr, del_ in deler if del_)
