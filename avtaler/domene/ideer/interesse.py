"""What the municipalities say to an idea, also after ideas have been merged: one answer each, the newest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Svar(StrEnum):
    """What a municipality says."""

    VIL = "vil"
    KANSKJE = "kanskje"
    VIL_IKKE = "vil_ikke"


@dataclass(frozen=True, kw_only=True)
class Stemme:
    """One answer as it was given: of which municipality (``part``), to which idea, when.

    ``rekkefoelge`` orders answers of the same day: the higher is the newer. ``merknad`` and ``er_eksempel`` follow.
    """

    part: int
    ide: int
    svar: str
    dato: date
    rekkefoelge: int = 0
    merknad: str = ""
    er_eksempel: bool = False


@dataclass(frozen=True)
class Opptelling:
    """How many say what; ``uten_svar`` are the members who have said nothing."""

    vil: int
    kanskje: int
    vil_ikke: int
    uten_svar: int

    @property
    def svart(self) -> int:
        return self.vil + self.kanskje + self.vil_ikke


def forenet(stemmer: Iterable[Stemme]) -> dict[int, Stemme]:
    """One answer for each municipality, by its key: the newest it gave to any of the merged ideas.

    Nobody who has answered is left out and nobody counts twice, in whatever order the answers come.
    """
    siste: dict[int, Stemme] = {}
    for stemme in stemmer:
        gammel = siste.get(stemme.part)
        if gammel is None or _alder(stemme) > _alder(gammel):
            siste[stemme.part] = stemme
    return siste


def tell(svar: Mapping[int, Stemme], medlemmer: Iterable[int]) -> Opptelling:
    """How many say what. A municipality from outside the region counts with its answer, never as one without."""
    koder = [stemme.svar for stemme in svar.values()]
    return Opptelling(
        vil=koder.count(Svar.VIL), kanskje=koder.count(Svar.KANSKJE), vil_ikke=koder.count(Svar.VIL_IKKE),
        uten_svar=len(set(medlemmer) - set(svar)),
    )  # fmt: skip


def rang(opptelling: Opptelling) -> tuple[int, int, int]:
    """Sorts the most wanted first: those who want to, then those who might, then the fewest who will not."""
    return (-opptelling.vil, -opptelling.kanskje, opptelling.vil_ikke)


def _alder(stemme: Stemme) -> tuple[date, int, int]:
    return (stemme.dato, stemme.rekkefoelge, stemme.ide)
