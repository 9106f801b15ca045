"""The sum of a council round on a date, on both sides of every limit."""

from datetime import date

import pytest

from avtaler.domene.runde import (
    VENTER,
    Frist,
    Koalisjon,
    Raadssvar,
    Stadium,
    Vindu,
    er_forsinket,
    har_begynt,
    i_kraft,
    koalisjon,
    motsies_av_stemmene,
    neste_dato,
    rundestatus,
    vindu_paa,
)
from avtaler.domene.rundeslag import Samsvarskrav

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


def test_round_with_all_identical_says_when():
    alle = [svar("likelydende", 3, 2), svar("likelydende", 4, 20)]
    status = rundestatus(alle, dato=date(2026, 1, 1), vindu_fra=FRA, vindu_til=TIL, avtalt=date(2023, 5, 1))
    assert (status.likelydende, status.antall) == (2, 2)
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


# Other words than the proposal's, decisions of their own, coalitions --------------------------------------------------


def test_all_with_the_same_other_words_take_effect():
    like = [Raadssvar(status="avvik", dato=date(2023, 3, dag), ordlyd=2) for dag in (1, 9)]
    assert i_kraft(like, avtalt=None) == date(2023, 3, 9)
    assert i_kraft([*like, svar("likelydende", 3)], avtalt=None) is None


def test_own_decisions_take_effect_in_whatever_words_and_treatment_never_does():
    alle = [svar("likelydende", 3), svar("avvik", 4)]
    assert i_kraft(alle, avtalt=FRA, krav=Samsvarskrav.EGET_VEDTAK) == date(2023, 4, 1)
    assert i_kraft(alle, avtalt=FRA, krav=Samsvarskrav.BEHANDLING) is None


TRE = [svar("likelydende", 3, 1), svar("likelydende", 3, 9), svar("likelydende", 4, 1)]


@pytest.mark.parametrize(
    ("fjerde", "dato", "ventet"),
    [
        (svar("avvik", 4, 20), date(2023, 4, 20), Koalisjon(medlemmer=(0, 1, 2), i_kraft=date(2023, 5, 1), senere=())),
        (svar("mottatt"), date(2023, 4, 30), None),
        (svar("mottatt"), date(2023, 5, 1), Koalisjon(medlemmer=(0, 1, 2), i_kraft=date(2023, 5, 1), senere=())),
        (svar("likelydende", 4, 20), date(2023, 5, 1), None),
        (
            svar("likelydende", 6, 8), date(2023, 7, 1),
            Koalisjon(medlemmer=(0, 1, 2), i_kraft=date(2023, 5, 1), senere=((3, date(2023, 6, 8)),)),
        ),
    ],
)  # fmt: skip
def test_those_who_adopted_in_time_begin_when_the_terms_allow(fjerde, dato, ventet):
    assert koalisjon([*TRE, fjerde], dato=dato, avtalt=date(2023, 5, 1), vindu_til=TIL) == ventet


def test_one_alone_is_no_coalition():
    alle = [svar("likelydende", 3), svar("avvist", 3), svar("avvik", 3)]
    assert koalisjon(alle, dato=TIL, avtalt=None, vindu_til=TIL) is None


def test_coalition_begins_on_its_last_decision_when_that_is_later():
    alle = [svar("likelydende", 3, 1), svar("likelydende", 4, 20), svar("avvist", 3)]
    assert koalisjon(alle, dato=TIL, avtalt=date(2023, 4, 1), vindu_til=TIL).i_kraft == date(2023, 4, 20)


@pytest.mark.parametrize("delvis", [True, False])
def test_round_is_a_coalition_only_where_the_terms_allow(delvis):
    alle = [*TRE, svar("avvik", 4, 20)]
    status = rundestatus(alle, dato=TIL, vindu_fra=FRA, vindu_til=TIL, avtalt=date(2023, 5, 1), delvis=delvis)
    assert (status.likelydende, status.avvik, status.er_ferdig, status.i_kraft) == (3, 1, delvis, None)
    assert status.stadium(er_laast=True) is (Stadium.FERDIG if delvis else Stadium.ULIKT)


@pytest.mark.parametrize(
    ("svarene", "dato", "er_laast", "stadium"),
    [
        ([svar("ikke_sendt")], FRA, False, Stadium.DEBATT),
        ([svar("mottatt")], FRA, True, Stadium.I_RAADENE),
        ([svar("mottatt")], date(2023, 5, 1), True, Stadium.FORSINKET),
        ([svar("avvik", 3), svar("likelydende", 3)], TIL, True, Stadium.ULIKT),
        ([svar("likelydende", 3)], TIL, True, Stadium.FERDIG),
    ],
)
def test_stage_follows_the_lock_the_window_and_the_answers(svarene, dato, er_laast, stadium):
    status = rundestatus(svarene, dato=dato, vindu_fra=FRA, vindu_til=TIL, avtalt=None)
    assert status.stadium(er_laast=er_laast) is stadium


def test_replaced_round_is_closed_unless_it_was_finished():
    ulikt = rundestatus([svar("avvist", 3)], dato=TIL, vindu_fra=FRA, vindu_til=TIL, avtalt=None)
    ferdig = rundestatus([svar("likelydende", 3)], dato=TIL, vindu_fra=FRA, vindu_til=TIL, avtalt=None)
    assert ulikt.stadium(er_laast=True, er_erstattet=True) is Stadium.ERSTATTET
    assert ferdig.stadium(er_laast=True, er_erstattet=True) is Stadium.FERDIG


@pytest.mark.parametrize(
    ("stadium", "dato", "ventet"),
    [
        (Stadium.DEBATT, date(2023, 1, 10), (date(2023, 1, 20), Frist.INNSPILL)),
        (Stadium.DEBATT, date(2023, 1, 21), (FRA, Frist.VINDU_AAPNER)),
        (Stadium.I_RAADENE, date(2023, 3, 1), (date(2023, 3, 16), Frist.MOETE)),
        (Stadium.I_RAADENE, date(2023, 3, 17), (TIL, Frist.VINDU_LUKKES)),
        (Stadium.FORSINKET, date(2023, 5, 1), None),
        (Stadium.FERDIG, date(2023, 5, 1), (date(2023, 6, 1), Frist.GJELDER)),
        (Stadium.FERDIG, date(2023, 6, 2), None),
    ],
)
def test_next_date_is_the_first_that_is_still_to_come(stadium, dato, ventet):
    funnet = neste_dato(
        stadium, dato=dato, innspillsfrist=date(2023, 1, 20), vindu_fra=FRA, vindu_til=TIL,
        moeter=[date(2023, 3, 16)], gjelder=date(2023, 6, 1),
    )  # fmt: skip
    assert funnet == ventet


def test_case_has_begun_when_it_is_recommended_or_the_window_opens():
    assert not har_begynt(date(2023, 1, 9), tilraadd=date(2023, 1, 10), vindu_fra=FRA, laast=None)
    assert har_begynt(date(2023, 1, 10), tilraadd=date(2023, 1, 10), vindu_fra=FRA, laast=date(2023, 1, 20))
    assert not har_begynt(date(2023, 1, 9), tilraadd=None, vindu_fra=None, laast=date(2023, 1, 10))
    assert har_begynt(date(2000, 1, 1), tilraadd=None, vindu_fra=None, laast=None)
