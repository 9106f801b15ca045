"""The ground floor's tables, one subject a file."""

from . import sporet as sporet
from .brukere import Bruker, Rolle, Tilgang
from .historikk import Handling, Hendelse, Innsending
from .parter import Identitet, Kommuneendring, Maalform, Part, Parttype
from .regioner import Region, Regionmedlemskap
from .sporing import spor, uten_spor
from .statistikk import Statistikk
from .styring import Folkevalgt, Kommunestyring, Regiontall, Styreform

__all__ = [
    "Bruker",
    "Folkevalgt",
    "Handling",
    "Hendelse",
    "Identitet",
    "Innsending",
    "Kommuneendring",
    "Kommunestyring",
    "Maalform",
    "Part",
    "Parttype",
    "Region",
    "Regionmedlemskap",
    "Regiontall",
    "Rolle",
    "Statistikk",
    "Styreform",
    "Tilgang",
    "spor",
    "uten_spor",
]
