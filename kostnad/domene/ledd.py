"""One link of a derivation: a code with exact values as text, to be stored, hashed and said in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kostnad.domene.penger import vis, vis_sats, vis_tall

Leddverdier = dict[str, int | str | Fraction]

MAALFORMER = ("nb", "nn")

# Names of statistics as a sentence says them; a key not listed is said as it is written.
KRITERIENAVN = {
    "folketall": ("folketall", "folketal"),
    "skattegrunnlag": ("skattegrunnlag", "skattegrunnlag"),
    "elever": ("elever", "elevar"),
    "timer": ("timer", "timar"),
    "tonn": ("tonn", "tonn"),
}
_TALLORD = {Fraction(1): ("", ""), Fraction(1, 2): ("halvparten", "halvparten")}


@dataclass(frozen=True)
class Ledd:
    """`kode` picks the sentence, `verdier` fill it. Names ending in `_oere` are exact øre, `_tall` exact numbers."""

    kode: str
    verdier: Mapping[str, str]

    def som_json(self) -> dict[str, object]:
        """Return plain data; `Ledd.fra_json` reads it back."""
        return {"kode": self.kode, "verdier": dict(self.verdier)}

    @classmethod
    def fra_json(cls, data: Mapping[str, object]) -> Ledd:
        """Return the link stored by `som_json`, for sentences about a frozen result."""
        verdier = data["verdier"]
        assert isinstance(verdier, Mapping)
        return cls(str(data["kode"]), {str(navn): str(verdi) for navn, verdi in verdier.items()})


def lag_ledd(kode: str, **verdier: int | str | Fraction) -> Ledd:
    """Return a link; numbers become exact text («31000000/9»)."""
    return Ledd(kode, {navn: str(verdi) for navn, verdi in verdier.items()})


def utfyll(mal: str, verdier: Mapping[str, str], maalform: str) -> str:
    """Return the sentence `mal` with every value written as a Norwegian reads it; begins with a capital letter."""
    tekst = mal.format_map({navn: _vis_verdi(navn, verdi, maalform) for navn, verdi in verdier.items()}).strip()
    return tekst[:1].upper() + tekst[1:]


def velg(par: tuple[str, str], maalform: str) -> str:
    """Return the text of `par` (bokmål, nynorsk) for the language «nb» or «nn»."""
    return par[MAALFORMER.index(maalform)]


def andelsord(andel: Fraction, maalform: str) -> str:
    """Return a share as a word: «halvparten», «30 %», «1/3», and nothing for the whole."""
    if andel in _TALLORD:
        return velg(_TALLORD[andel], maalform)
    prosent = vis_tall(andel * 100)
    lang = "/" in prosent or len(prosent) > 6
    return vis_tall(andel) if lang else f"{prosent}\u00a0%"


def kriterienavn(kriterium: str, maalform: str) -> str:
    """Return the name of a statistic in a sentence."""
    return velg(KRITERIENAVN.get(kriterium, (kriterium, kriterium)), maalform)


def _vis_verdi(navn: str, verdi: str, maalform: str) -> str:
    if navn.endswith("sats_oere"):
        return vis_sats(Fraction(verdi))
    if navn.endswith("_oere"):
        return vis(Fraction(verdi))
    if navn.endswith("_tall"):
        return vis_tall(Fraction(verdi))
    return _vis_ord(navn, verdi, maalform)


def _vis_ord(navn: str, verdi: str, maalform: str) -> str:
    if navn.endswith("_dato"):
        dag = date.fromisoformat(verdi)
        return f"{dag.day}.{dag.month}.{dag.year}"
    if navn == "andel":
        return andelsord(Fraction(verdi), maalform)
    return kriterienavn(verdi, maalform) if navn == "kriterium" else verdi
