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
    """Fetches `trykk:<name>` from the resources given, and stops the printing at anything else.

    What it refused is kept in `avvist`: inside a drawing the engine swallows even fatal errors.
    """

    def __init__(self, ressurser: Mapping[str, Ressurs]) -> None:
        super().__init__(allowed_protocols=("trykk",), allow_redirects=False, fail_on_errors=True)
        self._ressurser = ressurser
        self.avvist: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        skjema, _, navn = url.partition(":")
        ressurs = self._ressurser.get(navn) if skjema == "trykk" else None
        if ressurs is None:
            self.avvist.append(url)
            raise IngenAdgang(url)
        return URLFetcherResponse(url, ressurs.innhold, {"Content-Type": ressurs.type})
