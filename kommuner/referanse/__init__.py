"""Reads the reference files that ship with the product. Where they come from: KILDER.md beside them."""

from collections.abc import Iterator
from importlib.resources import files

from kommuner.domene import referanse
from kommuner.domene.enheter import Kommunehistorie, bygg_historie
from kommuner.domene.referanse import Folketall, Fylke, Kommune, KostraFunksjon


def _tekst(filnavn: str) -> str:
    return files(__package__).joinpath(filnavn).read_text(encoding="utf-8")


def les_kommuner() -> Iterator[Kommune]:
    """The 357 municipalities since 2024."""
    return referanse.kommuner_av(_tekst("kommuner.csv"))


def les_fylker() -> Iterator[Fylke]:
    """The 15 counties since 2024."""
    return referanse.fylker_av(_tekst("fylker.csv"))


def les_enheter() -> Kommunehistorie:
    """Every municipality that has existed since 2001, with its dated numbers and names, and what went into what."""
    koder = referanse.koder_av(_tekst("identiteter.csv"))
    return bygg_historie(koder, referanse.endringer_av(_tekst("endringer.csv")))


def les_folketall() -> Iterator[Folketall]:
    """Inhabitants on 1 January 2001–2026, under the number valid each year."""
    return referanse.folketall_av(_tekst("folketall.csv"))


def les_kostra_funksjoner() -> Iterator[KostraFunksjon]:
    """The municipal functions of KOSTRA."""
    return referanse.kostra_funksjoner_av(_tekst("kostra_funksjoner.csv"))
