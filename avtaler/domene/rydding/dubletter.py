"""Agreements that look like the same one entered twice."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations

from kommuner.domene.navn import sorteringsnoekkel

#: How alike two names must be, and how much of the smaller one's participants must be in the other.
NAVNELIKHET = 0.9
FELLES_DELTAKERE = 0.5


@dataclass(frozen=True)
class Dublettkandidat:
    """What two agreements are compared by, within one region. ``deltakere`` are keys of parties."""

    id: int
    region: int
    navn: str
    orgnr: str
    deltakere: frozenset[int]


def finn_like(kandidater: Collection[Dublettkandidat]) -> Mapping[int, tuple[str, ...]]:
    """For each agreement that has any, the names of those that look like it, in the order given."""
    like: dict[int, list[str]] = defaultdict(list)
    for en, annen in _par(kandidater):
        if ser_like_ut(en, annen):
            like[en.id].append(annen.navn)
            like[annen.id].append(en.navn)
    return {noekkel: tuple(navn) for noekkel, navn in like.items()}


def ser_like_ut(en: Dublettkandidat, annen: Dublettkandidat) -> bool:
    """Whether the two may be one: the same organisation number, or like names and much the same participants."""
    if en.orgnr and annen.orgnr:
        return en.orgnr == annen.orgnr
    return _mye_felles(en.deltakere, annen.deltakere) and _ligner(en.navn, annen.navn)


def _par(kandidater: Collection[Dublettkandidat]) -> Iterable[tuple[Dublettkandidat, Dublettkandidat]]:
    """Pairs in one region that share a participant or a number: the others need not be compared."""
    etter_kjennetegn: dict[object, list[int]] = defaultdict(list)
    alle = {kandidat.id: kandidat for kandidat in kandidater}
    for kandidat in kandidater:
        for kjennetegn in (*kandidat.deltakere, *([kandidat.orgnr] if kandidat.orgnr else [])):
            etter_kjennetegn[kandidat.region, kjennetegn].append(kandidat.id)
    par = {ett for ider in etter_kjennetegn.values() for ett in combinations(ider, 2)}
    return [(alle[en], alle[annen]) for en, annen in sorted(par)]


def _mye_felles(en: frozenset[int], annen: frozenset[int]) -> bool:
    minst = min(len(en), len(annen))
    return minst > 0 and len(en & annen) >= FELLES_DELTAKERE * minst


def _ligner(en: str, annen: str) -> bool:
    """A measure of spelling, not of money: here a float is what is meant. The quick ones are never below the real."""
    sett = SequenceMatcher(None, _noekkel(en), _noekkel(annen), autojunk=False)
    return all(likhet() >= NAVNELIKHET for likhet in (sett.real_quick_ratio, sett.quick_ratio, sett.ratio))


@lru_cache(maxsize=4096)
def _noekkel(navn: str) -> str:
    return sorteringsnoekkel(navn)
