"""The facts of one agreement on one date, as the rules need them. Whoever has the tables fills this in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from types import MappingProxyType

VERTSKOMMUNE = "vertskommune"
KONTORKOMMUNE = "kontorkommune"

#: Roles that do not make anyone a participant in the sense of the law.
UTENFOR = frozenset(
    {"observatoer", "tilskuddsgiver", "sekretariatsvert", "prosjektdeltaker", "informert", "leverandoer"}
)


@dataclass(frozen=True, kw_only=True)
class Deltakergrunnlag:
    """One participant. `None` means "not recorded", never "none"; shares are parts of the whole (1 = 100 %)."""

    navn: str
    type: str = "kommune"
    rolle: str = "deltaker"
    eierandel: Fraction | None = None
    ansvarsandel: Fraction | None = None
    medlemmer: int | None = None
    varamedlemmer: int | None = None
    har_vedtak: bool = False
    har_delegering: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Avtalegrunnlag:
    """What is recorded about an agreement. `bestemmelser` maps a requirement's code to the clause that answers it."""

    form: str
    navn: str = ""
    formaal: tuple[str, ...] = ()
    eget_rettssubjekt: bool | None = None
    start: date | None = None
    slutt: date | None = None
    oppsigelse_maaneder: int | None = None
    deltakere: tuple[Deltakergrunnlag, ...] = ()
    bestemmelser: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    har_noekkel: bool = False
    meldt_statsforvalter: date | None = None

    @property
    def parter(self) -> tuple[Deltakergrunnlag, ...]:
        """The participants in the sense of the law: observers and grant givers are not."""
        return tuple(deltaker for deltaker in self.deltakere if deltaker.rolle not in UTENFOR)

    def med_rolle(self, rolle: str) -> tuple[Deltakergrunnlag, ...]:
        return tuple(deltaker for deltaker in self.deltakere if deltaker.rolle == rolle)

    def har_bestemmelse(self, kode: str) -> bool:
        """Whether a clause is written for the requirement; mere white space is not a clause."""
        return bool(self.bestemmelser.get(kode, "").strip())

    def avsluttet(self, dato: date) -> bool:
        return self.slutt is not None and self.slutt <= dato
