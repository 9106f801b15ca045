"""A short quiz: questions with one right answer each, judged without being stored anywhere (needs 4.11)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

#: So many answers to choose among, at most.
VALG = 4


@dataclass(frozen=True, kw_only=True)
class Spoersmaal:
    """One question. ``valg`` are (code, text); ``forklaring`` is what is told after the answer."""

    kode: str
    tekst: str
    valg: tuple[tuple[str, str], ...]
    riktig: str
    forklaring: str


@dataclass(frozen=True, kw_only=True)
class Svar:
    """A question with what was answered; ``valgt`` is empty when nothing was."""

    spoersmaal: Spoersmaal
    valgt: str

    @property
    def er_riktig(self) -> bool:
        return self.valgt == self.spoersmaal.riktig

    @property
    def riktig_tekst(self) -> str:
        return dict(self.spoersmaal.valg)[self.spoersmaal.riktig]


def rett(spoersmaal: Iterable[Spoersmaal], svar: Mapping[str, str]) -> tuple[Svar, ...]:
    """Judge the answers, by the question's code. What is no choice counts as not answered."""
    return tuple(
        Svar(spoersmaal=ett, valgt=valgt if (valgt := svar.get(ett.kode, "")) in dict(ett.valg) else "")
        for ett in spoersmaal
    )


def naere_tall(riktig: int) -> tuple[int, ...]:
    """The number and others near it, in rising order: a guess is as likely to be any of them."""
    steg = max(1, riktig // 4)
    foerste = max(0, riktig - steg * (1 + riktig % 3))
    return tuple(foerste + steg * nr for nr in range(VALG)) if riktig else tuple(range(VALG))


def blant(riktig: str, andre: Sequence[str]) -> tuple[str, ...]:
    """The right answer and the first of the others, each once, in alphabetical order."""
    uten = [ett for ett in dict.fromkeys(andre) if ett and ett != riktig]
    return tuple(sorted([riktig, *uten[: VALG - 1]]))
