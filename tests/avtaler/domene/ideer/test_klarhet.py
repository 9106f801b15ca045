"""Sogn's five challenges, and what the answers say together."""

from datetime import date

import pytest

from avtaler.domene.ideer.formvalg import vurder_former
from avtaler.domene.ideer.klarhet import Dom, doem
from avtaler.regler import les_regelverk
from avtaler.regler.klarhetsregler import les_klarhetspunkter

DATO = date(2026, 11, 20)
PUNKTER = les_klarhetspunkter()
ALLE_JA = {punkt.kode: "ja" for punkt in PUNKTER}


def test_the_points_are_exactly_the_five_of_sogn_in_both_languages():
    assert [punkt.kode for punkt in PUNKTER] == [
        "politisk_vilje", "administrativ_vilje", "administrative_ressurser", "lokalisering", "budsjett"
    ]  # fmt: skip
    assert all(
        tekst.strip()
        for punkt in PUNKTER
        for tekst in (punkt.navn.nb, punkt.navn.nn, punkt.spoersmaal.nb, punkt.spoersmaal.nn)
    )


@pytest.mark.parametrize(
    ("svar", "dom"),
    [
        ({}, Dom.IKKE_VURDERT),
        ({"noe_annet": "ja"}, Dom.IKKE_VURDERT),
        ({"lokalisering": "ja"}, Dom.DELVIS_VURDERT),
        ({"lokalisering": "nei"}, Dom.MANGLER),
        (ALLE_JA | {"budsjett": "delvis"}, Dom.NESTEN),
        (ALLE_JA | {"budsjett": "delvis", "lokalisering": "nei"}, Dom.MANGLER),
        (ALLE_JA, Dom.KLAR),
    ],
)
def test_what_is_missing_weighs_most_then_what_nobody_has_judged(svar, dom):
    assert doem(PUNKTER, svar).dom is dom


def test_verdict_names_the_points_it_rests_on():
    dom = doem(PUNKTER, {"budsjett": "nei", "politisk_vilje": "nei", "lokalisering": "delvis"})
    assert [punkt.kode for punkt in dom.mangler] == ["politisk_vilje", "budsjett"]
    assert (dom.besvart, dom.antall) == (3, 5)


def _former(*typer):
    return {v.form.kode: v for v in vurder_former(les_regelverk().former.values(), typer, DATO)}


def test_closed_forms_are_not_offered():
    assert not {"P27_1992", "P28_1992", "SAMKOMMUNE_1992"} & set(_former("kommune", "kommune"))


def test_with_the_state_only_forms_that_let_it_in_fit():
    former = _former("kommune", "kommune", "stat")
    assert former["AVTALE"].passer
    assert not former["IKS"].passer
    assert former["IKS"].grunner[0].nn == "I denne forma kan ikkje staten delta."


def test_one_alone_is_too_few_and_a_county_is_no_partner_of_a_municipality_with_a_host():
    assert "minst 2" in _former("kommune")["KO"].grunner[0].nb
    assert not _former("kommune", "fylkeskommune")["VERT_ADM"].passer
    assert _former("kommune", "fylkeskommune")["KO"].passer
