"""The situations in the YAML files beside this one: facts, a date, and what the law says. One test per situation."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from avtaler.domene.lovkrav import Avtalegrunnlag, Deltakergrunnlag, Vurdering, mulige_utfall, vurder_avtale
from avtaler.regler import les_regelverk

MAPPE = Path(__file__).parent
DELTAKERFELT = {"eierandel": Fraction, "ansvarsandel": Fraction}
NOEKLER = {"navn", "dato", "fra", "men", "forventet", "ellers", "ikke"}


@dataclass(frozen=True)
class Situasjon:
    navn: str
    dato: date
    grunnlag: Avtalegrunnlag
    forventet: dict[str, str]
    ellers: frozenset[str]
    ikke: frozenset[str]

    def vurder(self) -> list[Vurdering]:
        return vurder_avtale(self.grunnlag, regelverk=les_regelverk(), dato=self.dato)


def _flett(under: Any, over: Any) -> Any:
    """`over` on top of `under`, mapping by mapping; null takes a key away."""
    if not (isinstance(under, dict) and isinstance(over, dict)):
        return over
    flettet = {**under, **{noekkel: _flett(under.get(noekkel), verdi) for noekkel, verdi in over.items()}}
    return {noekkel: verdi for noekkel, verdi in flettet.items() if verdi is not None}


def _deltaker(navn: str, fakta: dict[str, Any] | None) -> Deltakergrunnlag:
    felt = {noekkel: DELTAKERFELT.get(noekkel, lambda v: v)(verdi) for noekkel, verdi in (fakta or {}).items()}
    return Deltakergrunnlag(navn=navn, **felt)


def _grunnlag(form: str, fakta: dict[str, Any]) -> Avtalegrunnlag:
    deltakere = tuple(_deltaker(navn, verdier) for navn, verdier in fakta.pop("deltakere", {}).items())
    formaal = tuple(fakta.pop("formaal", ()))
    return Avtalegrunnlag(form=form, deltakere=deltakere, formaal=formaal, **fakta)


def _les(sti: Path) -> list[Situasjon]:
    fil = yaml.safe_load(sti.read_text("utf-8"))
    return [_situasjon(sti.stem, fil, ledd) for ledd in fil["situasjoner"]]


def _situasjon(filnavn: str, fil: dict[str, Any], ledd: dict[str, Any]) -> Situasjon:
    assert set(ledd) <= NOEKLER, f"{filnavn}: ukjent nøkkel i «{ledd['navn']}»"
    fakta = _flett(fil["utgangspunkt"][ledd["fra"]] if "fra" in ledd else {}, ledd.get("men", {}))
    form = fakta.pop("form", fil["form"])
    grunnlag = _grunnlag(form, fakta)
    ellers, ikke = frozenset(ledd.get("ellers", ())), frozenset(ledd.get("ikke", ()))
    return Situasjon(f"{filnavn}: {ledd['navn']}", ledd["dato"], grunnlag, ledd.get("forventet", {}), ellers, ikke)


@cache
def situasjoner() -> list[Situasjon]:
    return [situasjon for sti in sorted(MAPPE.glob("*.yaml")) for situasjon in _les(sti)]


@pytest.mark.parametrize("situasjon", situasjoner(), ids=lambda situasjon: situasjon.navn)
def test_situasjon_gives_the_expected_findings(situasjon: Situasjon) -> None:
    funn = {vurdering.kode: vurdering.resultat.value for vurdering in situasjon.vurder()}
    assert {kode: funn.get(kode) for kode in situasjon.forventet} == situasjon.forventet
    assert not situasjon.ikke & set(funn)
    if situasjon.ellers:
        andre = {kode: resultat for kode, resultat in funn.items() if kode not in situasjon.forventet}
        assert {kode: resultat for kode, resultat in andre.items() if resultat not in situasjon.ellers} == {}


@pytest.mark.parametrize("situasjon", situasjoner(), ids=lambda situasjon: situasjon.navn)
def test_situasjon_says_why_in_both_languages(situasjon: Situasjon) -> None:
    for vurdering in situasjon.vurder():
        for maalform in ("nb", "nn"):
            setning = vurdering.begrunnelse.paa(maalform)
            assert setning.endswith("."), setning
            assert "{" not in setning, setning


def test_every_outcome_of_every_krav_has_a_situasjon() -> None:
    vist = {(vurdering.kode, vurdering.resultat) for situasjon in situasjoner() for vurdering in situasjon.vurder()}
    mulig = {(krav.kode, resultat) for krav in les_regelverk().krav for resultat in mulige_utfall(krav)}
    assert sorted(mulig - vist) == []


def test_every_situasjon_is_named_once() -> None:
    navn = [situasjon.navn for situasjon in situasjoner()]
    assert len(navn) == len(set(navn))
