"""One proposal through many councils: how far it has come on a date, and when it takes effect.

A decision holds when every council has adopted the same words («likelydende vedtak»). The cooperation then
begins on the date the councils agreed on, but never before the last of them has decided. Where the terms allow,
those who have adopted the same words may begin without the rest; and some cases only want every council's answer.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from avtaler.domene.rundeslag import Samsvarskrav

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


class Stadium(StrEnum):
    """How far the round has come."""

    DEBATT = "debatt"  # the text is open for input
    I_RAADENE = "i_raadene"  # the text is locked and before the councils
    FORSINKET = "forsinket"  # the window has closed, and somebody has not answered
    ULIKT = "ulikt"  # all have answered, and not alike
    ERSTATTET = "erstattet"  # a new round with changed text has taken over
    FERDIG = "ferdig"


#: Stages in which nothing more is to be done with the round.
LUKKET = frozenset({Stadium.ERSTATTET, Stadium.FERDIG})


@dataclass(frozen=True, kw_only=True)
class Raadssvar:
    """Where one council is, as it is recorded. ``ordlyd`` numbers the wording it adopted; None is like no other's."""

    status: str
    dato: date | None = None
    ordlyd: int | None = None

    @property
    def ord(self) -> int | None:
        return 0 if self.status == "likelydende" else self.ordlyd

    def paa(self, dato: date) -> "Raadssvar":
        """As it was on ``dato``: a meeting that was still to come had decided nothing."""
        if self.status in DATERT and self.dato is not None and self.dato > dato:
            return Raadssvar(status=VENTER)
        return self

    @property
    def er_behandlet(self) -> bool:
        return self.status in BEHANDLET


@dataclass(frozen=True, kw_only=True)
class Koalisjon:
    """Those who begin without the rest: their places among the councils, the day, and who joins later on which day."""

    medlemmer: tuple[int, ...]
    i_kraft: date
    senere: tuple[tuple[int, date], ...]


@dataclass(frozen=True, kw_only=True)
class Rundestatus:
    """The sum of a round on a date. ``likelydende`` counts those who have adopted the common words."""

    antall: int
    behandlet: int
    likelydende: int
    avvik: int
    avvist: int
    forsinket: int
    vindu: Vindu
    i_kraft: date | None
    koalisjon: Koalisjon | None = None
    krav: Samsvarskrav = Samsvarskrav.LIKELYDENDE

    @property
    def venter(self) -> int:
        return self.antall - self.behandlet

    @property
    def alle_behandlet(self) -> bool:
        return self.antall > 0 and self.behandlet == self.antall

    @property
    def er_ferdig(self) -> bool:
        """Whether nothing more is to be decided: all alike, a coalition, or (where that is enough) all treated."""
        if self.krav is Samsvarskrav.BEHANDLING:
            return self.alle_behandlet
        return self.i_kraft is not None or self.koalisjon is not None

    def stadium(self, *, er_laast: bool, er_erstattet: bool = False) -> Stadium:
        if self.er_ferdig:
            return Stadium.FERDIG
        if er_erstattet:
            return Stadium.ERSTATTET
        if not er_laast:
            return Stadium.DEBATT
        if self.alle_behandlet:
            return Stadium.ULIKT
        return Stadium.FORSINKET if self.vindu is Vindu.ETTER else Stadium.I_RAADENE


class Frist(StrEnum):
    """What the next date of a round is."""

    INNSPILL = "innspill"
    VINDU_AAPNER = "vindu_aapner"
    MOETE = "moete"
    VINDU_LUKKES = "vindu_lukkes"
    GJELDER = "gjelder"


def neste_dato(
    stadium: Stadium,
    *,
    dato: date,
    innspillsfrist: date | None,
    vindu_fra: date | None,
    vindu_til: date | None,
    moeter: Iterable[date],
    gjelder: date | None,
) -> tuple[date, Frist] | None:
    """The next thing to happen, and when: today's counts, what has passed does not. None is an item nobody drives."""
    if stadium in LUKKET:
        return (gjelder, Frist.GJELDER) if gjelder is not None and gjelder >= dato else None
    if stadium is Stadium.DEBATT:
        mulige = [(innspillsfrist, Frist.INNSPILL), (vindu_fra, Frist.VINDU_AAPNER)]
    else:
        mulige = [(vindu_fra, Frist.VINDU_AAPNER), *((moete, Frist.MOETE) for moete in moeter),
                  (vindu_til, Frist.VINDU_LUKKES)]  # fmt: skip
    kommende = [(dag, frist) for dag, frist in mulige if dag is not None and dag >= dato]
    return min(kommende, key=lambda en: en[0], default=None)


def har_begynt(
    dato: date,
    *,
    tilraadd: date | None,
    vindu_fra: date | None,
    laast: date | None,
    innspillsfrist: date | None = None,
) -> bool:
    """Whether the case was on its way on ``dato``: recommended, or its window open; without those days, locked, and
    without that, at the end of its debate.

    A case without any of them has always been there.
    """
    kjente = [dag for dag in (tilraadd, vindu_fra) if dag is not None]
    start = min(kjente) if kjente else laast or innspillsfrist
    return start is None or start <= dato


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


def i_kraft(
    svar: Sequence[Raadssvar], *, avtalt: date | None, krav: Samsvarskrav = Samsvarskrav.LIKELYDENDE
) -> date | None:
    """The day the decision takes effect: the later of the agreed day and the last decision.

    None until every council has adopted on a known date, in the same words where the case wants that. A case that the
    councils only treat takes no effect.
    """
    vedtatt = [s.dato for s in svar if s.status in VEDTATT and s.dato is not None]
    if krav is Samsvarskrav.BEHANDLING or not svar or len(vedtatt) < len(svar):
        return None
    if krav is Samsvarskrav.LIKELYDENDE and _antall_like(svar) < len(svar):
        return None
    return max([*vedtatt, avtalt] if avtalt else vedtatt)


def koalisjon(
    svar: Sequence[Raadssvar], *, dato: date, avtalt: date | None, vindu_til: date | None, minst: int = 2
) -> Koalisjon | None:
    """Those who begin without the rest on terms that allow it (needs 3.16): the councils with the common words.

    It is settled when everybody has answered or the time to answer (the window, or the agreed day) is out. It begins on
    the later of the agreed day and the last decision made in time; who adopts the same words after that joins on the
    day of its own decision. None before it is settled, when too few are alike, and when all were in time.
    """
    frist = vindu_til or avtalt
    ute = frist is not None and dato > frist
    if not (ute or all(s.er_behandlet for s in svar)):
        return None
    felles = _felles_ord(svar)
    like = [(nr, s.dato) for nr, s in enumerate(svar) if s.status in VEDTATT and s.ord == felles and s.dato]
    i_tide = [(nr, dag) for nr, dag in like if frist is None or dag <= frist]
    if felles is None or len(i_tide) < minst or len(i_tide) == len(svar):
        return None
    start = max([dag for _, dag in i_tide] + ([avtalt] if avtalt else []))
    senere = tuple((nr, max(dag, start)) for nr, dag in like if (nr, dag) not in i_tide)
    return Koalisjon(medlemmer=tuple(nr for nr, _ in i_tide), i_kraft=start, senere=senere)


def _felles_ord(svar: Sequence[Raadssvar]) -> int | None:
    """The words most have adopted when that is more than half of all the councils, otherwise the proposal's (0)."""
    antall = Counter(s.ord for s in svar if s.status in VEDTATT and s.ord is not None)
    flest = antall.most_common(1)
    if flest and 2 * flest[0][1] > len(svar):
        return flest[0][0]
    return 0 if antall[0] else None


def _antall_like(svar: Sequence[Raadssvar]) -> int:
    felles = _felles_ord(svar)
    return sum(s.status in VEDTATT and s.ord == felles for s in svar) if felles is not None else 0


def rundestatus(
    svar: Iterable[Raadssvar],
    *,
    dato: date,
    vindu_fra: date | None,
    vindu_til: date | None,
    avtalt: date | None,
    krav: Samsvarskrav = Samsvarskrav.LIKELYDENDE,
    delvis: bool = False,
) -> Rundestatus:
    """How far the round has come on ``dato``; decisions made later do not count. ``delvis``: a coalition may begin."""
    da = [s.paa(dato) for s in svar]
    like = _antall_like(da)
    kan_begynne = delvis and krav is Samsvarskrav.LIKELYDENDE
    uten_resten = koalisjon(da, dato=dato, avtalt=avtalt, vindu_til=vindu_til) if kan_begynne else None
    return Rundestatus(
        antall=len(da),
        behandlet=sum(s.er_behandlet for s in da),
        likelydende=like,
        avvik=sum(s.status in VEDTATT for s in da) - like,
        avvist=sum(s.status == "avvist" for s in da),
        forsinket=sum(er_forsinket(s, dato=dato, vindu_til=vindu_til) for s in da),
        vindu=vindu_paa(dato, fra=vindu_fra, til=vindu_til),
        i_kraft=i_kraft(da, avtalt=avtalt, krav=krav) if uten_resten is None else None,
        koalisjon=uten_resten,
        krav=krav,
    )
