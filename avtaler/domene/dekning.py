"""Who solves which task together: the matrix of tasks and municipalities, its white spots, and the degree of cover.

Parties and agreements are known here by their keys, tasks by their codes. A task of an agreement belongs to all its
participants, unless a sub-task of the agreement takes that task: then it belongs to those who are in the sub-task.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, kw_only=True)
class Deloppgave:
    """A part of an agreement with participants of its own; ``oppgave`` is empty for one outside the taxonomy."""

    oppgave: str
    deltakere: frozenset[int]


@dataclass(frozen=True, kw_only=True)
class Ordning:
    """An agreement on a date: its tasks, and its participants in the sense of the law."""

    id: int
    oppgaver: frozenset[str]
    deltakere: frozenset[int]
    deloppgaver: tuple[Deloppgave, ...] = ()

    def loeser(self) -> dict[str, frozenset[int]]:
        """Who solves each task in this arrangement."""
        egne: dict[str, frozenset[int]] = {}
        for del_ in self.deloppgaver:
            if del_.oppgave:
                egne[del_.oppgave] = egne.get(del_.oppgave, frozenset()) | del_.deltakere
        return dict.fromkeys(self.oppgaver, self.deltakere) | egne


@dataclass(frozen=True, kw_only=True)
class Dekning:
    """How much of a region one arrangement covers."""

    ordning: int
    med: frozenset[int]
    """Members of the region that take part."""
    mangler: frozenset[int]
    """Members of the region that do not."""
    utenfor: int
    """Participants from outside the region."""

    @property
    def dekningsgrad(self) -> Fraction | None:
        """The members that take part, as a share of all members; None for a region without members."""
        alle = len(self.med) + len(self.mangler)
        return Fraction(len(self.med), alle) if alle else None

    @property
    def andel_innenfor(self) -> Fraction | None:
        """The region's members as a share of the participants; None when there are none."""
        alle = len(self.med) + self.utenfor
        return Fraction(len(self.med), alle) if alle else None

    @property
    def er_regiondekkende(self) -> bool:
        """Every member of the region is in it."""
        return bool(self.med) and not self.mangler


@dataclass(frozen=True, kw_only=True)
class Matrise:
    """Tasks × municipalities; a cell holds the keys of the arrangements in which the municipality solves the task."""

    oppgaver: tuple[str, ...]
    parter: tuple[int, ...]
    celler: Mapping[tuple[str, int], tuple[int, ...]]

    def celle(self, oppgave: str, part: int) -> tuple[int, ...]:
        """Empty is a white spot."""
        return self.celler.get((oppgave, part), ())

    def antall_parter(self, oppgave: str) -> int:
        """How many of the municipalities solve the task together with others."""
        return sum(bool(self.celle(oppgave, part)) for part in self.parter)

    def antall_oppgaver(self, part: int) -> int:
        """How many of the tasks the municipality solves together with others."""
        return sum(bool(self.celle(oppgave, part)) for oppgave in self.oppgaver)

    @property
    def antall_dekket(self) -> int:
        """The cells that are not white."""
        return sum(self.antall_oppgaver(part) for part in self.parter)

    @property
    def antall_hvite(self) -> int:
        """The white spots."""
        return len(self.oppgaver) * len(self.parter) - self.antall_dekket


def matrise(ordninger: Iterable[Ordning], *, oppgaver: Sequence[str], parter: Sequence[int]) -> Matrise:
    """The matrix of the tasks and municipalities given, in their order; what is outside them is left out."""
    vaare, rader = frozenset(parter), frozenset(oppgaver)
    celler: dict[tuple[str, int], tuple[int, ...]] = {}
    for ordning in ordninger:
        for oppgave, deltakere in ordning.loeser().items():
            if oppgave in rader:
                for part in deltakere & vaare:
                    celler[oppgave, part] = (*celler.get((oppgave, part), ()), ordning.id)
    return Matrise(oppgaver=tuple(oppgaver), parter=tuple(parter), celler=celler)


def dekning(ordning: Ordning, medlemmer: Collection[int]) -> Dekning:
    """How much of the region with these members the arrangement covers."""
    region = frozenset(medlemmer)
    return Dekning(
        ordning=ordning.id,
        med=ordning.deltakere & region,
        mangler=region - ordning.deltakere,
        utenfor=len(ordning.deltakere - region),
    )
