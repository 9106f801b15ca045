"""Are the seats of an organ as many as the law asks for, and are those who should be there represented?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from .regel import Setekrav


class Funnkode(StrEnum):
    """What is wrong with the seats. The first concern one party, the others the whole organ."""

    FOR_FAA_MEDLEMMER = "for_faa_medlemmer"
    FOR_FAA_VARA = "for_faa_vara"
    FOR_FAA_I_ALT = "for_faa_i_alt"
    MANGLER_TILLITSVALGT = "mangler_tillitsvalgt"


@dataclass(frozen=True)
class Partseter:
    """The seats one party has in the organ. ``er_deltaker`` is one the law gives seats."""

    part: int
    medlemmer: int
    varamedlemmer: int
    er_deltaker: bool = True


@dataclass(frozen=True)
class Setefunn:
    """One thing wrong: how many there are and how many there should be; ``part`` is None for the whole organ."""

    kode: Funnkode
    har: int
    skal: int
    part: int | None = None


def kontroller_seter(krav: Setekrav | None, seter: Iterable[Partseter]) -> Iterator[Setefunn]:
    """What is fewer than the law asks. No requirement, or no seats known at all, gives no finding."""
    seter = list(seter)
    if krav is None or not seter:
        return
    for rad in seter:
        if rad.er_deltaker:
            yield from _part(krav, rad)
    i_alt = sum(rad.medlemmer for rad in seter)
    if i_alt < krav.i_alt:
        yield Setefunn(Funnkode.FOR_FAA_I_ALT, i_alt, krav.i_alt)


def _part(krav: Setekrav, rad: Partseter) -> Iterator[Setefunn]:
    if rad.medlemmer < krav.medlemmer:
        yield Setefunn(Funnkode.FOR_FAA_MEDLEMMER, rad.medlemmer, krav.medlemmer, rad.part)
    skal = krav.vara_per_medlem * max(rad.medlemmer, krav.medlemmer)
    if rad.varamedlemmer < skal:
        yield Setefunn(Funnkode.FOR_FAA_VARA, rad.varamedlemmer, skal, rad.part)


def kontroller_tillitsvalgte(*, kreves: bool, unntak: str, antall: int) -> Iterator[Setefunn]:
    """The employees are represented when the cooperation's own rules ask for it, unless an exception is recorded."""
    if kreves and not unntak.strip() and antall < 1:
        yield Setefunn(Funnkode.MANGLER_TILLITSVALGT, antall, 1)
