"""Reads for pages and reports: a whole page at a time, in a fixed number of queries, as values."""

from .deltakere import Aarsdeltaker, aarets_deltakere
from .forslag import Forslag, forslag, gjeldende_noekkel, siste_budsjett, vedtatt_fordeling
from .side import Kostnadsside, kostnadsside
from .statistikk import Kilde
from .tabell import (
    Fordelingsrad,
    Fordelingstabell,
    fordelingsdata,
    forslagstabell,
    frosne_rader,
    frossen_tabell,
    frosset,
)
from .varsler import budsjettvarsler, har_folketall, noekkelvarsler

__all__ = [
    "Aarsdeltaker",
    "Fordelingsrad",
    "Fordelingstabell",
    "Forslag",
    "Kilde",
    "Kostnadsside",
    "aarets_deltakere",
    "budsjettvarsler",
    "fordelingsdata",
    "forslag",
    "forslagstabell",
    "frosne_rader",
    "frossen_tabell",
    "frosset",
    "gjeldende_noekkel",
    "har_folketall",
    "kostnadsside",
    "noekkelvarsler",
    "siste_budsjett",
    "vedtatt_fordeling",
]
