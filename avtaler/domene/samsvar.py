"""Whether councils have adopted the same words, and on what they deviate: from the proposal, and from each other.

What says nothing is left out before words are compared: line breaks and spaces, capitals, the kind of quotation mark
or dash, a hyphen inside a word (a line may have broken it), and the last punctuation mark. Every other letter, figure,
comma and the order of the words say something; a council that changes one of them has deviated.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_TEGN = str.maketrans(
    dict.fromkeys("«»“”„‟″〝〞", '"') | dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)  # fmt: skip
_DELT_ORD = re.compile(r"(?<=[^\W\d_])-(?:[^\S\n]*\n\s*)?(?=[^\W\d_])")


def lett_form(tekst: str) -> str:
    """The text with one kind of quotation mark, apostrophe and dash: what a reader would not call a difference."""
    return unicodedata.normalize("NFC", tekst).translate(_TEGN)


def normalform(tekst: str) -> str:
    """What the words say; two texts with the same normal form are the same decision."""
    return " ".join(_DELT_ORD.sub("", lett_form(tekst)).casefold().split()).rstrip(" .,;:!?")


def er_like_ord(ett: str, annet: str) -> bool:
    """Whether two decisions say the same."""
    return normalform(ett) == normalform(annet)


@dataclass(frozen=True, kw_only=True)
class Punkt:
    """One point of a proposal."""

    id: int
    navn: str
    tekst: str


@dataclass(frozen=True, kw_only=True)
class Forslag:
    """The proposed words, and its points in order."""

    tekst: str
    punkter: tuple[Punkt, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Ordlyd:
    """What one council adopted: its words («» when they are the proposal's), and those on the points it changed."""

    hvem: str
    tekst: str = ""
    punkter: Mapping[int, str]


@dataclass(frozen=True, kw_only=True)
class Ordlydgruppe:
    """Councils with the same words. `avvik` are the points where these are not the proposal's; None is the rest."""

    hvem: tuple[str, ...]
    ordlyd: Ordlyd
    avvik: tuple[Punkt | None, ...]

    @property
    def er_forslaget(self) -> bool:
        return not self.avvik


@dataclass(frozen=True, kw_only=True)
class Avvikspunkt:
    """A point on which somebody deviates (None: the words besides the points), and who."""

    punkt: Punkt | None
    hvem: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Samsvar:
    """The councils' words against each other. `felles` is the wording the others are held against: the proposal's,
    until more than half of all the councils have adopted other words together."""

    antall: int
    grupper: tuple[Ordlydgruppe, ...]
    felles: Ordlydgruppe | None
    avvik: tuple[Avvikspunkt, ...]

    @property
    def felles_antall(self) -> int:
        return len(self.felles.hvem) if self.felles else 0

    @property
    def har_avvik(self) -> bool:
        return bool(self.avvik)

    def nummer(self, hvem: str) -> int | None:
        """Which wording a council has adopted (0, 1, …); None when it has adopted none."""
        return next((nr for nr, gruppe in enumerate(self.grupper) if hvem in gruppe.hvem), None)


def samsvar(forslag: Forslag, ordlyder: Sequence[Ordlyd], *, antall: int) -> Samsvar:
    """Hold the adopted wordings of a round with ``antall`` councils against the proposal and each other.

    The groups stand with the proposal's words first, then the largest, then in the order the councils came.
    """
    etter_ord: dict[tuple[str, ...], list[Ordlyd]] = {}
    for ordlyd in ordlyder:
        etter_ord.setdefault(_noekkel(forslag, ordlyd), []).append(ordlyd)
    grupper = [
        Ordlydgruppe(hvem=tuple(o.hvem for o in like), ordlyd=like[0], avvik=avvik_fra(forslag, like[0]))
        for like in etter_ord.values()
    ]
    grupper.sort(key=lambda gruppe: (not gruppe.er_forslaget, -len(gruppe.hvem)))
    felles = _felles(grupper, antall)
    andre = [gruppe for gruppe in grupper if gruppe is not felles]
    return Samsvar(antall=antall, grupper=tuple(grupper), felles=felles, avvik=_samlede_avvik(forslag, felles, andre))


def avvik_fra(forslag: Forslag, ordlyd: Ordlyd) -> tuple[Punkt | None, ...]:
    """The points of the proposal that the council changed, and None when its words differ in more than those."""
    endret = tuple(punkt for punkt in forslag.punkter if not _lik_paa(ordlyd, punkt))
    ellers = ordlyd.tekst and not _forklart(forslag, ordlyd, endret)
    return (*endret, None) if ellers else endret


def ord_paa(ordlyd: Ordlyd | None, punkt: Punkt) -> str:
    """What the council adopted on the point."""
    return (ordlyd.punkter.get(punkt.id) if ordlyd else None) or punkt.tekst


def _noekkel(forslag: Forslag, ordlyd: Ordlyd) -> tuple[str, ...]:
    punkter = (normalform(ord_paa(ordlyd, punkt)) for punkt in forslag.punkter)
    endret = tuple(punkt for punkt in forslag.punkter if not _lik_paa(ordlyd, punkt))
    hele = forslag.tekst if _forklart(forslag, ordlyd, endret) else ordlyd.tekst or forslag.tekst
    return (normalform(hele), *punkter)


def _lik_paa(ordlyd: Ordlyd, punkt: Punkt) -> bool:
    return er_like_ord(ord_paa(ordlyd, punkt), punkt.tekst)


def _forklart(forslag: Forslag, ordlyd: Ordlyd, endret: Iterable[Punkt]) -> bool:
    """Whether the council's whole wording is the proposal's with only the changed points put in."""
    ventet = lett_form(forslag.tekst)
    if er_like_ord(ventet, ordlyd.tekst):
        return True
    for punkt in endret:
        moenster = rf"(?<!\w){re.escape(lett_form(punkt.tekst).strip().rstrip('.'))}(?!\w)"
        nytt = lett_form(ord_paa(ordlyd, punkt)).strip().rstrip(".").replace("\\", r"\\")
        ventet = re.sub(moenster, nytt, ventet)
    return er_like_ord(ventet, ordlyd.tekst)


def _felles(grupper: Sequence[Ordlydgruppe], antall: int) -> Ordlydgruppe | None:
    flertall = (gruppe for gruppe in grupper if 2 * len(gruppe.hvem) > antall)
    forslagets = (gruppe for gruppe in grupper if gruppe.er_forslaget)
    return next(flertall, None) or next(forslagets, None)


def _samlede_avvik(
    forslag: Forslag, felles: Ordlydgruppe | None, andre: Iterable[Ordlydgruppe]
) -> tuple[Avvikspunkt, ...]:
    """Each point in order with those who do not say on it what is common; the rest of the words last."""
    hvem: dict[int | None, list[str]] = {}
    for gruppe in andre:
        for punkt in _ulike(forslag, felles, gruppe):
            hvem.setdefault(punkt.id if punkt else None, []).extend(gruppe.hvem)
    return tuple(
        Avvikspunkt(punkt=punkt, hvem=tuple(hvem[punkt.id if punkt else None]))
        for punkt in (*forslag.punkter, None)
        if (punkt.id if punkt else None) in hvem
    )


def _ulike(forslag: Forslag, felles: Ordlydgruppe | None, gruppe: Ordlydgruppe) -> Iterable[Punkt | None]:
    if felles is None or felles.er_forslaget:
        return gruppe.avvik
    ulike: list[Punkt | None] = [
        punkt
        for punkt in forslag.punkter
        if not er_like_ord(ord_paa(felles.ordlyd, punkt), ord_paa(gruppe.ordlyd, punkt))
    ]
    resten = _noekkel(forslag, felles.ordlyd)[0] != _noekkel(forslag, gruppe.ordlyd)[0]
    return [*ulike, None] if resten or not ulike else ulike
