"""How a list is laid out: which row has the headings, what each column holds, and whether it is a matrix."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from .deltakernavn import les_deltaker, les_deltakere, rolle_av
from .kolonner import Felt, felt_for
from .navnebok import Navnebok
from .verdier import JA

#: So many rows are looked at to see what a column holds, and so many for the headings.
PROEVE = 60
_HODER = 30
_MATRISE_MINST = 3
_LENGSTE_MERKE = 20


class Tabellslag(StrEnum):
    """The three ways people set up such a list."""

    PER_AVTALE = "per_avtale"
    PER_DELTAKER = "per_deltaker"
    MATRISE = "matrise"


@dataclass(frozen=True)
class Linje:
    """One row as it stands in the file, with its number there."""

    nummer: int
    celler: tuple[str, ...]

    def celle(self, plass: int) -> str:
        return self.celler[plass] if 0 <= plass < len(self.celler) else ""

    @property
    def fylte(self) -> int:
        return sum(bool(celle) for celle in self.celler)


@dataclass(frozen=True)
class Ark:
    """One sheet: every row of it with content. ``overskrift`` is the row the reader took for headings."""

    navn: str
    linjer: tuple[Linje, ...]
    overskrift: int


@dataclass(frozen=True)
class Arkoppsett:
    """What the columns of one sheet hold. Places count from zero; a place that is missing is left out."""

    ark: int
    overskriftsrad: int
    slag: Tabellslag
    kolonner: Mapping[int, Felt]
    er_med: bool = True

    @cached_property
    def _plasser(self) -> Mapping[Felt, list[int]]:
        plasser: dict[Felt, list[int]] = {}
        for plass in sorted(self.kolonner):
            plasser.setdefault(self.kolonner[plass], []).append(plass)
        return plasser

    def plasser(self, felt: Felt) -> list[int]:
        """The columns that hold ``felt``, from left to right."""
        return self._plasser.get(felt, [])


def foreslaa_oppsett(arkene: Sequence[Ark], bok: Navnebok) -> tuple[Arkoppsett, ...]:
    """A layout for every sheet. Those with the register's own ids are read, else the best one."""
    alle = [foreslaa_arkoppsett(nr, ark, bok) for nr, ark in enumerate(arkene)]
    egne = [oppsett for oppsett in alle if oppsett.plasser(Felt.AVTALE_ID) and oppsett.plasser(Felt.AVTALE_VERSJON)]
    egne += [oppsett for oppsett in alle if oppsett.plasser(Felt.DELTAKELSE_ID) and oppsett not in egne]
    best = max(alle, key=lambda oppsett: (_verdi(oppsett), -oppsett.ark), default=None)
    med = egne or ([best] if best else [])
    return tuple(replace(oppsett, er_med=oppsett in med) for oppsett in alle)


def foreslaa_arkoppsett(nr: int, ark: Ark, bok: Navnebok, overskriftsrad: int | None = None) -> Arkoppsett:
    """The layout of one sheet, with the headings in the row a person has chosen or else the one that looks like it."""
    hode = _linje(ark, overskriftsrad) or _finn_hode(ark, bok)
    under = [linje for linje in ark.linjer if linje.nummer > hode.nummer][:PROEVE]
    kolonner = _kolonner(hode, under, bok)
    return Arkoppsett(nr, hode.nummer, _slag(kolonner, under, bok), kolonner)


def _linje(ark: Ark, nummer: int | None) -> Linje | None:
    return next((linje for linje in ark.linjer if linje.nummer == nummer), None)


def _verdi(oppsett: Arkoppsett) -> tuple[bool, int]:
    """How much a sheet looks like a list of agreements: a name and participants before the number of columns."""
    felt = set(oppsett.kolonner.values())
    deltar = felt & {Felt.DELTAKERE, Felt.DELTAKER, Felt.MATRISE}
    return bool(Felt.NAVN in felt and deltar), len(felt - {Felt.UTELATT})


def _finn_hode(ark: Ark, bok: Navnebok) -> Linje:
    """The first row with the most headings we know, unless the reader's own choice is as good."""
    if not ark.linjer:
        return Linje(0, ())
    valgt = _linje(ark, ark.overskrift) or ark.linjer[0]
    beste = max(ark.linjer[:_HODER], key=lambda linje: (_kjente(linje, bok), -linje.nummer))
    return beste if _kjente(beste, bok) > _kjente(valgt, bok) else valgt


def _kjente(linje: Linje, bok: Navnebok) -> int:
    """How many different headings the row has: names of columns, or at least three municipalities beside them."""
    felt = {felt for celle in linje.celler if (felt := felt_for(celle)) is not None}
    parter = sum(_er_part(celle, bok) for celle in linje.celler if celle)
    return len(felt) + (parter if parter >= _MATRISE_MINST and felt else 0)


def _er_part(celle: str, bok: Navnebok) -> bool:
    lest = les_deltaker(celle) if 0 < len(celle) <= 60 else None
    return lest is not None and bool(lest.navn) and bok.kjenner(lest.navn)


def _kolonner(hode: Linje, under: Sequence[Linje], bok: Navnebok) -> dict[int, Felt]:
    parter = [plass for plass, celle in enumerate(hode.celler) if _er_part(celle, bok)]
    matrise = set(parter) if len(parter) >= _MATRISE_MINST else set()
    if matrise:
        # A misspelt municipality over a column of marks must not be lost: it is asked about.
        matrise |= {plass for plass, celle in enumerate(hode.celler) if _er_merkekolonne(plass, celle, under)}
    kolonner = dict.fromkeys(matrise, Felt.MATRISE)
    for plass, celle in enumerate(hode.celler):
        felt = felt_for(celle)
        if plass in matrise or felt is None or (felt in kolonner.values() and felt is not Felt.DELTAKERE):
            continue
        kolonner[plass] = felt
    return dict(sorted(_med_innhold(kolonner, hode, under, bok).items()))


def _er_merkekolonne(plass: int, overskrift: str, under: Sequence[Linje]) -> bool:
    """Whether an unknown heading stands over marks and nothing else."""
    celler = [celle for linje in under if (celle := linje.celle(plass))]
    merker = [celle for celle in celler if celle.casefold() in JA or rolle_av(celle)]
    ukjent = bool(overskrift) and felt_for(overskrift) is None and any(tegn.isalpha() for tegn in overskrift)
    return ukjent and bool(merker) and len(merker) * 2 >= len(celler) and max(map(len, celler)) <= _LENGSTE_MERKE


def _med_innhold(kolonner: dict[int, Felt], hode: Linje, under: Sequence[Linje], bok: Navnebok) -> dict[int, Felt]:
    """What the headings do not say, told by what stands under them: participants, and then the names beside them."""
    bredde = max([len(hode.celler), *(len(linje.celler) for linje in under)], default=0)
    ledige = [plass for plass in range(bredde) if plass not in kolonner]
    if not {Felt.DELTAKERE, Felt.DELTAKER, Felt.MATRISE} & {*kolonner.values()}:
        andeler = {plass: _andel_parter(plass, under, bok) for plass in [*ledige, *_kan_vaere_deltakere(kolonner)]}
        beste = max(andeler, key=lambda plass: (andeler[plass], -plass), default=None)
        if beste is not None and andeler[beste] >= 0.5:
            kolonner[beste] = Felt.DELTAKERE
            ledige = [plass for plass in ledige if plass != beste]
    if Felt.NAVN not in kolonner.values() and (navn := _navnekolonne(ledige, under, bok)) is not None:
        kolonner[navn] = Felt.NAVN
    return kolonner


def _kan_vaere_deltakere(kolonner: Mapping[int, Felt]) -> list[int]:
    """Headings that say one thing in some lists and the participants in others («Medlemmer»)."""
    return [plass for plass, felt in kolonner.items() if felt in (Felt.MEDLEMMER, Felt.ANTALL, Felt.VERT)]


def _andel_parter(plass: int, under: Sequence[Linje], bok: Navnebok) -> float:
    """How many of the column's cells hold a party we know."""
    celler = [celle for linje in under if (celle := linje.celle(plass))]
    treff = sum(any(bok.kjenner(en.navn) for en in les_deltakere(celle, bok.kjenner)[:5]) for celle in celler)
    return treff / len(celler) if celler else 0.0


def _navnekolonne(ledige: Sequence[int], under: Sequence[Linje], bok: Navnebok) -> int | None:
    """The column with the most and longest texts that are no numbers and no parties."""

    def verdi(plass: int) -> tuple[float, float]:
        celler = [celle for linje in under if (celle := linje.celle(plass))]
        ord_ = [celle for celle in celler if any(tegn.isalpha() for tegn in celle) and not _er_part(celle, bok)]
        lengde = sum(min(len(celle), 40) for celle in ord_) / len(ord_) if ord_ else 0.0
        return len(ord_) / max(len(under), 1) * lengde, -plass

    beste = max(ledige, key=verdi, default=None)
    return beste if beste is not None and verdi(beste)[0] > 0 else None


def _slag(kolonner: Mapping[int, Felt], under: Sequence[Linje], bok: Navnebok) -> Tabellslag:
    """A matrix has parties as headings. A row per participant repeats the name."""
    if Felt.MATRISE in kolonner.values():
        return Tabellslag.MATRISE
    if Felt.DELTAKELSE_ID in kolonner.values():
        return Tabellslag.PER_DELTAKER
    plasser = [plass for plass, felt in kolonner.items() if felt in (Felt.DELTAKERE, Felt.DELTAKER)]
    celler = [celle for linje in under for plass in plasser if (celle := linje.celle(plass))]
    flere = sum(len(les_deltakere(celle, bok.kjenner)) > 1 for celle in celler)
    if not celler or flere * 5 > len(celler):
        return Tabellslag.PER_AVTALE
    return Tabellslag.PER_DELTAKER if _gjentas(kolonner, under) else Tabellslag.PER_AVTALE


def _gjentas(kolonner: Mapping[int, Felt], under: Sequence[Linje]) -> bool:
    """Whether several rows are of the same agreement: the name again, or none under the first."""
    navn = next((plass for plass, felt in kolonner.items() if felt is Felt.NAVN), None)
    if navn is None:
        return Felt.AVTALE_ID in kolonner.values()
    antall = Counter(linje.celle(navn).casefold() for linje in under)
    return any(ganger > 1 for ganger in antall.values())


def med_kolonner(oppsett: Arkoppsett, valgt: Mapping[int, Felt], er_part: Callable[[int], bool]) -> Arkoppsett:
    """The layout with a person's own choice of columns."""
    kolonner = {plass: felt for plass, felt in valgt.items() if felt is not Felt.UTELATT}
    matrise = any(felt is Felt.MATRISE and er_part(plass) for plass, felt in kolonner.items())
    slag = Tabellslag.MATRISE if matrise else oppsett.slag
    if slag is Tabellslag.MATRISE and not matrise:
        slag = Tabellslag.PER_AVTALE
    return replace(oppsett, kolonner=kolonner, slag=slag)
