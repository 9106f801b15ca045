"""`manage.py check` stops a rule that lacks a language or a paragraph, and a form that nobody describes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from avtaler.checks import FORMER, feil_i, finn_feil, sjekk_organer, sjekk_regelverk
from avtaler.domene.hjemmel import Gyldighet, Hjemmel
from avtaler.domene.krav import Krav, Resultat
from avtaler.domene.regelverk import Regelverk, RegelverkFeil
from avtaler.domene.samarbeidsform import Avslag, Endringsregel, Samarbeidsform
from avtaler.domene.tekst import Tekst
from avtaler.regler import les_regelverk
from avtaler.regler.organregler import les_organregler


def _feil(regelverk: Regelverk) -> list[str | None]:
    return [feil.id for feil in finn_feil(regelverk)]


def _med_krav(endre: Callable[[Krav], Krav]) -> Regelverk:
    regelverk = les_regelverk()
    return replace(regelverk, krav=(endre(regelverk.krav[0]), *regelverk.krav[1:]))


def _med_form(kode: str, endre: Callable[[Samarbeidsform], Samarbeidsform]) -> Regelverk:
    regelverk = les_regelverk()
    return replace(regelverk, former={**regelverk.former, kode: endre(regelverk.form(kode))})


def test_the_rules_that_ship_have_no_errors() -> None:
    assert sjekk_regelverk(None) == []
    assert set(les_regelverk().former) == FORMER


@pytest.mark.parametrize(
    ("endre", "kode"),
    [
        (lambda krav: replace(krav, tittel=Tekst("Navn", "")), "avtaler.E004"),
        (lambda krav: replace(krav, hjemmel=replace(krav.hjemmel, paragraf=" ")), "avtaler.E005"),
        (lambda krav: replace(krav, hjemmel=replace(krav.hjemmel, kilde="http://eksempel.no")), "avtaler.E005"),
        (lambda krav: replace(krav, gyldig=Gyldighet(date(2020, 1, 1), date(2019, 1, 1))), "avtaler.E006"),
        (lambda krav: replace(krav, tekster={}), "avtaler.E007"),
        (lambda krav: _med_tekst(krav, Resultat.IKKE_RELEVANT, Tekst("a", "b")), "avtaler.E007"),
        (lambda krav: _med_tekst(krav, Resultat.OPPFYLT, Tekst("{hvem}", "{hvem}")), "avtaler.E008"),
        (lambda krav: _med_tekst(krav, Resultat.OPPFYLT, Tekst("{antall}", "b")), "avtaler.E008"),
    ],
)
def test_finn_feil_stops_a_krav_that_is_wrong(endre: Callable[[Krav], Krav], kode: str) -> None:
    assert set(_feil(_med_krav(endre))) == {kode}


def _med_tekst(krav: Krav, resultat: Resultat, tekst: Tekst) -> Krav:
    return replace(krav, tekster={**krav.tekster, resultat: tekst})


@pytest.mark.parametrize(
    ("kode", "endre", "feil"),
    [
        ("IPR", lambda form: replace(form, beskrivelse=Tekst("", "b")), "avtaler.E004"),
        ("IPR", lambda form: replace(form, oeverste_organ=Tekst("", "")), "avtaler.E004"),
        ("IPR", lambda form: replace(form, ansvar=replace(form.ansvar, hjemmel=None)), "avtaler.E005"),
        ("IPR", lambda form: replace(form, avslag=Avslag(None, None)), "avtaler.E009"),
        ("P27_1992", lambda form: replace(form, avslag=Avslag(None, None)), "avtaler.E009"),
        ("P27_1992", lambda form: replace(form, omdanning=replace(form.omdanning, til=("ABC",))), "avtaler.E010"),
        ("IKS", lambda form: replace(form, endring=_uten_hjemmel(form.endring)), "avtaler.E005"),
    ],
)
def test_finn_feil_stops_a_form_that_is_wrong(
    kode: str, endre: Callable[[Samarbeidsform], Samarbeidsform], feil: str
) -> None:
    assert set(_feil(_med_form(kode, endre))) == {feil}


def _uten_hjemmel(endring: Endringsregel) -> Endringsregel:
    return replace(endring, ellers=replace(endring.ellers, hjemmel=None))


def test_finn_feil_stops_a_form_nobody_describes() -> None:
    regelverk = les_regelverk()
    uten = {kode: form for kode, form in regelverk.former.items() if kode != "PLAN"}
    assert _feil(replace(regelverk, former=uten)) == ["avtaler.E002"]


def test_finn_feil_stops_a_form_without_krav() -> None:
    regelverk = les_regelverk()
    uten = tuple(krav for krav in regelverk.krav if "PLAN" not in krav.former)
    assert _feil(replace(regelverk, krav=uten)) == ["avtaler.E003"]


def test_finn_feil_stops_two_wordings_on_the_same_day() -> None:
    regelverk = les_regelverk()
    assert _feil(replace(regelverk, krav=(*regelverk.krav, regelverk.krav[0]))) == ["avtaler.E006"]


def test_finn_feil_lets_a_new_wording_follow_an_old_one() -> None:
    regelverk = les_regelverk()
    foerste = regelverk.krav[0]
    gammel = replace(foerste, gyldig=Gyldighet(date(2019, 11, 1), date(2025, 12, 31)))
    ny = replace(foerste, gyldig=Gyldighet(date(2026, 1, 1), None))
    assert _feil(replace(regelverk, krav=(gammel, ny, *regelverk.krav[1:]))) == []


def test_feil_i_reports_a_file_that_cannot_be_read() -> None:
    def uleselig() -> Regelverk:
        raise RegelverkFeil("ipr.yaml: nøkkelen «nn» mangler.")

    assert [(feil.id, feil.msg) for feil in feil_i(uleselig)] == [("avtaler.E001", "ipr.yaml: nøkkelen «nn» mangler.")]


def test_the_rules_of_organs_that_ship_have_no_errors() -> None:
    assert sjekk_organer(None) == []


@pytest.mark.parametrize(
    ("endring", "kode"),
    [
        ({"tekst": Tekst("Navn", "")}, "avtaler.E004"),
        ({"hjemmel": Hjemmel("kommuneloven", "", "http://x")}, "avtaler.E005"),
    ],
)
def test_rule_of_an_organ_that_lacks_a_language_or_a_paragraph_is_stopped(endring, kode) -> None:
    regel = les_organregler()[0]
    gal = replace(regel, myndighet=replace(regel.myndighet, **endring), former=frozenset({"X"}))
    assert {feil.id for feil in sjekk_organer(None, lambda: (gal,))} == {kode, "avtaler.E051"}
