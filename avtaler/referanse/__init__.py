"""The taxonomy of tasks, and the names of the KOSTRA functions they are accounted under."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from kommuner.referanse import les_kostra_funksjoner

#: The three halls of KOSTRA's list of functions, by the first digit.
OMRAADER = {"1": "felles", "2": "mennesker", "3": "sted"}


@cache
def kostranavn() -> Mapping[str, str]:
    """The official (bokmål) name of every municipal function, by its number."""
    return MappingProxyType({funksjon.nummer: funksjon.navn for funksjon in les_kostra_funksjoner()})


def les_oppgaverader() -> list[dict[str, str]]:
    """The rows of the shipped taxonomy: kode, navn_nb, navn_nn, kostra."""
    tekst = files(__package__).joinpath("oppgaver.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(tekst.splitlines()))
