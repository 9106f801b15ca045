"""The ground floor's tables, one subject a file."""

from .brukere import Bruker, Rolle, Tilgang
from .parter import Identitet, Kommuneendring, Maalform, Part, Parttype
from .regioner import Region, Regionmedlemskap
from .statistikk import Statistikk

__all__ = [
    "Bruker",
    "Identitet",
    "Kommuneendring",
    "Maalform",
    "Part",
    "Parttype",
    "Region",
    "Regionmedlemskap",
    "Rolle",
    "Statistikk",
    "Tilgang",
]
