"""What reading a list in would do to the register: per agreement new, changed, unchanged or wrong, field by field."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from hashlib import sha256

from .kolonner import Felt
from .rader import Utelatt
from .spoersmaal import Melding, Spoersmaal


class Status(StrEnum):
    """What happens to an agreement, or to a participant in it."""

    NY = "ny"
    ENDRET = "endret"
    UENDRET = "uendret"
    FEIL = "feil"
    HOPPET_OVER = "hoppet_over"


#: A value of a field, as the domain has it.
Verdi = str | int | date | Fraction | tuple[str, ...] | None


@dataclass(frozen=True)
class Feltendring:
    """One field before and after."""

    felt: str
    foer: Verdi
    etter: Verdi


@dataclass(frozen=True)
class Plandeltaker:
    """A participation as it will be. ``part_id`` is None for a party that is to be entered (``ny_type``)."""

    part_id: int | None
    navn: str
    ny_type: str = ""
    orgnr: str = ""
    rolle: str = "deltaker"
    fra: date | None = None
    til: date | None = None
    """The first day outside, as the register keeps it."""
    eierandel: Fraction | None = None
    ansvarsandel: Fraction | None = None
    medlemmer: int | None = None
    varamedlemmer: int | None = None
    del_av: str = ""
    merknad: str = ""
    rad: int = 0
    deltakelse_id: int | None = None
    versjon: int | None = None
    status: Status = Status.NY
    endringer: tuple[Feltendring, ...] = ()
    oppgitt: frozenset[str] = frozenset()
    """The facts the list says something about; the others stay as they are in the register."""


@dataclass(frozen=True)
class Avtaleverdier:
    """The facts of an agreement."""

    navn: str = ""
    form: str = ""
    klasse: str = ""
    oppgaver: tuple[str, ...] = ()
    formaal: tuple[str, ...] = ()
    orgnr: str = ""
    fra: date | None = None
    til: date | None = None
    oppsigelse_maaneder: int | None = None
    kilde: str = ""
    andre_deltakere: int | None = None


@dataclass(frozen=True)
class Registerdeltakelse:
    """A participation as it is in the register."""

    id: int
    versjon: int
    part_id: int
    rolle: str
    fra: date
    til: date | None = None
    eierandel: Fraction | None = None
    ansvarsandel: Fraction | None = None
    medlemmer: int | None = None
    varamedlemmer: int | None = None
    del_av: str = ""
    merknad: str = ""


@dataclass(frozen=True)
class Registeravtale:
    """An agreement of the region as it is in the register."""

    id: int
    versjon: int
    verdier: Avtaleverdier
    deltakelser: tuple[Registerdeltakelse, ...] = ()


@dataclass(frozen=True)
class Avtaleplan:
    """One agreement of the list."""

    noekkel: str
    navn: str
    status: Status
    verdier: Avtaleverdier
    rader: tuple[int, ...]
    deltakere: tuple[Plandeltaker, ...] = ()
    endringer: tuple[Feltendring, ...] = ()
    meldinger: tuple[Melding, ...] = ()
    avtale_id: int | None = None
    versjon: int | None = None
    gjettet: frozenset[str] = frozenset()
    """Facts the list does not say, put from what it does; shown so, and to be changed by whoever knows better."""
    venter: bool = False
    """A question must be answered before it is known what becomes of it."""
    bare_i_registeret: tuple[int, ...] = ()
    """Participations that the list does not mention; they stay."""

    @property
    def skriver(self) -> bool:
        return self.status in (Status.NY, Status.ENDRET)


@dataclass(frozen=True)
class Plan:
    """Everything that would happen, and what must be answered first."""

    avtaler: tuple[Avtaleplan, ...]
    spoersmaal: tuple[Spoersmaal, ...]
    utelatte: tuple[Utelatt, ...] = ()
    felt: frozenset[Felt] = field(default_factory=frozenset)

    @cached_property
    def antall(self) -> Mapping[Status, int]:
        """How many agreements of each kind."""
        return Counter(avtale.status for avtale in self.avtaler)

    @property
    def ubesvarte(self) -> tuple[Spoersmaal, ...]:
        """The questions nobody has answered."""
        return tuple(en for en in self.spoersmaal if not en.er_besvart)

    @property
    def kan_lagres(self) -> bool:
        """Nothing is wrong, nothing is unanswered, and there is something to write."""
        ferdig = not self.ubesvarte and not self.antall.get(Status.FEIL, 0)
        return ferdig and any(avtale.skriver for avtale in self.avtaler)

    @cached_property
    def avtrykk(self) -> str:
        """A fingerprint of all that would be written, and on top of what: another one is another plan."""
        skrives = [
            (a.noekkel, a.status, a.avtale_id, a.versjon, a.verdier, tuple(sorted(a.gjettet)),
             [(d.part_id, d.navn, d.ny_type, d.orgnr, d.rolle, d.fra, d.til, d.eierandel, d.ansvarsandel, d.medlemmer,
               d.varamedlemmer, d.del_av, d.merknad, d.deltakelse_id, d.versjon, d.status) for d in a.deltakere])
            for a in self.avtaler
        ]  # fmt: skip
        return sha256(repr(skrives).encode()).hexdigest()[:16]
