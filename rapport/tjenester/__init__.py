"""Writes of the reports: ordering them, printing them, and finding again what was lost on the way."""

from .bestilling import bestill, proev_igjen
from .gjenfinning import finn_igjen
from .jobb import MAKS_FORSOEK, kjoer_jobb

__all__ = ["MAKS_FORSOEK", "bestill", "finn_igjen", "kjoer_jobb", "proev_igjen"]
