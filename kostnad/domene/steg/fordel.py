"""`fordel`: splits all that is left by weighted criteria («lik» is equally); a figure counts by the days taken part."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kostnad.domene.deltaker import Deltaker
from kostnad.domene.feil import Noekkelfeil
from kostnad.domene.felt import Felt
from kostnad.domene.ledd import Ledd, lag_ledd
from kostnad.domene.penger import desimaltekst
from kostnad.domene.steg.grunnlag import UTVALGSFELT, Steg, les_utvalg
from kostnad.domene.tilstand import ALLE_MED, LIK, Tilstand, Utvalg

SETNINGER = {
    "rest": ("Igjen etter stegene foran: {rest_oere}", "Att etter stega framfor: {rest_oere}"),
    "fordel_lik": (
        "{andel} likt: {pott_oere} delt på {sum_tall} deltakere = {beloep_oere}",
        "{andel} likt: {pott_oere} delt på {sum_tall} deltakarar = {beloep_oere}",
    ),
    "fordel_lik_dager": (
        "{andel} likt, regnet etter dager: {pott_oere} × {dager_tall} / {sum_tall} dager = {beloep_oere}",
        "{andel} likt, rekna etter dagar: {pott_oere} × {dager_tall} / {sum_tall} dagar = {beloep_oere}",
    ),
    "fordel_etter": (
        "{andel} etter {kriterium}: {pott_oere} × {verdi_tall} / {sum_tall} = {beloep_oere}",
        "{andel} etter {kriterium}: {pott_oere} × {verdi_tall} / {sum_tall} = {beloep_oere}",
    ),
    "fordel_etter_dager": (
        "{andel} etter {kriterium}, regnet etter dager: {pott_oere} × ({verdi_tall} × {dager_tall} dager) / {sum_tall}"
        " = {beloep_oere}",
        "{andel} etter {kriterium}, rekna etter dagar: {pott_oere} × ({verdi_tall} × {dager_tall} dagar) / {sum_tall}"
        " = {beloep_oere}",
    ),
}


@dataclass(frozen=True)
class Kriterium:
    """A figure to split by («lik» is one each) and its weight against the others; weights need not add to 100."""

    navn: str
    vekt: Fraction

    def __post_init__(self) -> None:
        if self.vekt < 0:
            raise Noekkelfeil("negativ_vekt", kriterium=self.navn, vekt_tall=self.vekt)


@dataclass(frozen=True)
class Fordel(Steg):
    """Splits what is left by the weighted mix of `etter`."""

    etter: tuple[Kriterium, ...]
    utvalg: Utvalg = ALLE_MED

    navn = "fordel"
    krav = ("etter",)
    valgfri = UTVALGSFELT

    def __post_init__(self) -> None:
        navn = [kriterium.navn for kriterium in self.etter]
        for kriterium in navn:
            if navn.count(kriterium) > 1:
                raise Noekkelfeil("dobbelt_kriterium", kriterium=kriterium)
        if not self.vektsum:
            raise Noekkelfeil("vekter_uten_sum")

    @property
    def vektsum(self) -> Fraction:
        return sum((kriterium.vekt for kriterium in self.etter), Fraction(0))

    @classmethod
    def les(cls, felt: Felt) -> Fordel:
        etter = tuple(_les_kriterium(data, nr) for nr, data in enumerate(felt.liste("etter"), 1))
        return cls(etter, les_utvalg(felt))

    def som_json(self) -> dict[str, object]:
        etter = [{"kriterium": kriterium.navn, "vekt": desimaltekst(kriterium.vekt)} for kriterium in self.etter]
        return {"steg": self.navn, "etter": etter, **self.utvalg.som_json()}

    def anvend(self, tilstand: Tilstand) -> None:
        if tilstand.rest is None:
            raise Noekkelfeil("steg_uten_beloep")
        deltakere = self.utvalg.velg(tilstand)
        if tilstand.rest != tilstand.pott:
            for deltaker in deltakere:
                tilstand.ledd[deltaker.id].append(lag_ledd("rest", rest_oere=tilstand.rest))
        for kriterium in self.etter:
            if kriterium.vekt:
                _del_etter(tilstand, deltakere, kriterium.navn, kriterium.vekt / self.vektsum, tilstand.rest)
        tilstand.rest = Fraction(0)


def _del_etter(tilstand: Tilstand, deltakere: list[Deltaker], kriterium: str, andel: Fraction, rest: Fraction) -> None:
    """Split `andel` of `rest` by one criterion: figure × days over the sum of the same."""
    dager = {d.id: d.dager(tilstand.periode)[0] for d in deltakere}
    hele = len(set(dager.values())) == 1  # equal days cancel out, and the sentence is shorter without them
    tyngde = {d.id: tilstand.verdi(d, kriterium) * (1 if hele else dager[d.id]) for d in deltakere}
    sum_ = sum(tyngde.values(), Fraction(0))
    if not sum_:
        raise Noekkelfeil("kriterium_uten_sum", kriterium=kriterium)
    per_enhet = rest * andel / sum_
    for d in deltakere:
        beloep = per_enhet * tyngde[d.id]
        felles = {"andel": andel, "pott_oere": rest * andel, "sum_tall": sum_, "beloep_oere": beloep}
        tilstand.skriv(d, beloep, _ledd(kriterium, tilstand.verdi(d, kriterium), None if hele else dager[d.id], felles))


def _ledd(kriterium: str, verdi: Fraction, dager: int | None, felles: dict[str, Fraction]) -> Ledd:
    etter = {} if kriterium == LIK else {"kriterium": kriterium, "verdi_tall": str(verdi)}
    kode = "fordel_lik" if kriterium == LIK else "fordel_etter"
    if dager is None:
        return lag_ledd(kode, **felles, **etter)
    return lag_ledd(f"{kode}_dager", **felles, **etter, dager_tall=dager)


def _les_kriterium(data: object, nr: int) -> Kriterium:
    felt = Felt(data, ("kriterium", nr), krav=("kriterium", "vekt"))
    return Kriterium(felt.tekst("kriterium"), felt.tall("vekt"))
