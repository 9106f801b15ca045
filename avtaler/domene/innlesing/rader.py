"""The rows of a list gathered to agreements: what belongs together, and what is a heading, a sum or a note."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kommuner.domene.lesing import rens

from .deltakernavn import Deltakernavn, les_deltaker, les_deltakere, rolle_av
from .kolonner import AVTALEFELT, Felt
from .navnebok import Navnebok, normal
from .oppsett import Ark, Arkoppsett, Linje, Tabellslag
from .verdier import JA, er_merket

#: Facts of one participant that stand in a row of its own.
DELTAKERFELT = (
    Felt.DELTAKELSE_ID, Felt.DELTAKELSE_VERSJON, Felt.DEL_AV, Felt.ROLLE, Felt.EIERANDEL, Felt.ANSVARSANDEL,
    Felt.MEDLEMMER, Felt.VARAMEDLEMMER, Felt.DELTAKER_FRA, Felt.DELTAKER_TIL,
)  # fmt: skip
_SUM = re.compile(
    r"(sum|totalt?|total sum|i alt|til sammen|tilsammen|gjennomsnitt|snitt|antall|antal)\b.*", re.IGNORECASE
)
_NOTAT = re.compile(
    r"(\*|kilde|kjelde|merk(nad)?\b|note\b|fotnote|oppdatert|sist |sjå |se |tabell|vedlegg|\d+\) )", re.IGNORECASE
)
_MERKER = re.compile(r"[()\[\]]|[;,]\s")
_TALL = re.compile(r"[\d\s.,%]*")


@dataclass(frozen=True)
class Celle:
    """A cell's text and where it stands."""

    tekst: str
    ark: int
    rad: int
    plass: int

    @property
    def sted(self) -> str:
        """What a correction of the cell is stored under."""
        return f"{self.ark}:{self.rad}:{self.plass}"


@dataclass(frozen=True)
class Raadeltaker:
    """A participant as it is written, with the facts of its row."""

    lest: Deltakernavn
    celle: Celle
    felt: Mapping[Felt, Celle] = field(default_factory=dict)


@dataclass
class Raaavtale:
    """The rows of one agreement, not yet understood. ``noekkel`` is the same each time the same file is read."""

    noekkel: str
    navn: str
    felt: dict[Felt, list[Celle]] = field(default_factory=dict)
    deltakere: list[Raadeltaker] = field(default_factory=list)
    rader: list[Celle] = field(default_factory=list)
    dobbel_av: str = ""
    """The key of another agreement in the list with the same name, when the rows do not say that it is the same."""
    har_id: bool = False
    navnested: Celle | None = None
    """Where the name stands, or should have stood."""

    def foerste(self, felt: Felt) -> Celle | None:
        """The first cell that says something about ``felt``."""
        return next(iter(self.felt.get(felt, ())), None)

    def tekst(self, felt: Felt) -> str:
        celle = self.foerste(felt)
        return celle.tekst if celle else ""


@dataclass(frozen=True)
class Utelatt:
    """A row that is no agreement: ``overskrift``, ``sum`` or ``notat``."""

    kode: str
    celle: Celle


@dataclass(frozen=True)
class Lesing:
    """Everything in the list."""

    avtaler: tuple[Raaavtale, ...]
    utelatte: tuple[Utelatt, ...]
    felt: frozenset[Felt]
    """What the list has columns for."""


def les_rader(
    arkene: Sequence[Ark], oppsettene: Sequence[Arkoppsett], bok: Navnebok, rettelser: Mapping[str, str] | None = None
) -> Lesing:
    """Gather the rows of every sheet that is to be read. ``rettelser`` are new texts of cells, by ``Celle.sted``."""
    leser = _Leser(bok, rettelser or {})
    for oppsett in oppsettene:
        if oppsett.er_med and oppsett.ark < len(arkene):
            leser.les(arkene[oppsett.ark], oppsett)
    return leser.ferdig()


class _Leser:
    """Goes down the rows, remembering which agreement the one above belonged to."""

    def __init__(self, bok: Navnebok, rettelser: Mapping[str, str]) -> None:
        self.bok = bok
        self.rettelser = rettelser
        self.avtaler: dict[str, Raaavtale] = {}
        self.utelatte: list[Utelatt] = []
        self.felt: set[Felt] = set()
        self.siste: Raaavtale | None = None
        self.like: dict[str, list[str]] = {}
        """Keys of the rows of their own, by name."""

    def les(self, ark: Ark, oppsett: Arkoppsett) -> None:
        self.siste = None
        self.felt |= {*oppsett.kolonner.values()}
        hode = next((linje for linje in ark.linjer if linje.nummer == oppsett.overskriftsrad), Linje(0, ()))
        for linje in ark.linjer:
            if linje.nummer > oppsett.overskriftsrad and linje.celler != hode.celler:
                self._les_rad(_Rad(self._rettet(linje, oppsett.ark), oppsett, hode))

    def ferdig(self) -> Lesing:
        """Without the names that turned out to be headings: nothing stands under them."""
        noen_deltar = any(avtale.deltakere for avtale in self.avtaler.values())
        alle = [avtale for avtale in self.avtaler.values() if not (noen_deltar and self._er_overskrift(avtale))]
        return Lesing(tuple(alle), tuple(self.utelatte), frozenset(self.felt))

    def _rettet(self, linje: Linje, ark: int) -> Linje:
        if not self.rettelser:
            return linje
        celler = [self.rettelser.get(f"{ark}:{linje.nummer}:{i}", celle) for i, celle in enumerate(linje.celler)]
        return replace(linje, celler=tuple(celler))

    def _les_rad(self, rad: "_Rad") -> None:
        if not rad.kjente:
            return
        if (kode := rad.er_ikke_avtale()) is not None:
            self.utelatte.append(Utelatt(kode, rad.kjente[0]))
            return
        deltakere = list(rad.deltakere(self.bok))
        avtale = self._avtalen(rad, bool(deltakere))
        avtale.rader.append(rad.kjente[0])
        avtale.navnested = avtale.navnested or rad.navnested()
        avtale.deltakere += deltakere
        for felt in (*AVTALEFELT, Felt.AVTALE_ID, Felt.AVTALE_VERSJON, Felt.ANTALL, Felt.MERKNAD):
            if (celle := rad.celle(felt)) is not None and (felt is not Felt.MERKNAD or not rad.er_en_deltaker):
                avtale.felt.setdefault(felt, []).append(celle)

    def _avtalen(self, rad: "_Rad", har_deltakere: bool) -> Raaavtale:
        """The agreement the row is of: by id, by name, or the one above when the row has no name of its own."""
        if rad.id:
            return self._hent(f"id:{rad.id}", rad)
        if not rad.navn and self.siste is not None and har_deltakere and rad.fortsetter:
            return self.siste
        nummer = f"{normal(rad.tekst(Felt.LOEPENR))}:" if rad.tekst(Felt.LOEPENR) else ""
        noekkel = f"navn:{nummer}{normal(rad.navn)}"
        if rad.oppsett.slag is Tabellslag.PER_DELTAKER:
            return self._hent(noekkel, rad)
        return self._ny(noekkel, rad)

    def _hent(self, noekkel: str, rad: "_Rad") -> Raaavtale:
        self.siste = self.avtaler.setdefault(noekkel, Raaavtale(noekkel, rad.navn, har_id=bool(rad.id)))
        return self.siste

    def _ny(self, noekkel: str, rad: "_Rad") -> Raaavtale:
        """A row of its own; a name that has been seen before in such a list is asked about."""
        like = self.like.setdefault(normal(rad.navn), [])
        nummer = sum(ett.split("#")[0] == noekkel for ett in like[:100])
        unik = f"{noekkel}#{len(like) + 1}" if nummer else noekkel
        self.siste = Raaavtale(unik, rad.navn, dobbel_av=like[0] if like and rad.navn else "")
        like.append(unik)
        self.avtaler[unik] = self.siste
        return self.siste

    def _er_overskrift(self, avtale: Raaavtale) -> bool:
        """A name with nothing beside it and nobody under it, in a list that has participants."""
        bare_navnet = set(avtale.felt) <= {Felt.NAVN, Felt.KILDE, Felt.MERKNAD} and not avtale.deltakere
        alene = bool(self.felt - {Felt.NAVN, Felt.LOEPENR}) and len(avtale.rader) == 1
        if bare_navnet and alene and not avtale.har_id:
            self.utelatte.append(Utelatt("overskrift", avtale.rader[0]))
            return True
        return False


class _Rad:
    """One row under its layout."""

    def __init__(self, linje: Linje, oppsett: Arkoppsett, hode: Linje) -> None:
        self.linje, self.oppsett, self.hode = linje, oppsett, hode
        self.kjente = [self._celle(plass) for plass in oppsett.kolonner if linje.celle(plass)]
        self.id = re.sub(r"\D", "", self.tekst(Felt.AVTALE_ID))[:15]
        self.navn = self.tekst(Felt.NAVN)

    def _celle(self, plass: int) -> Celle:
        return Celle(self.linje.celle(plass), self.oppsett.ark, self.linje.nummer, plass)

    def celle(self, felt: Felt) -> Celle | None:
        """The first filled cell of the field."""
        return next((self._celle(p) for p in self.oppsett.plasser(felt) if self.linje.celle(p)), None)

    def tekst(self, felt: Felt) -> str:
        celle = self.celle(felt)
        return celle.tekst if celle else ""

    @property
    def er_en_deltaker(self) -> bool:
        """Whether a row is of one participant, so that its remark is too."""
        return self.oppsett.slag is Tabellslag.PER_DELTAKER

    def navnested(self) -> Celle | None:
        """The cell for the name, filled or not."""
        plasser = self.oppsett.plasser(Felt.NAVN)
        return self._celle(plasser[0]) if plasser else None

    @property
    def fortsetter(self) -> bool:
        """Whether a row without a name goes on with the one above: it has no number and no facts of its own."""
        egne = (Felt.LOEPENR, Felt.FORM, Felt.FRA, Felt.ORGNR)
        return self.er_en_deltaker or all(self.celle(felt) is None for felt in egne)

    def er_ikke_avtale(self) -> str | None:
        """Why the row is no agreement: a sum, a note, or a heading over those below."""
        foerste = self.kjente[0].tekst
        if _SUM.fullmatch(self.navn or foerste) and len(self.navn) < 40 and not self._har_parter():
            return "sum"
        if self.id:
            return None
        if not self._har_parter() and (_NOTAT.match(foerste) or len(foerste) > 200) and self.linje.fylte <= 2:
            return "notat"
        if self.linje.fylte == 1 and not self.navn and not self._har_parter():
            return "notat" if len(foerste) > 60 or _TALL.fullmatch(foerste) else "overskrift"
        return None

    def _har_parter(self) -> bool:
        felt = (Felt.DELTAKERE, Felt.DELTAKER, Felt.NUMMER)
        celler = (self.celle(ett) for ett in felt)
        if any(celle is not None and (not _TALL.fullmatch(celle.tekst) or len(celle.tekst) == 4) for celle in celler):
            return True
        merker = (self.linje.celle(plass) for plass in self.oppsett.plasser(Felt.MATRISE))
        return any(merke and er_merket(merke) and not _TALL.fullmatch(merke) for merke in merker)

    def deltakere(self, bok: Navnebok) -> Iterator[Raadeltaker]:
        """Everyone the row names: in the cell of participants, as host, or by a mark in the matrix."""
        yield from self._navngitte(bok)
        yield from self._verter(bok)
        for plass in self.oppsett.plasser(Felt.MATRISE):
            if (celle := self._celle(plass)).tekst and er_merket(celle.tekst):
                yield Raadeltaker(_merket(self.hode.celle(plass), celle.tekst), celle)

    def _navngitte(self, bok: Navnebok) -> Iterator[Raadeltaker]:
        plasser = sorted([*self.oppsett.plasser(Felt.DELTAKERE), *self.oppsett.plasser(Felt.DELTAKER)])
        celler = [self._celle(plass) for plass in plasser if self.linje.celle(plass)]
        lest = [(navn, celle) for celle in celler for navn in les_deltakere(celle.tekst, bok.kjenner)]
        if not lest and (nummer := self.celle(Felt.NUMMER)) is not None:
            lest = [(les_deltaker(nummer.tekst), nummer)]
        if len(lest) != 1:
            yield from (Raadeltaker(navn, celle) for navn, celle in lest)
            return
        navn, celle = lest[0]
        felt = {ett: funnet for ett in (*DELTAKERFELT, *self._merknad()) if (funnet := self.celle(ett)) is not None}
        yield Raadeltaker(self._med_nummer(self._med_vert(navn)), celle, felt)

    def _merknad(self) -> tuple[Felt, ...]:
        return (Felt.MERKNAD,) if self.er_en_deltaker else ()

    def _med_nummer(self, navn: Deltakernavn) -> Deltakernavn:
        nummer = re.sub(r"\D", "", self.tekst(Felt.NUMMER))
        orgnr = re.sub(r"\D", "", self.tekst(Felt.PART_ORGNR))
        nummer = nummer.zfill(4) if len(nummer) in (3, 4) else nummer if len(nummer) == 2 else ""
        return replace(navn, nummer=nummer or navn.nummer, orgnr=orgnr if len(orgnr) == 9 else navn.orgnr)

    def _med_vert(self, navn: Deltakernavn) -> Deltakernavn:
        """A column «Vertskommune» with a mark and not a name says that this row's participant is the host."""
        er_vert = self.tekst(Felt.VERT).casefold() in JA
        return replace(navn, rolle="vertskommune") if er_vert else navn

    def _verter(self, bok: Navnebok) -> Iterator[Raadeltaker]:
        for felt, rolle in ((Felt.VERT, "vertskommune"), (Felt.KONTOR, "kontorkommune")):
            if (celle := self.celle(felt)) is None or not er_merket(celle.tekst) or celle.tekst.casefold() in JA:
                continue
            for navn in les_deltakere(celle.tekst, bok.kjenner):
                if felt is Felt.VERT or bok.kjenner(navn.navn):
                    yield Raadeltaker(replace(navn, rolle=navn.rolle or rolle), celle)


def _merket(overskrift: str, merke: str) -> Deltakernavn:
    """The party of a column of the matrix, with what its cell says: a role, a share, or only that it is in."""
    lest = les_deltaker(overskrift)
    if merke.casefold().strip(" .") in JA - {"v"}:
        return lest
    biter = [rens(bit) for bit in _MERKER.split(merke)]
    sagt = ", ".join(bit for bit in biter if bit and bit.casefold() not in JA - {"v"})
    beskrevet = les_deltaker(f"{lest.navn} ({sagt})")
    return replace(
        lest, tekst=f"{overskrift}: {merke}", rolle=beskrevet.rolle or rolle_av(merke), andel=beskrevet.andel,
        del_av=beskrevet.del_av, merknad=beskrevet.merknad, usikker=beskrevet.usikker,
    )  # fmt: skip
