"""Municipalities as legal entities through the reforms: one entity, several numbers and names over time.

A change of number or name keeps the entity (Vik is one, 1417 and then 4639). A merger (sammenslåing) or a
division (deling) ends the old entities and begins new ones; an entity whose number lives on through it continues,
as Bodø 1804 did when Skjerstad joined in 2005. Source of the changes: SSB, Klass 131.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from .referanse import Endring, Kode

# Changes that an entity lives through.
FORTSETTER = frozenset({"nummerendring", "navneendring"})


@dataclass(frozen=True)
class Identitet:
    """The number and name an entity had from ``fra`` up to, but not with, ``til``."""

    nummer: str
    navn: str
    fra: date
    til: date | None
    parallelle: tuple[str, ...] = ()


@dataclass(frozen=True)
class Enhet:
    """One legal entity: its dated identities, oldest first. ``noekkel`` is its first number and never changes."""

    noekkel: str
    identiteter: tuple[Identitet, ...]

    @property
    def fra(self) -> date:
        """The first day; FOER_REGISTERET when the register does not say."""
        return self.identiteter[0].fra

    @property
    def til(self) -> date | None:
        """The day it no longer exists, or None."""
        return self.identiteter[-1].til

    @property
    def siste(self) -> Identitet:
        """The newest number and name."""
        return self.identiteter[-1]

    def gyldig(self, dato: date) -> bool:
        """Whether the entity exists on the date."""
        return self.identitet(dato) is not None

    def identitet(self, dato: date) -> Identitet | None:
        """The number and name on the date, or None when it did not exist."""
        treff = (i for i in self.identiteter if i.fra <= dato and (i.til is None or dato < i.til))
        return next(treff, None)


@dataclass(frozen=True)
class Arv:
    """On ``dato`` the whole or a part of ``fra_enhet`` went into ``til_enhet`` (keys of two different entities)."""

    dato: date
    type: str
    fra_enhet: str
    til_enhet: str


@dataclass(frozen=True)
class Kommunehistorie:
    """All entities, sorted by key, and what went into what."""

    enheter: tuple[Enhet, ...]
    arv: tuple[Arv, ...]

    def finn(self, nummer: str, dato: date) -> Enhet | None:
        """The entity that had this number on the date, or None."""
        treff = (e for e in self.enheter if (i := e.identitet(dato)) and i.nummer == nummer)
        return next(treff, None)

    def gyldige(self, dato: date) -> tuple[Enhet, ...]:
        """The entities that exist on the date."""
        return tuple(enhet for enhet in self.enheter if enhet.gyldig(dato))


def bygg_historie(koder: Iterable[Kode], endringer: Iterable[Endring]) -> Kommunehistorie:
    """The entities that the dated codes and the changes between them make together.

    Raises ValueError where a change starts from or leads to a number that is not valid that day.
    """
    alle_endringer = tuple(endringer)
    enheter = _enheter(tuple(koder), alle_endringer)
    slutt = {(i.nummer, i.til): enhet.noekkel for enhet in enheter for i in enhet.identiteter}
    uten_arv = Kommunehistorie(enheter, ())
    arv = [_arv(endring, slutt, uten_arv) for endring in alle_endringer if endring.type not in FORTSETTER]
    to_parter = (a for a in arv if a.fra_enhet != a.til_enhet)
    return Kommunehistorie(enheter, tuple(sorted(to_parter, key=lambda a: (a.dato, a.fra_enhet, a.til_enhet))))


def _enheter(koder: tuple[Kode, ...], endringer: tuple[Endring, ...]) -> tuple[Enhet, ...]:
    """Chains of codes: each goes on in its new number, or in the next code of the same number."""
    per_start = {(kode.nummer, kode.fra): kode for kode in koder}
    nytt_nummer = {(e.fra, e.dato): e.til for e in endringer if e.type == "nummerendring"}
    neste = {
        kode: etter
        for kode in koder
        if kode.til and (etter := per_start.get((nytt_nummer.get((kode.nummer, kode.til), kode.nummer), kode.til)))
    }
    foerste = sorted(set(koder) - set(neste.values()), key=lambda kode: (kode.nummer, kode.fra))
    return tuple(Enhet(kode.nummer, tuple(_kjede(kode, neste))) for kode in foerste)


def _kjede(kode: Kode, neste: Mapping[Kode, Kode]) -> Iterator[Identitet]:
    """The identities from the first code to the last."""
    ledd: Kode | None = kode
    while ledd:
        yield Identitet(ledd.nummer, ledd.navn, ledd.fra, ledd.til, ledd.parallelle)
        ledd = neste.get(ledd)


def _arv(endring: Endring, slutt: Mapping[tuple[str, date | None], str], historie: Kommunehistorie) -> Arv:
    """The change as one between entities: from the one that held the old number until that day."""
    til_enhet = historie.finn(endring.til, endring.dato)
    fra_enhet = slutt.get((endring.fra, endring.dato)) or _noekkel(historie.finn(endring.fra, endring.dato))
    if not fra_enhet or not til_enhet:
        raise ValueError(f"No municipality for the change {endring.fra} → {endring.til} on {endring.dato}")
    return Arv(endring.dato, endring.type, fra_enhet, til_enhet.noekkel)


def _noekkel(enhet: Enhet | None) -> str | None:
    return enhet.noekkel if enhet else None
