"""Writes on the ground floor: the reference data that ships with the product, and the parties people add themselves."""

from .parter import PartFinnes, like_parter, registrer_part
from .referanse import fylkesnoekkel, kommunenoekkel, last_referansedata

__all__ = [
    "PartFinnes",
    "fylkesnoekkel",
    "kommunenoekkel",
    "last_referansedata",
    "like_parter",
    "registrer_part",
]
