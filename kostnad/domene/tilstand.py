"""The running account of a split: what is left, what each has got so far, and why. Every step writes here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from kostnad.domene.deltaker import Deltaker, Periode
from kostnad.domene.feil import Noekkelfeil
from kostnad.domene.ledd import Ledd, lag_ledd

LIK = "lik"  # the criterion that counts every participant as one


@dataclass
class Tilstand:
    """Amounts are exact øre. `rest` is what is left of the pot, None when the fees themselves set the sum."""

    deltakere: tuple[Deltaker, ...]
    periode: Periode | None
    pott: Fraction | None
    rest: Fraction | None
    beloep: dict[str, Fraction]
    ledd: dict[str, list[Ledd]]
    har_fast: set[str] = field(default_factory=set)

    @classmethod
    def start(cls, deltakere: tuple[Deltaker, ...], periode: Periode | None, pott_oere: int | None) -> Tilstand:
        """Return the account before the first step."""
        pott = None if pott_oere is None else Fraction(pott_oere)
        ider = [deltaker.id for deltaker in deltakere]
        return cls(deltakere, periode, pott, pott, dict.fromkeys(ider, Fraction(0)), {ident: [] for ident in ider})

    def finn(self, ident: str) -> Deltaker:
        """Return the participant with this id. Raises `Noekkelfeil` when there is none."""
        for deltaker in self.deltakere:
            if deltaker.id == ident:
                return deltaker
        raise Noekkelfeil("ukjent_deltaker", id=ident)

    def tidsandel(self, deltaker: Deltaker) -> Fraction:
        """Return the part of the period the participant takes part in, by days."""
        return Fraction(*deltaker.dager(self.periode))

    def verdi(self, deltaker: Deltaker, kriterium: str) -> Fraction:
        """Return the participant's figure for a criterion. Raises `Noekkelfeil` when it is missing."""
        if kriterium == LIK:
            return Fraction(1)
        if kriterium not in deltaker.verdier:
            raise Noekkelfeil("mangler_kriterium", navn=deltaker.navn, kriterium=kriterium)
        return deltaker.verdier[kriterium]

    def krev(self, krav: Sequence[tuple[Deltaker, Fraction, Ledd]]) -> None:
        """Charge amounts for a whole period, each cut to the days taken part, and take them from what is left."""
        beloep = [hel * self.tidsandel(deltaker) for deltaker, hel, _ in krav]
        self._trekk(sum(beloep, Fraction(0)))
        for (deltaker, hel, ledd), del_ in zip(krav, beloep, strict=True):
            self.skriv(deltaker, del_, ledd)
            if del_ != hel:
                self.ledd[deltaker.id].append(self._tidsledd(deltaker, hel, del_))

    def skriv(self, deltaker: Deltaker, beloep: Fraction, ledd: Ledd) -> None:
        """Add an amount to a participant with the link that explains it."""
        self.beloep[deltaker.id] += beloep
        self.ledd[deltaker.id].append(ledd)

    def _trekk(self, sum_: Fraction) -> None:
        if self.rest is None:
            return
        if sum_ > 0 and sum_ > self.rest:
            raise Noekkelfeil("tar_for_mye", tar_oere=sum_, igjen_oere=self.rest)
        self.rest -= sum_

    def _tidsledd(self, deltaker: Deltaker, hel: Fraction, del_: Fraction) -> Ledd:
        dager, av = deltaker.dager(self.periode)
        return lag_ledd("tidsandel", hel_oere=hel, dager_tall=dager, av_tall=av, beloep_oere=del_)


@dataclass(frozen=True)
class Utvalg:
    """Who a step is for: named ones, all but some, or (both empty) everyone without a fixed part of its own."""

    deltakere: tuple[str, ...] = ()
    unntatt: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.deltakere and self.unntatt:
            raise Noekkelfeil("begge_utvalg")
        for ident in (*self.deltakere, *self.unntatt):
            if (*self.deltakere, *self.unntatt).count(ident) > 1:
                raise Noekkelfeil("dobbel_i_utvalg", id=ident)

    def velg(self, tilstand: Tilstand) -> list[Deltaker]:
        """Return those the step is for and who take part in at least one day. Raises `Noekkelfeil` when nobody does."""
        for ident in (*self.deltakere, *self.unntatt):
            tilstand.finn(ident)
        aktive = [d for d in tilstand.deltakere if d.dager(tilstand.periode)[0]]
        valgte = [d for d in aktive if self._gjelder(d.id, tilstand.har_fast)]
        if not valgte:
            raise Noekkelfeil("tomt_utvalg")
        return valgte

    def _gjelder(self, ident: str, har_fast: set[str]) -> bool:
        if self.deltakere:
            return ident in self.deltakere
        return ident not in self.unntatt and ident not in har_fast

    def som_json(self) -> Mapping[str, object]:
        """Return the fields that are in use."""
        felt = {"deltakere": list(self.deltakere), "unntatt": list(self.unntatt)}
        return {navn: ider for navn, ider in felt.items() if ider}


ALLE_MED = Utvalg()
