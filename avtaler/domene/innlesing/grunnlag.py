"""What the reading must know of the register, the law and the day, gathered before it begins."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

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
    def etter_orgnr(self) -> Mapping[str, Registeravtale]:
        return {avtale.verdier.orgnr: avtale for avtale in self.register if avtale.verdier.orgnr}
