"""Reads for pages and reports: a whole page at a time, in a fixed number of queries, as values."""

from .deltakere import Aarsdeltaker, aarets_deltakere
from .forslag import Forslag, forslag, gjeldende_noekkel
from .statistikk import Kilde

__all__ = ["Aarsdeltaker", "Forslag", "Kilde", "aarets_deltakere", "forslag", "gjeldende_noekkel"]
