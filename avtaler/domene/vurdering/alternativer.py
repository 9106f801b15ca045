"""What alternatives cost: per municipality and in all, per inhabitant, and who wins and loses against the first.

Amounts are whole øre a year. What nobody has typed is None, never nought.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, kw_only=True)
class Kostnadscelle:
    """One municipality under one alternative. ``endring`` is against the first alternative, above nought is dearer."""

    oere: int | None
    per_innbygger: Fraction | None = None
    endring: int | None = None


@dataclass(frozen=True, kw_only=True)
class Kostnadsrad:
    """One municipality under every alternative."""

    part_id: int
    celler: tuple[Kostnadscelle, ...]


@dataclass(frozen=True, kw_only=True)
class Kostnadssum:
    """One alternative in all. ``mangler`` is how many have no amount: then there is no sum to compare."""

    oere: int | None
    per_innbygger: Fraction | None
    endring: int | None
    mangler: int
    vinnere: int
    tapere: int


@dataclass(frozen=True, kw_only=True)
class Kostnadstabell:
    """Municipalities down, alternatives across."""

    rader: tuple[Kostnadsrad, ...]
    summer: tuple[Kostnadssum, ...]

    @property
    def har_beloep(self) -> bool:
        return any(celle.oere is not None for rad in self.rader for celle in rad.celler)


def kostnadstabell(
    alternativer: Sequence[Mapping[int, int]], *, parter: Sequence[int], folketall: Mapping[int, int]
) -> Kostnadstabell:
    """``alternativer`` in order, each with the amounts that are known by party; population by party."""
    rader = tuple(_rad(part, alternativer, folketall) for part in parter)
    summer = tuple(_sum([rad.celler[nr] for rad in rader], parter, folketall) for nr in range(len(alternativer)))
    return Kostnadstabell(rader=rader, summer=_mot_foerste(summer))


def _rad(part: int, alternativer: Sequence[Mapping[int, int]], folketall: Mapping[int, int]) -> Kostnadsrad:
    foerste = alternativer[0].get(part) if alternativer else None
    celler = (_celle(en.get(part), folketall.get(part), foerste) for en in alternativer)
    return Kostnadsrad(part_id=part, celler=tuple(celler))


def _celle(oere: int | None, folketall: int | None, foerste: int | None) -> Kostnadscelle:
    if oere is None:
        return Kostnadscelle(oere=None)
    return Kostnadscelle(
        oere=oere, per_innbygger=Fraction(oere, folketall) if folketall else None,
        endring=None if foerste is None else oere - foerste,
    )  # fmt: skip


def _sum(celler: Sequence[Kostnadscelle], parter: Sequence[int], folketall: Mapping[int, int]) -> Kostnadssum:
    kjente = [celle.oere for celle in celler if celle.oere is not None]
    hele = len(kjente) == len(celler) and bool(kjente)
    folk = _folk(parter, folketall)
    endringer = [celle.endring or 0 for celle in celler]
    return Kostnadssum(
        oere=sum(kjente) if kjente else None, mangler=len(celler) - len(kjente), endring=None,
        per_innbygger=Fraction(sum(kjente), folk) if hele and folk else None,
        vinnere=sum(endring < 0 for endring in endringer), tapere=sum(endring > 0 for endring in endringer),
    )  # fmt: skip


def _folk(parter: Iterable[int], folketall: Mapping[int, int]) -> int | None:
    """The inhabitants of all; None when one is not known."""
    kjente = [folketall.get(part) for part in parter]
    return None if None in kjente else sum(tall for tall in kjente if tall is not None)


def _mot_foerste(summer: tuple[Kostnadssum, ...]) -> tuple[Kostnadssum, ...]:
    """The sums with what they differ from the first: only whole sums can be compared."""
    if not summer or summer[0].mangler or summer[0].oere is None:
        return summer
    foerste = summer[0].oere
    return tuple(
        Kostnadssum(
            oere=en.oere, per_innbygger=en.per_innbygger, mangler=en.mangler, vinnere=en.vinnere, tapere=en.tapere,
            endring=None if en.oere is None or en.mangler else en.oere - foerste,
        )
        for en in summer
    )  # fmt: skip


def hele_kroner(oere: Fraction) -> int:
    """Rounded to whole kroner, half away from nought; still in øre."""
    kroner = int(abs(oere) / 100 + Fraction(1, 2))
    return (-kroner if oere < 0 else kroner) * 100
