"""Who is left when one leaves: their shares against each other, the seats, and whether they are enough for the form."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from avtaler.domene.avtalegrunnlag import KONTORKOMMUNE, UTENFOR, VERTSKOMMUNE

#: Roles an agreement cannot do without.
BAERENDE = frozenset({VERTSKOMMUNE, KONTORKOMMUNE})


@dataclass(frozen=True, kw_only=True)
class Medlem:
    """One who takes part on the day; ``noekkel`` tells them apart. Shares are parts of the whole, None not recorded."""

    noekkel: int
    navn: str
    rolle: str = "deltaker"
    eierandel: Fraction | None = None
    ansvarsandel: Fraction | None = None
    medlemmer: int | None = None

    @property
    def svarer_for(self) -> Fraction | None:
        """The liability share: the ownership share unless the agreement says otherwise."""
        return self.eierandel if self.ansvarsandel is None else self.ansvarsandel

    @property
    def er_part(self) -> bool:
        return self.rolle not in UTENFOR


@dataclass(frozen=True, kw_only=True)
class Gjenvaerende:
    """One who stays. ``mot_hverandre`` is the share among those who stay: information, never an agreed share."""

    medlem: Medlem
    mot_hverandre: Fraction | None


@dataclass(frozen=True, kw_only=True)
class Uttredensplan:
    """What it means that one leaves."""

    gaar: Medlem
    igjen: tuple[Gjenvaerende, ...]
    minst: int

    @property
    def for_faa(self) -> bool:
        """Too few are left for the form."""
        return self.gaar.er_part and len(self.igjen) < self.minst

    @property
    def mister_rolle(self) -> str:
        """The role nobody has any more («vertskommune»); empty when none is lost."""
        rolle = self.gaar.rolle
        return rolle if rolle in BAERENDE and all(en.medlem.rolle != rolle for en in self.igjen) else ""

    @property
    def plasser_igjen(self) -> int | None:
        """The seats of those who stay together; None when none is recorded."""
        plasser = [en.medlem.medlemmer for en in self.igjen if en.medlem.medlemmer is not None]
        return sum(plasser) if plasser else None


def planlegg_uttreden(alle: Iterable[Medlem], *, gaar: int, minst: int) -> Uttredensplan:
    """What it means that the one with key ``gaar`` leaves. KeyError when it is not among ``alle``."""
    etter_noekkel = {medlem.noekkel: medlem for medlem in alle}
    den = etter_noekkel.pop(gaar)
    igjen = [medlem for medlem in etter_noekkel.values() if medlem.er_part]
    andeler = _mot_hverandre(igjen)
    return Uttredensplan(
        gaar=den,
        igjen=tuple(
            Gjenvaerende(medlem=medlem, mot_hverandre=andel) for medlem, andel in zip(igjen, andeler, strict=True)
        ),
        minst=minst,
    )


def _mot_hverandre(medlemmer: Sequence[Medlem]) -> list[Fraction | None]:
    """Each one's part of what they own together; None for all when one share is unknown or they own nothing."""
    andeler = [medlem.eierandel for medlem in medlemmer]
    sum_ = sum((andel for andel in andeler if andel is not None), Fraction(0))
    if None in andeler or not sum_:
        return [None] * len(andeler)
    return [andel / sum_ if andel is not None else None for andel in andeler]
