"""What the reading must know of the register, the law and the day, gathered before it begins."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kommuner.domene.navn import sorteringsnoekkel

from .navnebok import Navnebok, normal
from .plan import Registeravtale


@dataclass(frozen=True)
class Grunnlag:
    """``former``, ``roller`` and ``klasser`` give the code by every name it goes by; ``oppgaver`` the names by code."""

    bok: Navnebok
    register: tuple[Registeravtale, ...]
    former: Mapping[str, str]
    oppgaver: Mapping[str, tuple[str, ...]]
    idag: date
    roller: Mapping[str, str] = field(default_factory=dict)
    klasser: Mapping[str, str] = field(default_factory=dict)
    filnavn: str = ""

    @cached_property
    def formkoder(self) -> tuple[str, ...]:
        """The codes of the forms, in the order of the rules."""
        return tuple(dict.fromkeys(self.former.values()))

    @cached_property
    def oppgavekoder(self) -> Mapping[str, str]:
        """The code of a task by every name it goes by."""
        return {normal(navn): kode for kode, navnene in self.oppgaver.items() for navn in (kode, *navnene)}

    @cached_property
    def etter_id(self) -> Mapping[int, Registeravtale]:
        return {avtale.id: avtale for avtale in self.register}

    @cached_property
    def etter_navn(self) -> Mapping[str, list[Registeravtale]]:
        """The region's agreements by name, those that are still in force first."""
        bok: dict[str, list[Registeravtale]] = {}
        for avtale in sorted(self.register, key=lambda en: (en.verdier.til is not None, en.id)):
            bok.setdefault(normal(avtale.verdier.navn), []).append(avtale)
        return bok

    @cached_property
    def etter_ordstart(self) -> Mapping[str, list[str]]:
        """The names of the region's agreements by how each of their words begins."""
        bok: dict[str, list[str]] = {}
        for navn in self.etter_navn:
            for start in ordstarter(navn):
                bok.setdefault(start, []).append(navn)
        return bok

    @cached_property
    def rollekoder(self) -> Mapping[str, str]:
        """The code of a role by every name it goes by, as sort keys."""
        return {sorteringsnoekkel(navn): kode for navn, kode in self.roller.items()}

    @cached_property
    def klassekoder(self) -> Mapping[str, str]:
        """The code of a class by every name it goes by, as sort keys."""
        return {sorteringsnoekkel(navn): kode for navn, kode in self.klasser.items()}

    @cached_property
    def etter_orgnr(self) -> Mapping[str, Registeravtale]:
        return {avtale.verdier.orgnr: avtale for avtale in self.register if avtale.verdier.orgnr}


def ordstarter(navn: str) -> set[str]:
    """The first four letters of each word: what two names that are much alike have in common."""
    return {ord_[:4] for ord_ in navn.split() if len(ord_) > 2}
