"""Whom an idea is wanted with, read from the words it was said with."""

import re
from collections.abc import Iterable

_SKILLE = re.compile(r"\s*(?:,|;|/|\bog\b|\bsamt\b)\s*", re.IGNORECASE)


def oenskede_navn(tekst: str) -> tuple[str, ...]:
    """«Lillehammer, Øyer og Gausdal» → the three names, each once, in the order they were said."""
    navn = (ledd.strip(" .") for ledd in _SKILLE.split(tekst))
    return tuple(dict.fromkeys(_stor(ett) for ett in navn if ett))


def alle_oensker(tekster: Iterable[str], kjente: Iterable[str]) -> tuple[str, ...]:
    """Everybody who is wanted, by the words and by the parties that are known, each once whatever the case."""
    etter_noekkel: dict[str, str] = {}
    for navn in (*kjente, *(ett for tekst in tekster for ett in oenskede_navn(tekst))):
        etter_noekkel.setdefault(navn.casefold(), navn)
    return tuple(etter_noekkel.values())


def _stor(navn: str) -> str:
    return navn[:1].upper() + navn[1:]
