"""A statement of law as a page shows it: in the reader's language, with its paragraph."""

from dataclasses import dataclass
from typing import Protocol

from avtaler.domene.hjemmel import Hjemmel, Sikkerhet
from avtaler.domene.tekst import Tekst


class HarHjemmel(Protocol):
    """A rule of the law in words; without ``hjemmel`` no provision says it."""

    @property
    def tekst(self) -> Tekst: ...

    @property
    def hjemmel(self) -> Hjemmel | None: ...

    @property
    def sikkerhet(self) -> Sikkerhet: ...


@dataclass(frozen=True, kw_only=True)
class Lovsetning:
    """The sentence; ``hjemmel`` and ``kilde`` are empty where there is no provision."""

    tekst: str
    hjemmel: str = ""
    kilde: str = ""
    er_bekreftet: bool = True


def lovsetning(regel: HarHjemmel, maalform: str) -> Lovsetning:
    """The rule in ``maalform``."""
    hjemmel = regel.hjemmel
    return Lovsetning(
        tekst=regel.tekst.paa(maalform),
        hjemmel=hjemmel.paa(maalform) if hjemmel else "",
        kilde=hjemmel.kilde if hjemmel else "",
        er_bekreftet=regel.sikkerhet is Sikkerhet.LEST,
    )


def eventuell_lovsetning(regel: HarHjemmel | None, maalform: str) -> Lovsetning | None:
    """The rule in ``maalform``; None where the law says nothing."""
    return lovsetning(regel, maalform) if regel is not None else None
