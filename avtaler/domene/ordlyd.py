"""Which wording of an agreement holds on a date and until when, and what one changes in another."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from avtaler.domene.ordforskjell import er_samme_tekst


class Ordlyd(Protocol):
    """A wording: its number in the agreement, and the day it is in force from (None: a draft, or not known)."""

    @property
    def nummer(self) -> int: ...

    @property
    def fra(self) -> date | None: ...


class Ordlydstatus(StrEnum):
    """Where a wording is on a date."""

    GJELDENDE = "gjeldende"
    TIDLIGERE = "tidligere"
    KOMMENDE = "kommende"
    UTKAST = "utkast"


V = TypeVar("V", bound=Ordlyd)


def i_rekkefoelge(versjoner: Iterable[V]) -> list[V]:
    """The wordings as they followed each other; the first may lack its date, drafts come last."""
    alle = sorted(versjoner, key=lambda versjon: versjon.nummer)
    foerste = alle[:1]
    senere = sorted(alle[1:], key=lambda v: (v.fra is None, v.fra or date.max, v.nummer))
    return [*foerste, *senere]


def gjeldende(versjoner: Iterable[V], dato: date) -> V | None:
    """The wording in force on ``dato``: the last that has begun; before the first has begun, the first.

    A draft never holds, except when it is all there is: an agreement still to be entered into is read as it stands.
    None when there is no wording.
    """
    rekke = i_rekkefoelge(versjoner)
    begynt = [versjon for versjon in rekke if versjon.fra is not None and versjon.fra <= dato]
    return begynt[-1] if begynt else next(iter(rekke), None)


def er_utkast(versjon: Ordlyd, versjoner: Sequence[Ordlyd]) -> bool:
    """Whether the wording is a draft of the next one: it has no date, and it is not the first."""
    return versjon.fra is None and versjon.nummer != min(v.nummer for v in versjoner)


def gjelder_til(versjon: V, versjoner: Iterable[V]) -> date | None:
    """The first day on which a later wording holds; None when none has been put in force."""
    rekke = i_rekkefoelge(versjoner)
    senere = rekke[[v.nummer for v in rekke].index(versjon.nummer) + 1 :]
    return next((v.fra for v in senere if v.fra is not None), None)


def ordlydstatus(versjon: V, versjoner: Sequence[V], dato: date) -> Ordlydstatus:
    """Where ``versjon`` is on ``dato`` among all the agreement's ``versjoner``."""
    if er_utkast(versjon, versjoner):
        return Ordlydstatus.UTKAST
    if versjon.fra is not None and versjon.fra > dato:
        return Ordlydstatus.KOMMENDE
    holder = gjeldende(versjoner, dato)
    gjelder = holder is not None and holder.nummer == versjon.nummer
    return Ordlydstatus.GJELDENDE if gjelder else Ordlydstatus.TIDLIGERE


def siste_vedtatte(versjoner: Iterable[V]) -> V | None:
    """The last wording that is more than a draft, in force or still to come: what the next one is written from."""
    rekke = i_rekkefoelge(versjoner)
    return next((v for v in reversed(rekke) if v.fra is not None), next(iter(rekke), None))


def endrede_punkter(foer: Mapping[str, str], etter: Mapping[str, str]) -> tuple[str, ...]:
    """The keys whose text says something else, or is there in only one of the two; spaces say nothing."""
    alle = list(dict.fromkeys((*foer, *etter)))
    return tuple(punkt for punkt in alle if not er_samme_tekst(foer.get(punkt, ""), etter.get(punkt, "")))
