"""The ground floor's tables, one subject a file."""

from . import sporet as sporet
from .brukere import Bruker, Rolle, Tilgang
from .historikk import Handling, Hendelse, Innsending
from .parter import Identitet, Kommuneendring, Maalform, Part, Parttype
from .regioner import Region, Regionmedlemskap
from .sporing import spor, uten_spor
from .statistikk import Statistikk

__all__ = [
    "Bruker",
    "Handling",
    "Hendelse",
    "Identitet",
    "Innsending",
    "Kommuneendring",
    "Maalform",
    "Part",
    "Parttype",
    "Region",
    "Regionmedlemskap",
    "Rolle",
    "Statistikk",
    "Tilgang",
    "spor",
    "uten_spor",
]
