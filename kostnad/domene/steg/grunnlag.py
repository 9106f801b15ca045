"""What every step of a key can do. One module per step: read it, check it, reckon it and say it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from kostnad.domene.feil import Noekkelfeil
from kostnad.domene.felt import Felt
from kostnad.domene.tilstand import Tilstand, Utvalg

UTVALGSFELT = ("deltakere", "unntatt")


class Steg(ABC):
    """A step of a key. Steps are frozen values: made from input by `les`, or by hand."""

    navn: ClassVar[str]
    krav: ClassVar[tuple[str, ...]]
    valgfri: ClassVar[tuple[str, ...]] = ()

    @classmethod
    @abstractmethod
    def les(cls, felt: Felt) -> Steg:
        """Return the step in these fields. Raises `Noekkelfeil`."""

    @abstractmethod
    def som_json(self) -> dict[str, object]:
        """Return the fields that `les` reads."""

    @abstractmethod
    def anvend(self, tilstand: Tilstand) -> None:
        """Work on what is left. Raises `Noekkelfeil` when the step is impossible here."""


def les_utvalg(felt: Felt) -> Utvalg:
    """Return who a step is for; an empty list is an error, not everybody."""
    for navn in UTVALGSFELT:
        if felt.har(navn) and not felt.liste(navn):
            raise Noekkelfeil("tomt_utvalg")
    deltakere, unntatt = (felt.ider(navn) if felt.har(navn) else () for navn in UTVALGSFELT)
    return Utvalg(deltakere, unntatt)


def krev_ikke_negativ(felt: str, beloep_oere: int | None) -> None:
    """Refuse a negative amount in a step."""
    if beloep_oere is not None and beloep_oere < 0:
        raise Noekkelfeil("negativt_beloep", felt=felt, beloep_oere=beloep_oere)
