"""A municipal merger or split carried through one agreement: participations in, a plan out.

The old municipality's part ends on the day of the reform and the new one's begins that day, so that older dates show
older names. Shares are added, for they are parts of the same whole. Seats are not: how many each participant has stands
in the agreement, and a municipality is one participant whatever it was made of, so they must be agreed anew. After a
split somebody must say who carries on, and what they have of the share.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from avtaler.domene.avtalegrunnlag import KONTORKOMMUNE, UTENFOR, VERTSKOMMUNE

#: The role a merged participant has when those it was made of had different ones: the most obliging first.
ROLLER = (VERTSKOMMUNE, KONTORKOMMUNE, "samarbeidskommune", "deltaker")


@dataclass(frozen=True, kw_only=True)
class Overgang:
    """On ``dato`` one party became (a part of) another. Parties are known by their keys."""

    dato: date
    fra: int
    til: int


@dataclass(frozen=True, kw_only=True)
class Reform:
    """Changes that hang together: those of one day that share a municipality."""

    dato: date
    overganger: tuple[Overgang, ...]

    @property
    def fra(self) -> frozenset[int]:
        """The municipalities that end, or give a part of themselves away."""
        return frozenset(en.fra for en in self.overganger)

    @property
    def til(self) -> frozenset[int]:
        return frozenset(en.til for en in self.overganger)

    def etterfoelgere(self, part: int) -> tuple[int, ...]:
        """Those the party became; several after a split."""
        return tuple(sorted(en.til for en in self.overganger if en.fra == part))

    def forgjengere(self, part: int) -> tuple[int, ...]:
        return tuple(sorted(en.fra for en in self.overganger if en.til == part))


@dataclass(frozen=True, kw_only=True)
class Deltakerperiode:
    """One participation as it is stored. ``til`` is the first day outside."""

    id: int
    part: int
    rolle: str
    fra: date
    til: date | None = None
    eierandel: Fraction | None = None
    ansvarsandel: Fraction | None = None
    medlemmer: int | None = None
    varamedlemmer: int | None = None
    stemmer: int | None = None
    del_av: str = ""

    def varer_over(self, dato: date) -> bool:
        """It has begun before the day and goes on through it."""
        return self.fra < dato and (self.til is None or self.til > dato)


@dataclass(frozen=True, kw_only=True)
class NyDeltaker:
    """A participation that begins with the reform. ``av`` are the ids of those it comes from."""

    part: int
    rolle: str
    fra: date
    til: date | None
    eierandel: Fraction | None
    ansvarsandel: Fraction | None
    medlemmer: int | None
    varamedlemmer: int | None
    stemmer: int | None
    del_av: str
    av: tuple[int, ...]


class Merke(StrEnum):
    """What a person must know or do about the plan."""

    ANDELER_SUMMERT = "andeler_summert"
    ANDEL_UKJENT = "andel_ukjent"
    PLASSER_AVTALES = "plasser_avtales"
    UTVIDET_OMRAADE = "utvidet_omraade"
    ULIKE_ROLLER = "ulike_roller"
    DELT = "delt"
    GAAR_UT = "gaar_ut"
    ALT_INNE = "alt_inne"


@dataclass(frozen=True, kw_only=True)
class Merknad:
    """One thing to say. ``part`` is whom it is about, ``andre`` the others in it, ``plasser`` the seats before."""

    merke: Merke
    part: int
    andre: tuple[int, ...] = ()
    plasser: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Avtaleplan:
    """What a reform does to the participations of one agreement."""

    avslutt: tuple[int, ...] = ()
    """Participations that end on the day of the reform."""
    flytt: tuple[tuple[int, int], ...] = ()
    """Participations recorded on an ended municipality from a later day: (id, the one it should be)."""
    nye: tuple[NyDeltaker, ...] = ()
    merknader: tuple[Merknad, ...] = ()
    maa_velges: tuple[int, ...] = ()
    """Parties that were split, and nobody has said who carries on."""
    antall_etter: int = 0
    for_faa: bool = False


#: Who carries on, for each party that was split: none, one or several of those it became.
Valg = Mapping[int, Sequence[int]]


def reformer(overganger: Iterable[Overgang]) -> list[Reform]:
    """The changes gathered into reforms, oldest first: what happens the same day to the same municipalities is one."""
    per_dag: dict[date, list[set[Overgang]]] = defaultdict(list)
    for en in sorted(overganger, key=lambda o: (o.dato, o.fra, o.til)):
        grupper = per_dag[en.dato]
        felles = [gruppe for gruppe in grupper if any({en.fra, en.til} & {o.fra, o.til} for o in gruppe)]
        samlet = {en}.union(*felles)
        per_dag[en.dato] = [gruppe for gruppe in grupper if gruppe not in felles] + [samlet]
    return [
        Reform(dato=dag, overganger=tuple(sorted(gruppe, key=lambda o: (o.fra, o.til))))
        for dag in sorted(per_dag)
        for gruppe in per_dag[dag]
    ]


def mottakere(reform: Reform, part: int, valg: Valg) -> tuple[int, ...] | None:
    """Who carries on for ``part``: its only successor, or those chosen. None when a choice is still to be made."""
    etter = reform.etterfoelgere(part)
    if len(etter) == 1:
        return etter
    valgte = valg.get(part)
    return None if valgte is None else tuple(en for en in etter if en in valgte)


def planlegg(
    reform: Reform,
    deltakelser: Sequence[Deltakerperiode],
    *,
    valg: Valg,
    minst: int,
    del_av: Mapping[int, str] | None = None,
) -> Avtaleplan:
    """What the reform does to an agreement that the law wants at least ``minst`` participants in.

    ``del_av`` names, for a new municipality that is larger than the old participant, the part that takes part.
    """
    beroerte = [rad for rad in deltakelser if _beroert(rad, reform)]
    uavklart = sorted({rad.part for rad in beroerte if mottakere(reform, rad.part, valg) is None})
    klare = [rad for rad in beroerte if rad.part not in uavklart]
    flytt = tuple(
        (rad.id, mottaker) for rad in klare if rad.fra >= reform.dato for mottaker in _til(reform, rad, valg)[:1]
    )
    slutter = [rad for rad in klare if rad.fra < reform.dato]
    nye, utvides, merknader = _nye(reform, slutter, deltakelser, valg, del_av or {})
    avslutt = tuple(sorted({rad.id for rad in slutter} | {rad.id for rad in utvides}))
    antall = _antall_etter(reform.dato, deltakelser, avslutt, nye)
    foer = {rad.part for rad in deltakelser if rad.rolle not in UTENFOR and rad.varer_over(reform.dato)}
    gaar_ut = tuple(
        Merknad(merke=Merke.GAAR_UT, part=part)
        for part in sorted({rad.part for rad in slutter if not _til(reform, rad, valg)})
    )
    return Avtaleplan(
        avslutt=avslutt, flytt=flytt, nye=tuple(nye), merknader=(*merknader, *gaar_ut), maa_velges=tuple(uavklart),
        antall_etter=antall, for_faa=bool(beroerte) and not uavklart and len(foer) >= minst > antall,
    )  # fmt: skip


def _beroert(rad: Deltakerperiode, reform: Reform) -> bool:
    return rad.part in reform.fra - reform.til and (rad.til is None or rad.til > reform.dato)


def _til(reform: Reform, rad: Deltakerperiode, valg: Valg) -> tuple[int, ...]:
    return mottakere(reform, rad.part, valg) or ()


def _nye(
    reform: Reform,
    slutter: Sequence[Deltakerperiode],
    alle: Sequence[Deltakerperiode],
    valg: Valg,
    del_av: Mapping[int, str],
) -> tuple[list[NyDeltaker], list[Deltakerperiode], list[Merknad]]:
    """The new participations, the running ones they replace (of a municipality that lives on), and what to say."""
    kilder: dict[tuple[int, str], list[Deltakerperiode]] = defaultdict(list)
    for rad in slutter:
        for part in _til(reform, rad, valg):
            kilder[part, rad.del_av].append(rad)
    nye: list[NyDeltaker] = []
    utvides: list[Deltakerperiode] = []
    merknader: list[Merknad] = []
    for (part, omraade), rader in sorted(kilder.items()):
        egne = [rad for rad in alle if rad.part == part and rad.del_av == omraade]
        loepende = [rad for rad in egne if rad.varer_over(reform.dato)]
        senere = min((rad.fra for rad in egne if rad.fra >= reform.dato), default=None)
        if senere == reform.dato:
            andre = tuple(sorted({rad.part for rad in rader}))
            merknader.append(Merknad(merke=Merke.ALT_INNE, part=part, andre=andre))
            continue
        utvides += loepende
        samlet = [*loepende, *rader]
        delt = any(len(_til(reform, rad, valg)) > 1 for rad in rader)
        nye.append(_ny(part, reform.dato, senere, samlet, delt, del_av.get(part) or omraade))
        merknader += _merknader(reform, part, samlet, delt)
    return nye, utvides, merknader


def _ny(
    part: int, fra: date, senere: date | None, kilder: Sequence[Deltakerperiode], delt: bool, del_av: str
) -> NyDeltaker:
    alene = len(kilder) == 1 and not delt
    slutter = [rad.til for rad in kilder]
    til = None if None in slutter else max(slutt for slutt in slutter if slutt is not None)
    if senere is not None:
        til = senere if til is None else min(til, senere)
    return NyDeltaker(
        part=part, rolle=_rolle(kilder), fra=fra, til=til,
        eierandel=None if delt else _sum([rad.eierandel for rad in kilder]),
        ansvarsandel=None if delt else _ansvar(kilder),
        medlemmer=kilder[0].medlemmer if alene else None,
        varamedlemmer=kilder[0].varamedlemmer if alene else None,
        stemmer=kilder[0].stemmer if alene else None,
        del_av=del_av, av=tuple(rad.id for rad in kilder),
    )  # fmt: skip


def _rolle(kilder: Iterable[Deltakerperiode]) -> str:
    roller = [rad.rolle for rad in kilder]
    return min(roller, key=lambda rolle: ROLLER.index(rolle) if rolle in ROLLER else len(ROLLER))


def _sum(andeler: Sequence[Fraction | None]) -> Fraction | None:
    """The shares together; one that is not recorded makes the sum unknown."""
    kjente = [andel for andel in andeler if andel is not None]
    return sum(kjente, Fraction(0)) if kjente and len(kjente) == len(andeler) else None


def _ansvar(kilder: Sequence[Deltakerperiode]) -> Fraction | None:
    """The liability together, where it differs from the ownership for one of them; otherwise it follows that."""
    if all(rad.ansvarsandel is None for rad in kilder):
        return None
    return _sum([rad.eierandel if rad.ansvarsandel is None else rad.ansvarsandel for rad in kilder])


def _merknader(reform: Reform, part: int, kilder: Sequence[Deltakerperiode], delt: bool) -> list[Merknad]:
    parter = tuple(rad.part for rad in kilder)
    har_andel = any(rad.eierandel is not None for rad in kilder)
    plasser = tuple(rad.medlemmer for rad in kilder if rad.medlemmer is not None)
    utenfor = tuple(sorted(set(reform.forgjengere(part)) - set(parter)))
    merker: list[Merknad] = []
    if delt:
        merker.append(Merknad(merke=Merke.DELT, part=part, andre=parter))
    elif len(kilder) > 1 and har_andel:
        kjent = all(rad.eierandel is not None for rad in kilder)
        merke = Merke.ANDELER_SUMMERT if kjent else Merke.ANDEL_UKJENT
        merker.append(Merknad(merke=merke, part=part, andre=parter))
    if plasser and (delt or len(kilder) > 1):
        merker.append(Merknad(merke=Merke.PLASSER_AVTALES, part=part, plasser=plasser))
    if len({rad.rolle for rad in kilder}) > 1:
        merker.append(Merknad(merke=Merke.ULIKE_ROLLER, part=part, andre=parter))
    if utenfor:
        merker.append(Merknad(merke=Merke.UTVIDET_OMRAADE, part=part, andre=utenfor))
    return merker


def _antall_etter(
    dato: date, alle: Iterable[Deltakerperiode], avslutt: Sequence[int], nye: Iterable[NyDeltaker]
) -> int:
    """How many participants, in the sense of the law, there are on the day of the reform."""
    gamle = {
        rad.part
        for rad in alle
        if rad.rolle not in UTENFOR
        and rad.id not in avslutt
        and rad.fra <= dato
        and (rad.til is None or rad.til > dato)
    }
    return len(gamle | {ny.part for ny in nye if ny.rolle not in UTENFOR})


@dataclass(frozen=True, kw_only=True)
class Rad:
    """A dated row of a party beside the participations: in a sub-task, a place, a post. ``gruppe`` is what it is in."""

    id: int
    part: int
    gruppe: int
    fra: date
    til: date | None = None


@dataclass(frozen=True, kw_only=True)
class Foelge:
    """What happens to such rows."""

    avslutt: tuple[int, ...] = ()
    nye: tuple[tuple[int, int], ...] = ()
    """(the row it is a copy of, the party it is for); it begins on the day of the reform."""
    flytt: tuple[tuple[int, int], ...] = ()
    """(a row from a later day, the party it should be for)."""
    uavklart: tuple[int, ...] = ()
    """Rows that somebody must place by hand: the party was split and several carry on."""


def foelg(reform: Reform, rader: Sequence[Rad], valg: Valg, *, flere: bool) -> Foelge:
    """Carry the rows on to whoever carries on for the party. ``flere``: several may (sub-tasks), or only one (places).

    Whoever is in the group already is not let in twice.
    """
    inne = {(rad.gruppe, rad.part) for rad in rader if rad.til is None or rad.til > reform.dato}
    avslutt: list[int] = []
    nye: list[tuple[int, int]] = []
    flytt: list[tuple[int, int]] = []
    uavklart: list[int] = []
    for rad in rader:
        if rad.part not in reform.fra - reform.til or (rad.til is not None and rad.til <= reform.dato):
            continue
        etter = mottakere(reform, rad.part, valg)
        if etter is None or (len(etter) > 1 and not flere):
            uavklart.append(rad.id)
        elif rad.fra >= reform.dato:
            flytt += [(rad.id, part) for part in etter[:1] if (rad.gruppe, part) not in inne]
        else:
            avslutt.append(rad.id)
            nye += [(rad.id, part) for part in etter if (rad.gruppe, part) not in inne]
            inne |= {(rad.gruppe, part) for part in etter}
    return Foelge(avslutt=tuple(avslutt), nye=tuple(nye), flytt=tuple(flytt), uavklart=tuple(uavklart))


@dataclass(frozen=True, kw_only=True)
class Raadsplan:
    """Whose councils an open round asks: unanswered ones that are gone, and those to ask in their place."""

    bort: tuple[int, ...] = ()
    """Keys of the unanswered rows."""
    inn: tuple[tuple[int, int], ...] = ()
    """(round, party)."""


def skift_raad(
    reform: Reform, spurte: Iterable[tuple[int, int, int]], svart: Iterable[tuple[int, int]], valg: Valg
) -> Raadsplan:
    """Who is asked in place of councils that end before they have answered.

    ``spurte`` are unanswered rows as (row, round, party), ``svart`` answered ones as (round, party): what a council
    decided while it was there stands.
    """
    spurte = list(spurte)
    med = {(runde, part) for _rad, runde, part in spurte} | set(svart)
    bort: list[int] = []
    inn: list[tuple[int, int]] = []
    for rad, runde, part in spurte:
        etter = mottakere(reform, part, valg) if part in reform.fra - reform.til else None
        if etter is None:
            continue
        bort.append(rad)
        inn += [(runde, ny) for ny in etter if (runde, ny) not in med]
        med |= {(runde, ny) for ny in etter}
    return Raadsplan(bort=tuple(bort), inn=tuple(inn))
