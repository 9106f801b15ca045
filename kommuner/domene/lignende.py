"""Names that are written much like what somebody typed."""

from collections.abc import Iterable
from difflib import get_close_matches

from kommuner.domene.navn import sorteringsnoekkel

FLEST = 3
LIKHET = 0.75


def lignende(tekst: str, navn: Iterable[str]) -> list[str]:
    """At most three of ``navn``, closest first; case, «aa» for «å» and the words of the kind of party do not count."""
    etter_noekkel = {_noekkel(ett): ett for ett in navn}
    return [etter_noekkel[treff] for treff in get_close_matches(_noekkel(tekst), etter_noekkel, FLEST, LIKHET)]


def _noekkel(navn: str) -> str:
    ordene = sorteringsnoekkel(navn).split()
    return " ".join(ord_ for ord_ in ordene if ord_ not in ("kommune", "fylkeskommune")) or " ".join(ordene)
