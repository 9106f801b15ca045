"""A unit of Enhetsregisteret, and the participants who answer for a company with shared liability."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

#: Organisation forms of a sub-unit (underenhet): a place of business, never a party to an agreement.
UNDERENHETER = frozenset({"BEDR", "AAFY"})


@dataclass(frozen=True)
class Adresse:
    """A Norwegian or foreign address; ``kommunenummer`` is empty abroad."""

    linjer: tuple[str, ...]
    postnummer: str
    poststed: str
    kommunenummer: str
    kommune: str

    def __str__(self) -> str:
        sted = f"{self.postnummer} {self.poststed}".strip()
        return ", ".join(ledd for ledd in (*self.linjer, sted) if ledd)


@dataclass(frozen=True, kw_only=True)
class Registerenhet:
    """One unit. ``navn`` is as the register writes it, mostly in capitals; a unit removed by law has none.

    ``sektor`` is the institutional sector code (6100 the state, 6500 the municipalities).
    """

    orgnr: str
    navn: str = ""
    form: str = ""
    formnavn: str = ""
    adresse: Adresse | None = None
    sektor: str = ""
    slettet: date | None = None
    konkurs: bool = False
    under_avvikling: bool = False
    overordnet: str = ""

    @property
    def er_underenhet(self) -> bool:
        return self.form in UNDERENHETER


@dataclass(frozen=True, kw_only=True)
class Registerdeltaker:
    """A participant with its liability share (role DTPR); ``andel`` is None where liability is joint (DTSO)."""

    orgnr: str
    navn: str
    form: str
    andel: Fraction | None
    er_slettet: bool = False


@dataclass(frozen=True)
class Registerutdrag:
    """What one file or answer held: units by number, and participants by the number of their company."""

    enheter: Mapping[str, Registerenhet]
    deltakere: Mapping[str, tuple[Registerdeltaker, ...]]

    def bare(self, orgnr: frozenset[str]) -> "Registerutdrag":
        """The same for some numbers only."""
        return Registerutdrag(
            {nr: enhet for nr, enhet in self.enheter.items() if nr in orgnr},
            {nr: roller for nr, roller in self.deltakere.items() if nr in orgnr},
        )

    def sammen_med(self, andre: "Registerutdrag") -> "Registerutdrag":
        """Both; ``andre`` wins where they speak of the same."""
        return Registerutdrag({**self.enheter, **andre.enheter}, {**self.deltakere, **andre.deltakere})
