"""A text in both written standards of Norwegian, and how facts are put into it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from string import Formatter

from kommuner.domene.skriving import vis_prosent, vis_tall


@dataclass(frozen=True)
class Tekst:
    """The same sentence in bokmål and nynorsk; both are written, neither is derived from the other."""

    nb: str
    nn: str

    def paa(self, maalform: str) -> str:
        """The text in `maalform`: nynorsk for "nn", otherwise bokmål (also for a neutral municipality)."""
        return self.nn if maalform == "nn" else self.nb

    def med(self, verdier: "Mapping[str, str | Tekst]") -> "Tekst":
        """The text with its `{placeholders}` filled, each in its own language; a missing value raises KeyError."""
        return Tekst(nb=_fyll(self.nb, verdier, "nb"), nn=_fyll(self.nn, verdier, "nn"))

    @property
    def mangler_maalform(self) -> bool:
        return not (self.nb.strip() and self.nn.strip())


def _fyll(tekst: str, verdier: Mapping[str, str | Tekst], maalform: str) -> str:
    par = {navn: verdi.paa(maalform) if isinstance(verdi, Tekst) else verdi for navn, verdi in verdier.items()}
    return tekst.format_map(par)


def antall_av(antall: int, en: Tekst, flere: Tekst) -> Tekst:
    """«1 deltaker», «2 deltakere»: the count with the word as it is bent."""
    ordet = en if antall == 1 else flere
    return Tekst(nb=f"{antall} {ordet.nb}", nn=f"{antall} {ordet.nn}")


def plassholdere(tekst: str) -> frozenset[str]:
    """The names in braces in `tekst`."""
    return frozenset(navn for _, navn, _, _ in Formatter().parse(tekst) if navn is not None)


def opplisting(navn: Iterable[str]) -> str:
    """«Luster, Vik og Årdal», in the order given. The conjunction is the same in both standards."""
    *foerst, siste = navn
    return f"{', '.join(foerst)} og {siste}" if foerst else siste


def prosent(andel: Fraction) -> str:
    """A share as «97,5 %» or, rounded, «14,29 %»; with the fraction where rounding would hide that it is not 100."""
    tekst = vis_prosent(andel, 1 if (andel * 1000).denominator == 1 else 2)
    avrundet_til_alt = andel != 1 and round(andel * 10_000) == 10_000
    return f"{tekst} ({vis_tall(andel.numerator)}/{vis_tall(andel.denominator)})" if avrundet_til_alt else tekst
