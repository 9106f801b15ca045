"""Where a rule stands in the law, when it holds, and how sure we are of our reading."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

# Laws cited by a bokmål name, in nynorsk; the others are cited alike in both («koml.», «samvirkelova»).
_LOVNAVN_NN = {
    "IKS-loven": "IKS-lova",
    "KOSTRA-forskriften": "KOSTRA-forskrifta",
    "aksjeloven": "aksjelova",
    "foretaksnavneloven": "føretaksnamnelova",
    "foretaksregisterloven": "føretaksregisterlova",
    "stiftelsesloven": "stiftelseslova",
    "ulovfestet foreningsrett": "ulovfesta foreiningsrett",
    "valgloven": "vallova",
}


class Sikkerhet(StrEnum):
    """How a rule was established: read in the text of the law, or general knowledge still to be confirmed."""

    LEST = "lest"
    IKKE_BEKREFTET = "ikke_bekreftet"


@dataclass(frozen=True)
class Hjemmel:
    """A legal basis: the law's code, the paragraph as it is cited («koml. § 18-4(4)a»), and a link to Lovdata."""

    lov: str
    paragraf: str
    kilde: str

    def paa(self, maalform: str) -> str:
        """The citation in `maalform`: «IKS-loven § 4(1)» is «IKS-lova § 4(1)» for "nn", otherwise as in the data."""
        if maalform != "nn":
            return self.paragraf
        tekst = self.paragraf
        for bokmaal, nynorsk in _LOVNAVN_NN.items():
            tekst = tekst.replace(bokmaal, nynorsk)
        return tekst

    def __str__(self) -> str:
        return self.paragraf


@dataclass(frozen=True)
class Gyldighet:
    """The days a rule holds, both ends included; None is open."""

    fra: date | None
    til: date | None

    def gjelder(self, dato: date) -> bool:
        return (self.fra is None or self.fra <= dato) and (self.til is None or dato <= self.til)
