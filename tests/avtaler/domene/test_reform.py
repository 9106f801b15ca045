"""A merger or a split carried through one agreement, without a database."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from avtaler.domene.reform import (
    Deltakerperiode,
    Merke,
    Overgang,
    Rad,
    Reform,
    foelg,
    planlegg,
    reformer,
    skift_raad,
)

SOGNDAL_1420, LEIKANGER, BALESTRAND, SOGNDAL, LUSTER = 1, 2, 3, 4, 5
AALESUND_1507, AALESUND_1508, HARAM = 11, 12, 13
DAG_2020, DAG_2024 = date(2020, 1, 1), date(2024, 1, 1)
START = date(2012, 1, 1)


def overganger(dato, *par):
    return tuple(Overgang(dato=dato, fra=fra, til=til) for fra, til in par)


SOGNDALSREFORMEN = Reform(
    dato=DAG_2020, overganger=overganger(DAG_2020, (SOGNDAL_1420, SOGNDAL), (LEIKANGER, SOGNDAL), (BALESTRAND, SOGNDAL))
)
AALESUNDSREFORMEN = Reform(
    dato=DAG_2024, overganger=overganger(DAG_2024, (AALESUND_1507, AALESUND_1508), (AALESUND_1507, HARAM))
)


def rad(id_, part, **felt):
    return Deltakerperiode(id=id_, part=part, **({"rolle": "deltaker", "fra": START} | felt))


def merker(plan):
    return [merknad.merke for merknad in plan.merknader]


def test_two_participants_become_one_and_their_shares_are_added():
    rader = [
        rad(1, SOGNDAL_1420, eierandel=Fraction(1, 4), medlemmer=2),
        rad(2, LEIKANGER, eierandel=Fraction(1, 8), medlemmer=1),
        rad(3, LUSTER, eierandel=Fraction(5, 8), medlemmer=2),
    ]
    plan = planlegg(SOGNDALSREFORMEN, rader, valg={}, minst=2)
    assert plan.avslutt == (1, 2)
    [ny] = plan.nye
    assert (ny.part, ny.fra, ny.til, ny.eierandel, ny.av) == (SOGNDAL, DAG_2020, None, Fraction(3, 8), (1, 2))
    assert ny.medlemmer is None
    assert merker(plan) == [Merke.ANDELER_SUMMERT, Merke.PLASSER_AVTALES, Merke.UTVIDET_OMRAADE]
    assert plan.merknader[1].plasser == (2, 1)
    assert not plan.for_faa


def test_one_participant_and_others_outside_keeps_its_seats_and_says_the_area_has_grown():
    plan = planlegg(SOGNDALSREFORMEN, [rad(1, LEIKANGER, medlemmer=1), rad(2, LUSTER)], valg={}, minst=2)
    [ny] = plan.nye
    assert (ny.part, ny.medlemmer) == (SOGNDAL, 1)
    assert merker(plan) == [Merke.UTVIDET_OMRAADE]
    assert plan.merknader[0].andre == (SOGNDAL_1420, BALESTRAND)


def test_the_agreement_may_go_on_for_the_old_area_only():
    plan = planlegg(
        SOGNDALSREFORMEN, [rad(1, LEIKANGER), rad(2, LUSTER)], valg={}, minst=2, del_av={SOGNDAL: "Leikanger"}
    )
    assert plan.nye[0].del_av == "Leikanger"


def test_an_agreement_between_exactly_the_merging_ones_has_one_left():
    plan = planlegg(SOGNDALSREFORMEN, [rad(1, SOGNDAL_1420), rad(2, LEIKANGER)], valg={}, minst=2)
    assert plan.antall_etter == 1
    assert plan.for_faa


def test_observers_do_not_make_an_agreement():
    rader = [rad(1, SOGNDAL_1420), rad(2, LEIKANGER), rad(3, LUSTER, rolle="observatoer")]
    assert planlegg(SOGNDALSREFORMEN, rader, valg={}, minst=2).for_faa


def test_a_share_that_is_not_recorded_makes_the_sum_unknown():
    rader = [rad(1, SOGNDAL_1420, eierandel=Fraction(1, 4)), rad(2, LEIKANGER), rad(3, LUSTER)]
    plan = planlegg(SOGNDALSREFORMEN, rader, valg={}, minst=2)
    assert plan.nye[0].eierandel is None
    assert Merke.ANDEL_UKJENT in merker(plan)


def test_the_host_stays_host_when_it_merges_with_a_participant():
    rader = [rad(1, SOGNDAL_1420, rolle="vertskommune"), rad(2, LEIKANGER, rolle="samarbeidskommune"), rad(3, LUSTER)]
    plan = planlegg(SOGNDALSREFORMEN, rader, valg={}, minst=2)
    assert plan.nye[0].rolle == "vertskommune"
    assert Merke.ULIKE_ROLLER in merker(plan)


def test_a_split_waits_for_somebody_to_say_who_carries_on():
    plan = planlegg(AALESUNDSREFORMEN, [rad(1, AALESUND_1507), rad(2, LUSTER)], valg={}, minst=2)
    assert plan.maa_velges == (AALESUND_1507,)
    assert not plan.avslutt


def test_a_split_where_one_carries_on_takes_the_whole_share_with_it():
    rader = [rad(1, AALESUND_1507, eierandel=Fraction(1, 2), medlemmer=3), rad(2, LUSTER, eierandel=Fraction(1, 2))]
    plan = planlegg(AALESUNDSREFORMEN, rader, valg={AALESUND_1507: [AALESUND_1508]}, minst=2)
    [ny] = plan.nye
    assert (ny.part, ny.eierandel, ny.medlemmer) == (AALESUND_1508, Fraction(1, 2), 3)


def test_a_split_where_both_carry_on_leaves_shares_and_seats_to_be_agreed():
    rader = [rad(1, AALESUND_1507, eierandel=Fraction(1, 2), medlemmer=3), rad(2, LUSTER)]
    plan = planlegg(AALESUNDSREFORMEN, rader, valg={AALESUND_1507: [AALESUND_1508, HARAM]}, minst=2)
    assert [(ny.part, ny.eierandel, ny.medlemmer) for ny in plan.nye] == [
        (AALESUND_1508, None, None),
        (HARAM, None, None),
    ]
    assert merker(plan).count(Merke.DELT) == 2
    assert plan.antall_etter == 3


def test_a_split_where_none_carries_on_takes_the_party_out():
    rader = [rad(1, AALESUND_1507), rad(2, LUSTER), rad(3, LEIKANGER)]
    plan = planlegg(AALESUNDSREFORMEN, rader, valg={AALESUND_1507: []}, minst=2)
    assert plan.avslutt == (1,)
    assert merker(plan) == [Merke.GAAR_UT]


def test_a_municipality_that_lives_on_gets_a_new_period_with_what_came_to_it():
    bodoe, skjerstad, dag = 21, 22, date(2005, 1, 1)
    reform = Reform(dato=dag, overganger=overganger(dag, (skjerstad, bodoe)))
    rader = [
        rad(1, bodoe, fra=date(2000, 1, 1), eierandel=Fraction(1, 2)),
        rad(2, skjerstad, fra=date(2000, 1, 1), eierandel=Fraction(1, 10)),
        rad(3, LUSTER, fra=date(2000, 1, 1), eierandel=Fraction(4, 10)),
    ]
    plan = planlegg(reform, rader, valg={}, minst=2)
    assert plan.avslutt == (1, 2)
    assert [(ny.part, ny.eierandel) for ny in plan.nye] == [(bodoe, Fraction(3, 5))]


def test_what_somebody_has_carried_on_by_hand_is_not_done_twice():
    plan = planlegg(
        SOGNDALSREFORMEN, [rad(1, LEIKANGER), rad(2, SOGNDAL, fra=DAG_2020), rad(3, LUSTER)], valg={}, minst=2
    )
    assert plan.avslutt == (1,)
    assert not plan.nye
    assert merker(plan) == [Merke.ALT_INNE]


def test_a_participation_that_begins_after_the_reform_is_the_new_ones():
    plan = planlegg(SOGNDALSREFORMEN, [rad(1, LEIKANGER, fra=date(2021, 1, 1)), rad(2, LUSTER)], valg={}, minst=2)
    assert plan.flytt == ((1, SOGNDAL),)


def test_what_ended_before_the_reform_is_left_alone():
    plan = planlegg(SOGNDALSREFORMEN, [rad(1, LEIKANGER, til=DAG_2020), rad(2, LUSTER)], valg={}, minst=2)
    assert (plan.avslutt, plan.flytt, plan.maa_velges) == ((), (), ())
    assert not plan.for_faa


def test_changes_of_one_day_that_share_a_municipality_are_one_reform():
    alle = [*SOGNDALSREFORMEN.overganger, *overganger(DAG_2020, (31, 32), (33, 32)), *AALESUNDSREFORMEN.overganger]
    assert reformer(alle) == [
        SOGNDALSREFORMEN,
        Reform(dato=DAG_2020, overganger=overganger(DAG_2020, (31, 32), (33, 32))),
        AALESUNDSREFORMEN,
    ]


@given(st.lists(st.integers(min_value=1, max_value=50), min_size=3, max_size=3), st.booleans())
def test_a_merger_keeps_the_sum_of_the_shares(vekter, med_leikanger):
    parter = [SOGNDAL_1420, LEIKANGER if med_leikanger else LUSTER, 99]
    rader = [
        rad(nr, part, eierandel=Fraction(vekt, sum(vekter)))
        for nr, (part, vekt) in enumerate(zip(parter, vekter, strict=True), 1)
    ]
    plan = planlegg(SOGNDALSREFORMEN, rader, valg={}, minst=2)
    igjen = sum(r.eierandel for r in rader if r.id not in plan.avslutt)
    assert igjen + sum(ny.eierandel for ny in plan.nye) == 1


def test_sub_tasks_follow_and_nobody_is_in_twice():
    rader = [
        Rad(id=1, part=LEIKANGER, gruppe=7, fra=START),
        Rad(id=2, part=BALESTRAND, gruppe=7, fra=START),
        Rad(id=3, part=LEIKANGER, gruppe=8, fra=START, til=DAG_2020),
        Rad(id=4, part=LEIKANGER, gruppe=9, fra=date(2021, 1, 1)),
        Rad(id=5, part=LUSTER, gruppe=7, fra=START),
    ]
    foelge = foelg(SOGNDALSREFORMEN, rader, {}, flere=True)
    assert foelge.avslutt == (1, 2)
    assert foelge.nye == ((1, SOGNDAL),)
    assert foelge.flytt == ((4, SOGNDAL),)


def test_a_place_in_a_split_municipality_is_placed_by_hand_when_both_carry_on():
    stedet = [Rad(id=1, part=AALESUND_1507, gruppe=1, fra=START)]
    begge = {AALESUND_1507: [AALESUND_1508, HARAM]}
    assert foelg(AALESUNDSREFORMEN, stedet, begge, flere=False).uavklart == (1,)
    assert foelg(AALESUNDSREFORMEN, stedet, {AALESUND_1507: [HARAM]}, flere=False).nye == ((1, HARAM),)
    assert foelg(AALESUNDSREFORMEN, stedet, begge, flere=True).nye == ((1, AALESUND_1508), (1, HARAM))


def test_open_rounds_ask_the_new_council_once_and_keep_what_the_old_decided():
    spurte = [(1, 50, LEIKANGER), (2, 50, BALESTRAND), (3, 50, LUSTER), (4, 51, LEIKANGER)]
    plan = skift_raad(SOGNDALSREFORMEN, spurte, [(51, SOGNDAL)], {})
    assert plan.bort == (1, 2, 4)
    assert plan.inn == ((50, SOGNDAL),)
