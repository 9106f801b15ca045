"""A text in both written standards of Norwegian, and how facts are put into it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from string import Formatter


@dataclass(frozen=True)
class Tekst:
    """The same sentence in bokmål and nynorsk; both are written, neither is derived from the other."""

    nb: str
    nn: str

    def paa(self, maalform: str) -> str:
        """The text in `maalform`: nynorsk for "nn", otherwise bokmål (also for a neutral municipality)."""
        return self.nn if maalform == "nn" else self.nb

    def med(self, verdier: Mapping[str, str]) -> "Tekst":
        """The text with its `{placeholders}` filled; a missing value raises KeyError."""
        return Tekst(nb=self.nb.format_map(verdier), nn=self.nn.format_map(verdier))

    @property
    def mangler_maalform(self) -> bool:
        return not (self.nb.strip() and self.nn.strip())


def plassholdere(tekst: str) -> frozenset[str]:
    """The names in braces in `tekst`."""
    return frozenset(navn for _, navn, _, _ in Formatter().parse(tekst) if navn is not None)


def opplisting(navn: Iterable[str]) -> str:
    """«Luster, Vik og Årdal», in the order given. The conjunction is the same in both standards."""
    *foerst, siste = navn
    return f"{', '.join(foerst)} og {siste}" if foerst else siste


def prosent(andel: Fraction) -> str:
    """A share as «97,5 prosent» where two decimals say it exactly, otherwise as the fraction «29/30»."""
    hundredeler = andel * 10_000
    if hundredeler.denominator != 1:
        return f"{andel.numerator}/{andel.denominator}"
    hele, rest = divmod(hundredeler.numerator, 100)
    desimaler = f"{rest:02d}".rstrip("0")
    return f"{hele},{desimaler} prosent" if desimaler else f"{hele} prosent"
