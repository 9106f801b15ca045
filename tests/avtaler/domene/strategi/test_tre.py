"""The tree of a strategy: what stands where, the order it is read in, and what a region answers for."""

import pytest

from avtaler.domene.strategi.tre import (
    BEIN,
    LESEREKKEFOELGE,
    MAAL,
    OMRAADE,
    PREMISS,
    TEMA,
    TOPP,
    VEI,
    Plass,
    Retning,
    alt_under,
    flyttet,
    kan_staa_under,
    lest,
    skal_vise_innsats,
    slag_under,
)


def plass(pk: int, slag: str, over: int | None = None, nummer: int = 1) -> Plass:
    return Plass(id=pk, over=over, slag=slag, nummer=nummer)


KONGSBERG = (
    plass(7, PREMISS), plass(2, BEIN, nummer=2), plass(1, BEIN), plass(4, VEI, over=1), plass(3, OMRAADE, over=1),
    plass(6, OMRAADE, over=2), plass(5, VEI, over=1, nummer=2),
)  # fmt: skip


def test_tree_is_read_with_areas_before_ways_and_premises_last():
    assert lest(KONGSBERG) == (1, 3, 4, 5, 2, 6, 7)


@pytest.mark.parametrize(
    ("slag", "over", "ventet"),
    [
        (MAAL, TOPP, True), (BEIN, MAAL, True), (OMRAADE, TEMA, True), (VEI, BEIN, True),
        (VEI, TOPP, False), (PREMISS, MAAL, False), (MAAL, TEMA, False), (TEMA, OMRAADE, False),
    ],
)  # fmt: skip
def test_kind_stands_only_under_what_it_may(slag, over, ventet):
    assert kan_staa_under(slag, over) is ventet


def test_what_may_be_added_comes_in_the_order_it_is_read():
    for over in (TOPP, *LESEREKKEFOELGE):
        assert list(slag_under(over)) == [slag for slag in LESEREKKEFOELGE if kan_staa_under(slag, over)]


@pytest.mark.parametrize(
    ("retning", "ventet"),
    [(Retning.OPP, {1: (1, 2, 3), 2: (2, 1, 3), 3: (1, 3, 2)}), (Retning.NED, {1: (2, 1, 3), 3: (1, 2, 3)})],
)
def test_point_moves_one_place_and_never_off_the_end(retning, ventet):
    assert {punkt: flyttet((1, 2, 3), punkt, retning) for punkt in ventet} == ventet


def test_all_below_a_point_is_found_however_deep():
    punkter = (plass(1, MAAL), plass(2, TEMA, over=1), plass(3, OMRAADE, over=2), plass(4, MAAL, nummer=2))
    assert alt_under(punkter, 1) == {1, 2, 3}


def test_region_answers_for_its_areas():
    assert skal_vise_innsats(KONGSBERG) == (3, 6)


def test_theme_without_areas_answers_for_itself():
    punkter = (plass(1, MAAL), plass(2, TEMA, over=1), plass(3, OMRAADE, over=2), plass(4, TEMA, over=1, nummer=2))
    assert skal_vise_innsats(punkter) == (3, 4)


def test_strategy_of_goals_alone_answers_for_the_goals():
    assert skal_vise_innsats((plass(1, MAAL), plass(2, MAAL, nummer=2), plass(3, PREMISS))) == (1, 2)
    assert skal_vise_innsats((plass(3, PREMISS),)) == ()
