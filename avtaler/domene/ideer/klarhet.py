"""How ready a proposed cooperation is: the five challenges of Sogn, each answered, and one verdict (needs 0.11)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from avtaler.domene.tekst import Tekst


class Klarhet(StrEnum):
    """The answer to one point."""

    JA = "ja"
    DELVIS = "delvis"
    NEI = "nei"


class Dom(StrEnum):
    """What the answers say together."""

    IKKE_VURDERT = "ikke_vurdert"
    DELVIS_VURDERT = "delvis_vurdert"
    MANGLER = "mangler"
    NESTEN = "nesten"
    KLAR = "klar"


@dataclass(frozen=True)
class Klarhetspunkt:
    """One challenge: its code in the tables, its name, and the question that is asked."""

    kode: str
    navn: Tekst
    spoersmaal: Tekst


@dataclass(frozen=True)
class Klarhetsdom:
    """The verdict, with the points it rests on in the order of the list. Points outside the list count for nothing."""

    dom: Dom
    mangler: tuple[Klarhetspunkt, ...]
    delvis: tuple[Klarhetspunkt, ...]
    uten_svar: tuple[Klarhetspunkt, ...]
    antall: int

    @property
    def besvart(self) -> int:
        return self.antall - len(self.uten_svar)


def doem(punkter: Sequence[Klarhetspunkt], svar: Mapping[str, str]) -> Klarhetsdom:
    """One verdict. What is missing weighs most, then what nobody has judged, then what is only partly in place."""
    mangler = tuple(punkt for punkt in punkter if svar.get(punkt.kode) == Klarhet.NEI)
    delvis = tuple(punkt for punkt in punkter if svar.get(punkt.kode) == Klarhet.DELVIS)
    uten = tuple(punkt for punkt in punkter if punkt.kode not in svar)
    return Klarhetsdom(_dom(punkter, mangler, delvis, uten), mangler, delvis, uten, len(punkter))


def _dom(
    punkter: Sequence[Klarhetspunkt],
    mangler: Sequence[Klarhetspunkt],
    delvis: Sequence[Klarhetspunkt],
    uten: Sequence[Klarhetspunkt],
) -> Dom:
    if len(uten) == len(punkter):
        return Dom.IKKE_VURDERT
    if mangler:
        return Dom.MANGLER
    if uten:
        return Dom.DELVIS_VURDERT
    return Dom.NESTEN if delvis else Dom.KLAR
