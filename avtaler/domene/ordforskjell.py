"""What differs between two texts, word by word, grouped as a person would mark it with a pen.

Paragraphs are paired first, then the words of each pair are compared. Spaces and line breaks within a paragraph say
nothing. A few equal words between two changes are taken into them: «begge» next to a lone «og» next to «alle» is one
change, not three.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

#: A word with what belongs inside it («1.1.2027», «14,5», «18-4», «og/eller»), or one punctuation mark.
_ORD = re.compile(r"\w+(?:[-’'.,:/]\w+)*|[^\w\s]")
#: Below this share of common words, two paragraphs are two different ones.
_LIKHET = 0.3
#: At most so many equal words between two changes are taken into them.
_LIMORD = 2
#: Beyond this many possible pairs of equal words, or of paragraphs, nothing finer than the whole is looked for.
_TAK_ORDPAR = 400_000
_TAK_AVSNITTPAR = 2_500


class Slag(StrEnum):
    """Whether a piece is in both texts, only in the later, or only in the earlier."""

    LIK = "lik"
    LAGT_TIL = "lagt_til"
    FJERNET = "fjernet"


@dataclass(frozen=True)
class Bit:
    """A run of words of one kind, with the spaces that were between them."""

    slag: Slag
    tekst: str


@dataclass(frozen=True)
class Avsnittspar:
    """One paragraph before (equal and removed pieces) and after (equal and added); an absent one is empty."""

    foer: tuple[Bit, ...]
    etter: tuple[Bit, ...]

    @property
    def er_endret(self) -> bool:
        return any(bit.slag is not Slag.LIK for bit in (*self.foer, *self.etter))


@dataclass(frozen=True)
class Ordforskjell:
    """Two whole texts, paragraph against paragraph."""

    avsnitt: tuple[Avsnittspar, ...]

    @property
    def er_endret(self) -> bool:
        return any(par.er_endret for par in self.avsnitt)


@dataclass(frozen=True)
class _Ledd:
    """A word, and the space before it."""

    rom: str
    ord: str


def ordforskjell(foer: str, etter: str) -> Ordforskjell:
    """What was removed from ``foer`` and added in ``etter``. Never raises; either text may be empty."""
    return Ordforskjell(
        tuple(_avsnittspar(ett, annet) for ett, annet in _par_av_avsnitt(_avsnitt(foer), _avsnitt(etter)))
    )


def er_samme_tekst(ett: str, annet: str) -> bool:
    """Whether the two say the same with the same words and marks; only spaces and line breaks may differ."""
    return [ledd.ord for ledd in _leddene(ett)] == [ledd.ord for ledd in _leddene(annet)]


def _avsnitt(tekst: str) -> list[str]:
    return [linje.strip() for linje in tekst.splitlines() if linje.strip()]


def _leddene(tekst: str) -> list[_Ledd]:
    ledd, slutt = [], 0
    for treff in _ORD.finditer(tekst):
        ledd.append(_Ledd(tekst[slutt : treff.start()], treff.group()))
        slutt = treff.end()
    return ledd


def _par_av_avsnitt(foer: Sequence[str], etter: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Every paragraph of both texts in order, with its counterpart or an empty string."""
    x, y = ([" ".join(ledd.ord for ledd in _leddene(ett)) for ett in tekst] for tekst in (foer, etter))
    for slag, i1, i2, j1, j2 in _steg(x, y):
        if slag == "equal":
            yield from zip(foer[i1:i2], etter[j1:j2], strict=True)
        else:
            yield from _beste_par(foer[i1:i2], etter[j1:j2])


def _beste_par(foer: Sequence[str], etter: Sequence[str]) -> list[tuple[str, str]]:
    """The pairing, in order, that keeps the most words together; one change for each side that has no counterpart."""
    if len(foer) * len(etter) > _TAK_AVSNITTPAR:
        return [*((ett, "") for ett in foer), *(("", ett) for ett in etter)]
    poeng = _poengtabell(foer, etter)
    par: list[tuple[str, str]] = []
    i, j = 0, 0
    while i < len(foer) or j < len(etter):
        if i < len(foer) and j < len(etter) and poeng[i][j] > max(poeng[i + 1][j], poeng[i][j + 1]):
            par.append((foer[i], etter[j]))
            i, j = i + 1, j + 1
        elif j == len(etter) or (i < len(foer) and poeng[i + 1][j] >= poeng[i][j + 1]):
            par.append((foer[i], ""))
            i += 1
        else:
            par.append(("", etter[j]))
            j += 1
    return _side_om_side(par)


def _side_om_side(par: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """A paragraph taken out right before one that is put in stands beside it."""
    rader: list[tuple[str, str]] = []
    for foer, etter in par:
        ledig = next((nr for nr, rad in enumerate(rader) if rad[1] == "" and _uten_par_etter(rader[nr:])), None)
        if foer == "" and ledig is not None:
            rader[ledig] = (rader[ledig][0], etter)
        else:
            rader.append((foer, etter))
    return rader


def _uten_par_etter(rader: Sequence[tuple[str, str]]) -> bool:
    return all(etter == "" for _foer, etter in rader)


def _poengtabell(foer: Sequence[str], etter: Sequence[str]) -> list[list[float]]:
    """``tabell[i][j]`` is the best sum of likeness that the paragraphs from i and j on can give."""
    ordene = [[_ordtelling(ett) for ett in tekst] for tekst in (foer, etter)]
    tabell = [[0.0] * (len(etter) + 1) for _ in range(len(foer) + 1)]
    for i in reversed(range(len(foer))):
        for j in reversed(range(len(etter))):
            likhet = _likhet(ordene[0][i], ordene[1][j])
            sammen = likhet + tabell[i + 1][j + 1] if likhet >= _LIKHET else 0.0
            tabell[i][j] = max(tabell[i + 1][j], tabell[i][j + 1], sammen)
    return tabell


def _ordtelling(tekst: str) -> Counter[str]:
    return Counter(ledd.ord.casefold() for ledd in _leddene(tekst))


def _likhet(ett: Counter[str], annet: Counter[str]) -> float:
    """The share of words the two have in common, from 0 to 1."""
    antall = ett.total() + annet.total()
    return 2 * (ett & annet).total() / antall if antall else 1.0


def _avsnittspar(foer: str, etter: str) -> Avsnittspar:
    a, b = _leddene(foer), _leddene(etter)
    er_nytt = _likhet(_ordtelling(foer), _ordtelling(etter)) < _LIKHET
    ulike = [(0, len(a), 0, len(b))] if er_nytt else _samlet(_ulike(a, b), a)
    return Avsnittspar(_biter(a, [(i1, i2) for i1, i2, _, _ in ulike], Slag.FJERNET),
                       _biter(b, [(j1, j2) for _, _, j1, j2 in ulike], Slag.LAGT_TIL))  # fmt: skip


_Sted = tuple[int, int, int, int]


def _ulike(a: Sequence[_Ledd], b: Sequence[_Ledd]) -> list[_Sted]:
    """Where the words differ: from–to in the one, from–to in the other."""
    x, y = [ledd.ord for ledd in a], [ledd.ord for ledd in b]
    return [(i1, i2, j1, j2) for slag, i1, i2, j1, j2 in _steg(x, y) if slag != "equal"]


def _steg(x: Sequence[str], y: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """The steps from one row of words to the other; one single step when they repeat themselves too much to compare."""
    if x == y:
        return [("equal", 0, len(x), 0, len(y))]
    antall = Counter(y)
    if sum(antall[ett] for ett in x) > _TAK_ORDPAR:
        return [("replace", 0, len(x), 0, len(y))]
    return list(SequenceMatcher(None, x, y, autojunk=False).get_opcodes())


def _samlet(ulike: Iterable[_Sted], a: Sequence[_Ledd]) -> list[_Sted]:
    """Changes with only a word or two between them, taken together when both are longer than what is between."""
    samlet: list[_Sted] = []
    for i1, i2, j1, j2 in ulike:
        if samlet and _henger_sammen(samlet[-1], (i1, i2, j1, j2), a):
            foerste = samlet.pop()
            samlet.append((foerste[0], i2, foerste[2], j2))
        else:
            samlet.append((i1, i2, j1, j2))
    return samlet


def _henger_sammen(foerst: _Sted, sist: _Sted, a: Sequence[_Ledd]) -> bool:
    mellom = sum(ledd.ord[0].isalnum() for ledd in a[foerst[1] : sist[0]])
    return mellom <= _LIMORD and all(max(i2 - i1, j2 - j1) > mellom for i1, i2, j1, j2 in (foerst, sist))


def _biter(ledd: Sequence[_Ledd], steder: Iterable[tuple[int, int]], slag: Slag) -> tuple[Bit, ...]:
    """The words as runs of one kind. The space beside a marked run belongs to its neighbour: no mark around nothing."""
    merket = {nr for fra, til in steder for nr in range(fra, til)}
    biter: list[Bit] = []
    for nr, ett in enumerate(ledd):
        art = slag if nr in merket else Slag.LIK
        siste = biter[-1] if biter else None
        if siste is not None and siste.slag is art:
            biter[-1] = Bit(art, siste.tekst + ett.rom + ett.ord)
        elif siste is not None and art is slag:
            biter[-1] = Bit(siste.slag, siste.tekst + ett.rom)
            biter.append(Bit(art, ett.ord))
        else:
            biter.append(Bit(art, (ett.rom if siste else "") + ett.ord))
    return tuple(biter)
