"""One proposal through many councils: how far it has come on a date, and when it takes effect.

A decision holds when every council has adopted the same words («likelydende vedtak»). The cooperation then
begins on the date the councils agreed on, but never before the last of them has decided.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

#: States in which a council has given its answer. A postponement is also dated, but is no answer.
BEHANDLET = frozenset({"likelydende", "avvik", "avvist"})
#: States in which a council has adopted the proposal, with these words or others.
VEDTATT = frozenset({"likelydende", "avvik"})
DATERT = BEHANDLET | {"utsatt"}
#: States in which the council has not had the case on the table: nothing has been said or voted.
IKKE_BEHANDLET = frozenset({"ikke_sendt", "mottatt", "paa_saklista"})
#: Among those, states in which there is not even a meeting.
UTEN_MOETE = frozenset({"ikke_sendt", "mottatt"})
#: What a council's state is read as on a date before its meeting.
VENTER = "venter"


class Vindu(StrEnum):
    """Where a date lies against the window (both ends inclusive)."""

    FOER = "foer"
    I_VINDUET = "i"
    ETTER = "etter"
    UTEN = "uten"


@dataclass(frozen=True, kw_only=True)
class Raadssvar:
    """Where one council is, as it is recorded."""

    status: str
    dato: date | None = None

    def paa(self, dato: date) -> "Raadssvar":
        """As it was on ``dato``: a meeting that was still to come had decided nothing."""
        if self.status in DATERT and self.dato is not None and self.dato > dato:
            return Raadssvar(status=VENTER)
        return self

    @property
    def er_behandlet(self) -> bool:
        return self.status in BEHANDLET


@dataclass(frozen=True, kw_only=True)
class Rundestatus:
    """The sum of a round on a date."""

    antall: int
    behandlet: int
    likelydende: int
    avvik: int
    avvist: int
    forsinket: int
    vindu: Vindu
    i_kraft: date | None

    @property
    def venter(self) -> int:
        return self.antall - self.behandlet

    @property
    def alle_likelydende(self) -> bool:
        return self.antall > 0 and self.likelydende == self.antall


def er_like_ord(ett: str, annet: str) -> bool:
    """Whether two decisions say the same: line breaks, capitals and the last punctuation mark say nothing."""
    return _ordene(ett) == _ordene(annet)


def _ordene(tekst: str) -> str:
    return " ".join(tekst.casefold().split()).rstrip(" .,;:!?")


def motsies_av_stemmene(status: str, *, stemmer_for: int | None, stemmer_mot: int | None) -> bool:
    """Whether the vote cannot have given this outcome. Equal votes give either: the chair's vote counts twice."""
    if stemmer_for is None or stemmer_mot is None:
        return False
    if status in VEDTATT:
        return stemmer_mot > stemmer_for
    return status == "avvist" and stemmer_for > stemmer_mot


def vindu_paa(dato: date, *, fra: date | None, til: date | None) -> Vindu:
    """Whether ``dato`` is before, in or after the window."""
    if fra is None and til is None:
        return Vindu.UTEN
    if fra is not None and dato < fra:
        return Vindu.FOER
    return Vindu.ETTER if til is not None and dato > til else Vindu.I_VINDUET


def er_forsinket(svar: Raadssvar, *, dato: date, vindu_til: date | None) -> bool:
    """Whether the council let the window close: it answered after its last day, or has still not answered."""
    if vindu_til is None:
        return False
    behandlet = svar.dato if svar.er_behandlet else None
    return (behandlet or dato) > vindu_til


def i_kraft(svar: Sequence[Raadssvar], *, avtalt: date | None) -> date | None:
    """The day the decision takes effect: the later of the agreed day and the last identical decision.

    None until every council has adopted identical words on a known date.
    """
    datoer = [s.dato for s in svar if s.status == "likelydende" and s.dato is not None]
    if not svar or len(datoer) < len(svar):
        return None
    return max([*datoer, avtalt] if avtalt else datoer)


def rundestatus(
    svar: Iterable[Raadssvar], *, dato: date, vindu_fra: date | None, vindu_til: date | None, avtalt: date | None
) -> Rundestatus:
    """How far the round has come on ``dato``; decisions made later do not count."""
    da = [s.paa(dato) for s in svar]
    return Rundestatus(
        antall=len(da),
        behandlet=sum(s.er_behandlet for s in da),
        likelydende=sum(s.status == "likelydende" for s in da),
        avvik=sum(s.status == "avvik" for s in da),
        avvist=sum(s.status == "avvist" for s in da),
        forsinket=sum(er_forsinket(s, dato=dato, vindu_til=vindu_til) for s in da),
        vindu=vindu_paa(dato, fra=vindu_fra, til=vindu_til),
        i_kraft=i_kraft(da, avtalt=avtalt),
    )
