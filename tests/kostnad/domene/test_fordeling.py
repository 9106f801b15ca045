"""Each step and the rounding, on small cases a person can check by hand."""

from fractions import Fraction

import pytest

from kostnad.domene.avrunding import stoerste_rest
from kostnad.domene.deltaker import nummerorden
from kostnad.domene.feil import Noekkelfeil
from kostnad.domene.fordeling import fordel
from kostnad.domene.lesing import les_oppdrag

LIKT = {"steg": "fordel", "etter": [{"kriterium": "lik", "vekt": "1"}]}
ETTER_FOLK = {"steg": "fordel", "etter": [{"kriterium": "folketall", "vekt": "1"}]}
AARET = {"fra": "2023-01-01", "til": "2024-01-01"}


def beloep(noekkel, *, pott="100", folk=(1, 1, 1), **felt):
    """The amounts in øre, in order; participants are «1», «2», … with `folk` inhabitants."""
    deltakere = [{"id": str(nr), "navn": f"K{nr}", "verdier": {"folketall": tall}} for nr, tall in enumerate(folk, 1)]
    for nr, tider in felt.pop("tider", {}).items():
        deltakere[nr - 1].update(tider)
    oppdrag = {"beloep": pott, "deltakere": deltakere, "noekkel": noekkel, "avrunding": "oere", **felt}
    return [del_.oere for del_ in fordel(les_oppdrag(oppdrag)).deler]


def test_rest_goes_to_the_lowest_number_when_equal():
    assert beloep([LIKT]) == [3334, 3333, 3333]
    assert beloep([LIKT], avrunding="krone") == [3400, 3300, 3300]


def test_negative_amount_mirrors_the_positive():
    assert beloep([LIKT], pott="-100") == [-3334, -3333, -3333]


def test_nothing_to_share_gives_everyone_nothing():
    assert beloep([LIKT], pott="0") == [0, 0, 0]


def test_ties_follow_the_number_and_not_the_text():
    hele = stoerste_rest({"10": Fraction(1, 2), "9": Fraction(1, 2)}, total=1, enhet=1)
    assert hele == {"9": 1, "10": 0}


def test_nummerorden_sorts_numbers_by_value_and_is_total():
    ider = ["1101", "0719", "719", "9", "K10", "K9", "a", "9a"]
    assert sorted(ider, key=nummerorden) == ["9", "9a", "0719", "719", "1101", "K9", "K10", "a"]


def test_fast_prosent_takes_of_what_is_left_and_leaves_the_rest_to_the_others():
    prosenter = [
        {"steg": "fast_prosent", "deltaker": str(nr), "prosent": prosent} for nr, prosent in ((1, "20"), (2, "10"))
    ]
    assert beloep([*prosenter, ETTER_FOLK]) == [2000, 800, 7200]


def test_fast_beloep_to_one_keeps_that_one_out_of_the_rest():
    assert beloep([{"steg": "fast_beloep", "deltaker": "2", "beloep": "10"}, LIKT]) == [4500, 1000, 4500]


def test_fast_beloep_to_all_is_a_base_for_everyone():
    assert beloep([{"steg": "fast_beloep", "deltaker": "alle", "beloep": "10"}, ETTER_FOLK], folk=(2, 5, 0)) == [
        3000,
        6000,
        1000,
    ]


def test_deltakere_brings_one_with_a_fixed_part_back():
    steg = [{"steg": "fast_prosent", "deltaker": "1", "prosent": "10"}, LIKT | {"deltakere": ["1", "2"]}]
    assert beloep(steg) == [5500, 4500, 0]


def test_unntatt_leaves_one_out():
    assert beloep([LIKT | {"unntatt": ["3"]}]) == [5000, 5000, 0]


def test_sats_and_tak_without_an_amount_set_the_sum():
    steg = [{"steg": "sats", "etter": "folketall", "beloep": "3.08", "tak": "30"}]
    assert beloep(steg, pott=None, folk=(5, 10, 0)) == [1540, 3000, 0]


def test_fees_with_parts_of_a_krone_round_their_sum_first():
    steg = [{"steg": "sats", "etter": "folketall", "beloep": "0.40"}]
    assert beloep(steg, pott=None, avrunding="krone") == [100, 0, 0]


def test_mix_of_criteria_uses_relative_weights():
    etter = [{"kriterium": "lik", "vekt": "1/3"}, {"kriterium": "folketall", "vekt": "2/3"}]
    assert beloep([{"steg": "fordel", "etter": etter}], pott="90", folk=(1, 2, 3)) == [2000, 3000, 4000]


def test_part_year_member_counts_by_days_and_the_others_carry_the_rest():
    tider = {3: {"fra": "2023-07-01"}}
    assert beloep([LIKT], pott="914", tider=tider, periode=AARET) == [36500, 36500, 18400]
    assert beloep([ETTER_FOLK], pott="914", tider=tider, periode=AARET) == [36500, 36500, 18400]


def test_part_year_member_pays_its_days_of_fees():
    fast = [{"steg": "fast_beloep", "deltaker": "alle", "beloep": "365"}]
    assert beloep(fast, pott=None, tider={2: {"til": "2023-01-11"}}, periode=AARET) == [36500, 1000, 36500]
    sats = [{"steg": "sats", "etter": "folketall", "beloep": "1000", "tak": "730"}]
    assert beloep(sats, pott=None, tider={2: {"til": "2023-01-11"}}, periode=AARET) == [73000, 2000, 73000]


def test_member_outside_the_period_pays_nothing_and_needs_no_figures():
    deltakere = [
        {"id": "1", "navn": "A", "verdier": {"folketall": 10}, "fra": "2020-01-01"},
        {"id": "2", "navn": "B", "fra": "2024-01-01"},
    ]
    oppdrag = {"beloep": "10", "periode": AARET, "deltakere": deltakere, "noekkel": [ETTER_FOLK]}
    assert [del_.oere for del_ in fordel(les_oppdrag(oppdrag)).deler] == [1000, 0]


@pytest.mark.parametrize(
    ("grense", "folk", "ventet"),
    [
        ({"gulv": "15"}, (10, 20, 70), [1500, 1889, 6611]),
        ({"tak": "60"}, (10, 20, 70), [1333, 2667, 6000]),
        ({"gulv": "15", "tak": "60"}, (10, 20, 70), [1500, 2500, 6000]),
        ({"gulv": "20"}, (10, 21, 69), [2000, 2000, 6000]),
        ({"gulv": "0", "tak": "100"}, (10, 20, 70), [1000, 2000, 7000]),
        ({"gulv": "10"}, (0, 50, 50), [1000, 4500, 4500]),
    ],
)
def test_grense_moves_the_difference_in_proportion(grense, folk, ventet):
    assert beloep([ETTER_FOLK, {"steg": "grense", **grense}], folk=folk) == ventet


def test_grense_leaves_the_fixed_part_of_another_alone():
    steg = [{"steg": "fast_prosent", "deltaker": "1", "prosent": "50"}, ETTER_FOLK, {"steg": "grense", "tak": "30"}]
    assert beloep(steg, folk=(0, 40, 10)) == [5000, 3000, 2000]


def test_grense_on_fees_moves_only_those_outside():
    steg = [{"steg": "sats", "etter": "folketall", "beloep": "1"}, {"steg": "grense", "gulv": "5", "tak": "50"}]
    assert beloep(steg, pott=None, folk=(1, 20, 90)) == [500, 2000, 5000]


def test_grense_halves_for_a_half_year():
    steg = [{"steg": "sats", "etter": "folketall", "beloep": "1"}, {"steg": "grense", "gulv": "365"}]
    tider = {1: {"til": "2023-01-11"}}
    assert beloep(steg, pott=None, tider=tider, periode=AARET)[0] == 1000


def test_andel_is_exact_before_rounding():
    deltakere = [{"id": ident, "navn": ident} for ident in "abc"]
    resultat = fordel(les_oppdrag({"beloep": "100", "deltakere": deltakere, "noekkel": [LIKT]}))
    assert [str(del_.andel) for del_ in resultat.deler] == ["1/3", "1/3", "1/3"]
    assert resultat.sum_oere == resultat.til_fordeling_oere == 10000


def test_project_participation_cannot_change_the_common_key():
    """Costs follow fixed criteria whatever projects a member joins: a figure the key does not name is nothing."""
    deltakere = [{"id": str(nr), "navn": "K", "verdier": {"folketall": nr, "prosjekter": nr * 7}} for nr in (1, 2, 3)]
    uten = [deltaker | {"verdier": {"folketall": deltaker["verdier"]["folketall"]}} for deltaker in deltakere]
    svar = [fordel(les_oppdrag({"beloep": "99", "deltakere": d, "noekkel": [ETTER_FOLK]})) for d in (deltakere, uten)]
    assert svar[0] == svar[1]


def test_impossible_step_names_itself():
    with pytest.raises(Noekkelfeil) as feil:
        beloep([{"steg": "fast_beloep", "deltaker": "alle", "beloep": "50"}, LIKT])
    assert str(
        feil.value
    ) == "Steg 1 (fast_beloep): Steget krever 150 kr, men det er bare 100 kr igjen å fordele.".replace(
        "0 kr", "0\u00a0kr"
    )
