"""The only door out of the press: it opens to what was laid ready for this one report, and to nothing else.

Text from people is escaped and never becomes an address; if it ever should, nothing is fetched and the printing stops.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse


@dataclass(frozen=True)
class Ressurs:
    """A file laid ready for the report."""

    type: str
    innhold: bytes


class IngenAdgang(FatalURLFetchingError):
    """Something asked for an address outside the report. Fatal: the engine would otherwise only log it."""


class Trykkhenter(URLFetcher):
    """Fetches `trykk:<name>` from the resources given, and stops the printing at anything else."""

    def __init__(self, ressurser: Mapping[str, Ressurs]) -> None:
        super().__init__(allowed_protocols=("trykk",), allow_redirects=False, fail_on_errors=True)
        self._ressurser = ressurser

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        skjema, _, navn = url.partition(":")
        ressurs = self._ressurser.get(navn) if skjema == "trykk" else None
        if ressurs is None:
            raise IngenAdgang(f"Rapporten får ikke hente {url[:200]!r}")
        return URLFetcherResponse(url, ressurs.innhold, {"Content-Type": ressurs.type})
