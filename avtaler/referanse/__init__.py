"""The taxonomy of tasks, and the names of the KOSTRA functions they are accounted under."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kommuner.referanse import les_kostra_funksjoner

#: The three halls of KOSTRA's list of functions, by the first digit.
OMRAADER = {"1": "felles", "2": "mennesker", "3": "sted"}


@cache
def kostranavn() -> Mapping[str, str]:
    """The official (bokmål) name of every municipal function, by its number."""
    return MappingProxyType({funksjon.nummer: funksjon.navn for funksjon in les_kostra_funksjoner()})
