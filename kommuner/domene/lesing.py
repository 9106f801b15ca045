"""Numbers and shares as Norwegians type them: forgiving about form, never guessing about meaning.

Every reader takes the typed text and returns an exact value, or raises :class:`Ulesbar` with a code and the
words a sentence needs. What can be read two ways is refused with both readings: «12.500» is never 12.5.
Dates have their own module, ``datolesing``.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from .skriving import MINUS, vis_tall

# Ten thousand milliarder kroner: far above any municipal amount, far below the database's largest integer.
STOERSTE_KRONER = 10**13
_MINUS = "-\u2212\u2010\u2011\u2012\u2013\u2014\uff0d"
_KR = re.compile(r"kroner|krone|kr\.?|nok", re.IGNORECASE)
_UTEN_OERE = re.compile(rf"[,.] ?[{_MINUS}]$")
_TALL = re.compile(r"\d+(?:[ .,]\d+)*", re.ASCII)
_BROEK = re.compile(r"(\d+) ?(?:[/\u2044\u2215]|av) ?(\d+)", re.ASCII | re.IGNORECASE)
_PROSENT = re.compile(r" ?(?:%|prosent|pst\.?)$", re.IGNORECASE)


class Ulesbar(ValueError):
    """The text has no single meaning here.

    ``kode`` names the reason; ``verdier`` holds the words for the sentence shown, always with the typed text as
    ``tekst``. Codes: tomt, ikke_tall, flertydig, for_mange_desimaler, for_stort, ikke_heltall, negativt,
    ugyldig_broek, over_hele, flertydig_andel; and of dates: ikke_dato, ugyldig_dato, mangler_aar, ugyldig_aar,
    flertydig_dato.
    """

    def __init__(self, kode: str, tekst: str, **verdier: str) -> None:
        super().__init__(f"{kode}: {tekst!r}")
        self.kode = kode
        self.verdier = {"tekst": tekst} | verdier


@dataclass(frozen=True)
class _Lest:
    """A typed number taken apart: sign, whole digits and decimal digits."""

    negativ: bool
    hele: str
    desimaler: str

    @property
    def verdi(self) -> Fraction:
        tallet = Fraction(int(self.hele + self.desimaler), 10 ** len(self.desimaler))
        return -tallet if self.negativ else tallet


def rens(tekst: str) -> str:
    """The text with every kind of space (U+00A0, U+202F, thin …) as one plain space, and none at the ends."""
    return " ".join(tekst.replace("\u200b", "").replace("\ufeff", "").split())


def les_beloep(tekst: str) -> int:
    """The amount in øre; a minus gives a negative amount.

    Takes «1 234,50», «1.234,50», «100 000 kr», «kr 100 000», «100 000,-» and «−5» with U+2212.
    Raises Ulesbar: tomt, ikke_tall, flertydig («12.500», «1,234»), for_mange_desimaler, for_stort.
    """
    uten_kr = _uten_krone(_ikke_tom(tekst))
    rest = _UTEN_OERE.sub("", uten_kr)
    lest = _les_tall(rest, tekst, bare_hele=rest != uten_kr)
    if len(lest.desimaler) > 2:
        raise Ulesbar("for_mange_desimaler", rens(tekst))
    if lest.verdi >= STOERSTE_KRONER or -lest.verdi >= STOERSTE_KRONER:
        raise Ulesbar("for_stort", rens(tekst))
    return int(lest.verdi * 100)


def les_heltall(tekst: str) -> int:
    """A whole number with or without spaces between the thousands.

    Raises Ulesbar: tomt, ikke_tall, flertydig, ikke_heltall, for_stort.
    """
    lest = _les_tall(_ikke_tom(tekst), tekst)
    if lest.desimaler:
        raise Ulesbar("ikke_heltall", rens(tekst))
    return int(lest.verdi)


def les_desimaltall(tekst: str, *, desimaler: int = 2) -> Fraction:
    """A number with at most so many decimals, as posts are counted: «12,5», «0.75», «1 234,25».

    Raises Ulesbar: tomt, ikke_tall, flertydig («1.234»), for_mange_desimaler, for_stort.
    """
    lest = _les_tall(_ikke_tom(tekst), tekst)
    if len(lest.desimaler) > desimaler:
        raise Ulesbar("for_mange_desimaler", rens(tekst))
    return lest.verdi


def les_prosent(tekst: str, *, hoeyst: int | None = 100) -> Fraction:
    """The share that a percentage means: «11,5 %», «11.5» and «11,5 prosent» are all 23/200.

    Raises Ulesbar: tomt, ikke_tall, flertydig («12.500»), negativt, over_hele (above ``hoeyst`` percent), for_stort.
    """
    lest = _les_tall(_PROSENT.sub("", _ikke_tom(tekst)), tekst, komma_er_desimal=True)
    if lest.negativ:
        raise Ulesbar("negativt", rens(tekst))
    if hoeyst is not None and lest.verdi > hoeyst:
        raise Ulesbar("over_hele", rens(tekst))
    return lest.verdi / 100


def les_andel(tekst: str) -> Fraction:
    """A share from nothing to the whole: «1/9», «1 av 9», «11,5 %», or a bare percentage above 1 («11,5»).

    Raises Ulesbar as les_prosent, and ugyldig_broek («1/0») or flertydig_andel («0,5» may be half or half a percent).
    """
    rent = _ikke_tom(tekst)
    if broek := _BROEK.fullmatch(rent):
        return _broek(broek[1], broek[2], rent)
    andel = les_prosent(tekst)
    if not _PROSENT.search(rent) and 0 < andel <= Fraction(1, 100):
        som_del = les_prosent(tekst) * 100
        raise Ulesbar("flertydig_andel", rent, som_prosent=rent, som_del=_desimaltekst(som_del * 100))
    return andel


def _broek(teller: str, nevner: str, rent: str) -> Fraction:
    if max(len(teller), len(nevner)) > 15:
        raise Ulesbar("for_stort", rent)
    if int(nevner) == 0:
        raise Ulesbar("ugyldig_broek", rent)
    if int(teller) > int(nevner):
        raise Ulesbar("over_hele", rent)
    return Fraction(int(teller), int(nevner))


def _ikke_tom(tekst: str) -> str:
    rent = rens(tekst)
    if not rent:
        raise Ulesbar("tomt", rent)
    return rent


def _uten_krone(rent: str) -> str:
    """The amount without «kr» in front or behind, keeping a minus before it («-kr 5»)."""
    tegn, resten = (rent[0], rent[1:].lstrip()) if rent[0] in _MINUS else ("", rent)
    if foran := _KR.match(resten):
        resten = resten[foran.end() :].lstrip()
    elif bak := re.search(rf" ?(?:{_KR.pattern})$", resten, re.IGNORECASE):
        resten = resten[: bak.start()]
    return tegn + resten


def _les_tall(rent: str, tekst: str, *, bare_hele: bool = False, komma_er_desimal: bool = False) -> _Lest:
    """The one number the text can be, else Ulesbar. ``bare_hele``: the text itself said that there are no decimals."""
    negativ = rent[:1] in tuple(_MINUS)
    siffer = rent[1:].lstrip() if negativ else rent
    if not _TALL.fullmatch(siffer):
        raise Ulesbar("ikke_tall", rens(tekst))
    som_tusen = _tusenlesning(siffer)
    som_desimal = None if bare_hele else _desimallesning(siffer)
    if som_desimal and som_tusen and not (komma_er_desimal and "," in siffer):
        raise _flertydig(negativ, som_tusen, som_desimal, tekst)
    hele, desimaler = som_desimal or (som_tusen, "")
    if hele is None:
        raise Ulesbar("ikke_tall", rens(tekst))
    if len(hele) > 15 or len(desimaler) > 15:
        raise Ulesbar("for_stort", rens(tekst))
    return _Lest(negativ, hele, desimaler)


def _tusenlesning(siffer: str) -> str | None:
    """The digits when every separator can stand between thousands, else None."""
    deler = re.split(r"[ .,]", siffer)
    if len(deler) == 1:
        return siffer
    like = len(set(re.findall(r"[ .,]", siffer))) == 1
    tre_og_tre = len(deler[0]) <= 3 and deler[0][0] != "0" and all(len(del_) == 3 for del_ in deler[1:])
    return "".join(deler) if like and tre_og_tre else None


def _desimallesning(siffer: str) -> tuple[str, str] | None:
    """Whole digits and decimals when the last separator can be the decimal sign, else None."""
    delt = re.fullmatch(r"(.+)([.,])(\d+)", siffer)
    if not delt or delt[2] in delt[1]:
        return None
    hele = _tusenlesning(delt[1])
    return None if hele is None else (hele, delt[3])


def _flertydig(negativ: bool, som_tusen: str, som_desimal: tuple[str, str], tekst: str) -> Ulesbar:
    tegn = MINUS if negativ else ""
    hele, desimaler = som_desimal
    # Ending zeros say nothing: 12.500 as a decimal number is 12,50 kroner.
    kort = desimaler.rstrip("0").ljust(2, "0")
    tusen = vis_tall(int(som_tusen))
    return Ulesbar("flertydig", rens(tekst), som_tusen=f"{tegn}{tusen}", som_desimal=f"{tegn}{hele},{kort}")


def _desimaltekst(prosent: Fraction) -> str:
    """A percentage from a typed decimal number, with comma and no superfluous zeros."""
    hele, rest = divmod(prosent * 10**15, 10**15)
    desimaler = f"{int(rest):015d}".rstrip("0")
    return f"{int(hele)},{desimaler}" if desimaler else str(int(hele))
