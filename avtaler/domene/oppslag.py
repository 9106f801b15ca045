"""Strict reading of a nested mapping: every key is asked for, and a key nobody asked for is an error."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from avtaler.domene.regelverk import RegelverkFeil

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


class Oppslag:
    """A mapping with its place in the files, used as a context manager that refuses what was not read."""

    def __init__(self, verdi: object, sted: str) -> None:
        if not isinstance(verdi, Mapping):
            raise RegelverkFeil(f"{sted}: ventet nøkler og verdier, fant «{verdi}».")
        self.verdier = dict(verdi)
        self.sted = sted

    def __enter__(self) -> "Oppslag":
        return self

    def __exit__(self, feiltype: object, *_: object) -> None:
        if feiltype is None and self.verdier:
            ukjente = ", ".join(f"«{noekkel}»" for noekkel in self.verdier)
            raise RegelverkFeil(f"{self.sted}: ukjent nøkkel {ukjente}.")

    def hent(self, noekkel: str) -> object:
        """The value of `noekkel`, which must be there (it may be null)."""
        if noekkel not in self.verdier:
            raise RegelverkFeil(f"{self.sted}: nøkkelen «{noekkel}» mangler.")
        return self.verdier.pop(noekkel)

    def eventuelt(self, noekkel: str) -> object:
        """The value of `noekkel`, or None if it is left out."""
        return self.verdier.pop(noekkel, None)

    def streng(self, noekkel: str) -> str:
        return self._av_type(noekkel, str)

    def heltall(self, noekkel: str) -> int:
        return self._av_type(noekkel, int)

    def ja_nei(self, noekkel: str) -> bool:
        return self._av_type(noekkel, bool)

    def _av_type(self, noekkel: str, type_: type[T]) -> T:
        verdi = self.hent(noekkel)
        if not isinstance(verdi, type_) or (type_ is int and isinstance(verdi, bool)):
            raise RegelverkFeil(f"{self.sted}.{noekkel}: ventet {type_.__name__}, fant «{verdi}».")
        return verdi

    def heltall_eller_ingen(self, noekkel: str) -> int | None:
        if self.verdier.get(noekkel, ...) is None:
            self.verdier.pop(noekkel)
            return None
        return self.heltall(noekkel)

    def dato(self, noekkel: str) -> date:
        return self._av_type(noekkel, date)

    def dato_eller_ingen(self, noekkel: str) -> date | None:
        verdi = self.hent(noekkel)
        if verdi is not None and type(verdi) is not date:
            raise RegelverkFeil(f"{self.sted}.{noekkel}: ventet en dato, fant «{verdi}».")
        return verdi

    def strenger(self, noekkel: str) -> tuple[str, ...]:
        """A list of strings; empty if the key is left out."""
        verdi = self.eventuelt(noekkel) or []
        if not isinstance(verdi, list) or not all(isinstance(ledd, str) for ledd in verdi):
            raise RegelverkFeil(f"{self.sted}.{noekkel}: ventet en liste med ord, fant «{verdi}».")
        return tuple(verdi)

    def valg(self, noekkel: str, enum: type[E], standard: E | None = None) -> E:
        """One of the codes of `enum`; `standard` if the key is left out."""
        if standard is not None and noekkel not in self.verdier:
            return standard
        return self.som_valg(self.streng(noekkel), enum, noekkel)

    def som_valg(self, kode: str, enum: type[E], noekkel: str) -> E:
        try:
            return enum(kode)
        except ValueError:
            raise RegelverkFeil(f"{self.sted}.{noekkel}: «{kode}» er ikke en av {', '.join(enum)}.") from None

    def under(self, noekkel: str, les: Callable[["Oppslag"], T]) -> T:
        """What `les` makes of the mapping under `noekkel`, all of it read."""
        with Oppslag(self.hent(noekkel), f"{self.sted}.{noekkel}") as oppslag:
            return les(oppslag)

    def eventuelt_under(self, noekkel: str, les: Callable[["Oppslag"], T]) -> T | None:
        """As `under`, None if the key is left out or null."""
        if self.verdier.get(noekkel) is None:
            self.verdier.pop(noekkel, None)
            return None
        return self.under(noekkel, les)
