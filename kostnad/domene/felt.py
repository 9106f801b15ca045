"""Strict reading of one object of the input: every field is known, of the right kind and exact, or refused by name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from kostnad.domene.feil import Noekkelfeil
from kostnad.domene.penger import les_oere, les_tall
from kostnad.domene.tekstformat import Flyttall

Sted = tuple[str, int]


class Felt:
    """The fields of one object. `sted` says where it stands, for the error; fields not named here are refused."""

    def __init__(self, data: object, sted: Sted, *, krav: tuple[str, ...] = (), valgfri: tuple[str, ...] = ()) -> None:
        if not isinstance(data, Mapping):
            raise Noekkelfeil("ikke_objekt", sted=sted)
        self.data: Mapping[object, object] = data
        self.sted = sted
        self._kontroller(krav, (*krav, *valgfri))

    def _kontroller(self, krav: tuple[str, ...], kjente: tuple[str, ...]) -> None:
        for navn in self.data:
            if navn not in kjente:
                raise Noekkelfeil("ukjent_felt", sted=self.sted, felt=_kort(navn), kjente=", ".join(kjente))
        for navn in krav:
            if navn not in self.data:
                raise Noekkelfeil("mangler_felt", sted=self.sted, felt=navn)

    def har(self, navn: str) -> bool:
        """Return whether the field is there with something else than null."""
        return self.data.get(navn) is not None

    def raa(self, navn: str) -> object:
        """Return the field as it stands."""
        return self.data.get(navn)

    def tekst(self, navn: str) -> str:
        """Return a text that is not blank."""
        verdi = self.data.get(navn)
        if not isinstance(verdi, str) or not er_skrivbar(verdi):
            raise Noekkelfeil("ikke_tekst", sted=self.sted, felt=navn)
        return verdi

    def oere(self, navn: str) -> int:
        """Return an amount in whole øre."""
        tekst = self._talltekst(navn, "ikke_beloep")
        try:
            return les_oere(tekst)
        except ValueError:
            raise self._feil("ikke_beloep", navn, tekst) from None

    def valgfri_oere(self, navn: str) -> int | None:
        """Return an amount in whole øre, None when the field is missing or null."""
        return self.oere(navn) if self.har(navn) else None

    def tall(self, navn: str) -> Fraction:
        """Return an exact number: a rate, a percentage, a weight or a figure."""
        tekst = self._talltekst(navn, "ikke_tall")
        try:
            return les_tall(tekst)
        except ValueError:
            raise self._feil("ikke_tall", navn, tekst) from None

    def dato(self, navn: str) -> date | None:
        """Return a date written YYYY-MM-DD, None when the field is missing or null."""
        if not self.har(navn):
            return None
        verdi = self.data[navn]
        try:
            if isinstance(verdi, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", verdi):
                return date.fromisoformat(verdi)
        except ValueError:
            pass
        raise self._feil("ikke_dato", navn, verdi)

    def liste(self, navn: str) -> list[object]:
        """Return a list, empty when the field is missing."""
        verdi = self.data.get(navn, [])
        if not isinstance(verdi, list):
            raise Noekkelfeil("ikke_liste", sted=self.sted, felt=navn)
        return verdi

    def ider(self, navn: str) -> tuple[str, ...]:
        """Return a list of participant ids."""
        for verdi in self.liste(navn):
            if not isinstance(verdi, str):
                raise Noekkelfeil("ikke_tekst", sted=self.sted, felt=navn)
        return tuple(str(verdi) for verdi in self.liste(navn))

    def _talltekst(self, navn: str, kode: str) -> str:
        """Return a number as text: whole numbers are exact and welcome, floats are not."""
        verdi = self.data.get(navn)
        if isinstance(verdi, (Flyttall, float)):
            raise self._feil("flyttall", navn, verdi.tekst if isinstance(verdi, Flyttall) else verdi)
        if isinstance(verdi, bool) or not isinstance(verdi, (str, int)):
            raise self._feil(kode, navn, verdi)
        return str(verdi)

    def _feil(self, kode: str, navn: str, verdi: object) -> Noekkelfeil:
        return Noekkelfeil(kode, sted=self.sted, felt=navn, verdi=_kort(verdi))


def er_skrivbar(tekst: str) -> bool:
    """Return whether a name can be written in a sentence: not blank, no control characters, no half characters."""
    return bool(tekst.strip()) and not any(unicodedata.category(tegn) in ("Cc", "Cs") for tegn in tekst)


def _kort(verdi: object) -> str:
    tekst = "null" if verdi is None else str(verdi)
    return tekst if len(tekst) <= 40 else tekst[:40] + "…"
