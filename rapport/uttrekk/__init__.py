"""Reads for whole pages: a fixed number of queries each, dataclasses out. Nothing here asks the clock."""

from .bestillinger import Bestillingsrad, siste_bestillinger
from .lister import Kommunerad, Regionside, kommuneliste, regionside
from .oversikt import kommuneoversikt
from .rapporter import Framdrift, Rapportrad, framdrift, rapport, rapportliste
from .reformer import Samling, samling

__all__ = [
    "Bestillingsrad",
    "Framdrift",
    "Kommunerad",
    "Rapportrad",
    "Regionside",
    "Samling",
    "framdrift",
    "kommuneliste",
    "kommuneoversikt",
    "rapport",
    "rapportliste",
    "regionside",
    "samling",
    "siste_bestillinger",
]
