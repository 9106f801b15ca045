"""Judging: one finding per requirement, in the order of the law, with the strictest first when summed up.

What the law says in each case is tested by the situations in tests/regler/.
"""

import dataclasses
from datetime import date
from fractions import Fraction

import pytest

from avtaler.domene.felt import FELT
from avtaler.domene.hjemmel import Hjemmel, Sikkerhet
from avtaler.domene.krav import Vurderes
from avtaler.domene.lovkrav import (
    STRENGHET,
    Avtalegrunnlag,
    Deltakergrunnlag,
    Resultat,
    Vurdering,
    strengeste,
    vurder_avtale,
)
from avtaler.domene.proever import PROEVER
from avtaler.domene.regelverk import UkjentSamarbeidsform
from avtaler.domene.tekst import Tekst
from avtaler.regler import les_regelverk

DATO = date(2024, 1, 15)


def _vurdering(resultat: Resultat) -> Vurdering:
    tekst = Tekst("a", "b")
    return Vurdering("X", resultat, Hjemmel("lov", "§ 1", "https://lovdata.no/"), tekst, tekst, Sikkerhet.LEST)


def _vurder(grunnlag: Avtalegrunnlag) -> dict[str, Vurdering]:
    return {v.kode: v for v in vurder_avtale(grunnlag, regelverk=les_regelverk(), dato=DATO)}


def test_vurder_avtale_gives_one_finding_per_krav_in_the_order_of_the_law() -> None:
    koder = list(_vurder(Avtalegrunnlag(form="IPR")))
    assert koder == [krav.kode for krav in les_regelverk().krav_for("IPR", DATO)]
    assert [kode for kode in koder if len(kode) == 5] == [f"IPR.{bokstav}" for bokstav in "abcdefgh"]


def test_vurder_avtale_names_those_who_have_not_decided() -> None:
    deltakere = tuple(
        Deltakergrunnlag(navn=navn, har_vedtak=navn == "Sogndal") for navn in ("Sogndal", "Luster", "Vik")
    )
    funn = _vurder(Avtalegrunnlag(form="IPR", deltakere=deltakere))["IPR.vedtak"]
    assert funn.begrunnelse.nb == "Vedtak er ikke registrert for Luster og Vik."
    assert funn.begrunnelse.nn == "Vedtak er ikkje registrert for Luster og Vik."
    assert str(funn.hjemmel) == "koml. §§ 18-1(1), 18-4(2)"


def test_vurder_avtale_says_the_sum_of_the_shares() -> None:
    deltakere = tuple(Deltakergrunnlag(navn=navn, eierandel=Fraction(1, 8)) for navn in "ABC")
    funn = _vurder(Avtalegrunnlag(form="KO", deltakere=deltakere))["KO.eiersum"]
    assert funn.begrunnelse.nb == "Eierandelene er til sammen 37,5\u00a0%. De skal være 100\u00a0%."


def test_vurder_avtale_refuses_an_unknown_form() -> None:
    with pytest.raises(UkjentSamarbeidsform, match="«ABC» finnes ikke"):
        vurder_avtale(Avtalegrunnlag(form="ABC"), regelverk=les_regelverk(), dato=DATO)


def test_unconfirmed_rules_never_declare_a_deficiency() -> None:
    for form in les_regelverk().former:
        for vurdering in vurder_avtale(Avtalegrunnlag(form=form), regelverk=les_regelverk(), dato=DATO):
            if vurdering.sikkerhet is Sikkerhet.IKKE_BEKREFTET:
                assert vurdering.resultat is not Resultat.MANGLER


def test_a_clause_cannot_answer_a_computed_rule() -> None:
    beregnet = [krav.kode for krav in les_regelverk().krav if krav.vurderes is Vurderes.BEREGNET]
    grunnlag = Avtalegrunnlag(form="IPR", bestemmelser=dict.fromkeys(beregnet, "Det er i orden."))
    assert _vurder(grunnlag)["IPR.antall"].resultat is Resultat.MANGLER


def test_strenghet_has_a_place_for_every_resultat() -> None:
    assert sorted(STRENGHET) == sorted(Resultat)


@pytest.mark.parametrize(
    ("resultater", "ventet"),
    [
        ([Resultat.OPPFYLT, Resultat.MANGLER, Resultat.MAA_VURDERES], Resultat.MANGLER),
        ([Resultat.OPPFYLT, Resultat.MAA_VURDERES], Resultat.MAA_VURDERES),
        ([Resultat.IKKE_RELEVANT, Resultat.OPPFYLT], Resultat.OPPFYLT),
        ([], Resultat.IKKE_RELEVANT),
    ],
)
def test_strengeste_is_the_first_in_the_cascade(resultater: list[Resultat], ventet: Resultat) -> None:
    assert strengeste(_vurdering(resultat) for resultat in resultater) is ventet


def test_every_felt_and_proeve_is_named_by_a_krav() -> None:
    brukt = {krav.proeve for krav in les_regelverk().krav}
    assert brukt - {None} == set(FELT) | set(PROEVER)


def test_parter_leave_out_observers_and_grant_givers() -> None:
    vik = Deltakergrunnlag(navn="Vik")
    andre = [dataclasses.replace(vik, rolle=rolle) for rolle in ("observatoer", "tilskuddsgiver", "kontorkommune")]
    grunnlag = Avtalegrunnlag(form="IPR", deltakere=(vik, *andre))
    assert [part.rolle for part in grunnlag.parter] == ["deltaker", "kontorkommune"]
