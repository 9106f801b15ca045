"""The sum of a council round on a date, on both sides of every limit."""

from datetime import date

import pytest

from avtaler.domene.runde import (
    VENTER,
    Raadssvar,
    Vindu,
    er_forsinket,
    i_kraft,
    motsies_av_stemmene,
    rundestatus,
    vindu_paa,
)

FRA, TIL = date(2023, 2, 1), date(2023, 4, 30)


def svar(status: str, maaned: int = 0, dag: int = 1) -> Raadssvar:
    return Raadssvar(status=status, dato=date(2023, maaned, dag) if maaned else None)


@pytest.mark.parametrize(
    ("dato", "vindu"),
    [
        (date(2023, 1, 31), Vindu.FOER),
        (date(2023, 2, 1), Vindu.I_VINDUET),
        (date(2023, 4, 30), Vindu.I_VINDUET),
        (date(2023, 5, 1), Vindu.ETTER),
    ],
)
def test_window_holds_both_its_ends(dato, vindu):
    assert vindu_paa(dato, fra=FRA, til=TIL) is vindu


def test_window_without_limits_is_none():
    assert vindu_paa(FRA, fra=None, til=None) is Vindu.UTEN
    assert vindu_paa(FRA, fra=None, til=TIL) is Vindu.I_VINDUET
    assert vindu_paa(date(2030, 1, 1), fra=FRA, til=None) is Vindu.I_VINDUET


@pytest.mark.parametrize("status", ["likelydende", "avvik", "avvist", "utsatt"])
def test_decision_is_not_known_before_its_meeting(status):
    assert svar(status, 3, 16).paa(date(2023, 3, 15)).status == VENTER
    assert svar(status, 3, 16).paa(date(2023, 3, 16)).status == status


def test_state_before_treatment_is_not_dated_by_the_coming_meeting():
    assert svar("paa_saklista", 3, 16).paa(date(2023, 3, 1)).status == "paa_saklista"


@pytest.mark.parametrize(
    ("ett", "dato", "forsinket"),
    [
        (svar("mottatt"), TIL, False),
        (svar("mottatt"), date(2023, 5, 1), True),
        (svar("utsatt", 3), date(2023, 5, 1), True),
        (svar("likelydende", 4, 30), date(2026, 1, 1), False),
        (svar("likelydende", 5, 2), date(2026, 1, 1), True),
        (svar("avvist", 3), date(2026, 1, 1), False),
    ],
)
def test_council_is_late_when_the_window_closes_before_its_answer(ett, dato, forsinket):
    assert er_forsinket(ett, dato=dato, vindu_til=TIL) is forsinket
    assert er_forsinket(ett, dato=dato, vindu_til=None) is False


@pytest.mark.parametrize(
    ("avtalt", "ventet"),
    [(None, date(2023, 4, 20)), (date(2023, 5, 1), date(2023, 5, 1)), (date(2023, 4, 1), date(2023, 4, 20))],
)
def test_identical_decisions_take_effect_on_the_later_of_agreement_and_last_decision(avtalt, ventet):
    assert i_kraft([svar("likelydende", 3, 2), svar("likelydende", 4, 20)], avtalt=avtalt) == ventet


@pytest.mark.parametrize("annet", [svar("avvik", 3), svar("avvist", 3), svar("mottatt"), svar("likelydende")])
def test_nothing_takes_effect_until_all_are_identical(annet):
    assert i_kraft([svar("likelydende", 3, 2), annet], avtalt=FRA) is None
    assert i_kraft([], avtalt=FRA) is None


def test_round_is_summed_as_it_was_on_the_date():
    alle = [svar("likelydende", 3, 2), svar("likelydende", 4, 20), svar("avvik", 3, 9), svar("mottatt")]
    status = rundestatus(alle, dato=date(2023, 4, 1), vindu_fra=FRA, vindu_til=TIL, avtalt=None)
    assert (status.antall, status.behandlet, status.likelydende, status.avvik) == (4, 2, 1, 1)
    assert (status.venter, status.forsinket, status.vindu) == (2, 0, Vindu.I_VINDUET)
    assert not status.alle_likelydende


def test_round_with_all_identical_says_when():
    alle = [svar("likelydende", 3, 2), svar("likelydende", 4, 20)]
    status = rundestatus(alle, dato=date(2026, 1, 1), vindu_fra=FRA, vindu_til=TIL, avtalt=date(2023, 5, 1))
    assert status.alle_likelydende
    assert status.i_kraft == date(2023, 5, 1)


@pytest.mark.parametrize(
    ("status", "for_", "mot", "motsies"),
    [
        ("likelydende", 9, 10, True), ("avvik", 0, 1, True), ("likelydende", 10, 10, False), ("avvik", 10, 9, False),
        ("avvist", 10, 9, True), ("avvist", 10, 10, False), ("avvist", 9, 10, False), ("utsatt", 9, 10, False),
        ("likelydende", None, 10, False), ("avvist", 10, None, False),
    ],
)  # fmt: skip
def test_outcome_against_the_majority_is_seen_and_equal_votes_give_either(status, for_, mot, motsies):
    assert motsies_av_stemmene(status, stemmer_for=for_, stemmer_mot=mot) is motsies
