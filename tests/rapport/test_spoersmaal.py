"""The quiz of the new councillor: one right answer among several, and nothing given away."""

import pytest

from rapport.domene.spoersmaal import Spoersmaal, blant, naere_tall, rett

HVEM = Spoersmaal(kode="vert", tekst="Hvem?", valg=(("1", "Vik"), ("2", "Luster")), riktig="2", forklaring="")


@pytest.mark.parametrize("riktig", range(60))
def test_number_is_among_four_different_ones(riktig):
    tall = naere_tall(riktig)
    assert riktig in tall
    assert len(set(tall)) == len(tall) == 4
    assert min(tall) >= 0


def test_number_is_not_always_in_the_same_place():
    assert len({naere_tall(riktig).index(riktig) for riktig in range(4, 20)}) > 1


def test_right_name_stands_in_alphabetical_order_among_the_others():
    assert blant("Vik", ["Årdal", "Vik", "Luster", "Aurland", "Luster", ""]) == ("Aurland", "Luster", "Vik", "Årdal")


@pytest.mark.parametrize(
    ("svar", "valgt", "riktig"), [("2", "2", True), ("1", "1", False), ("x", "", False), (None, "", False)]
)
def test_answer_is_judged_and_what_is_no_choice_is_no_answer(svar, valgt, riktig):
    (ett,) = rett([HVEM], {"vert": svar} if svar else {})
    assert (ett.valgt, ett.er_riktig, ett.riktig_tekst) == (valgt, riktig, "Luster")
