"""The financing of a project: it always goes up to the øre, and says what lapses when."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtaler.domene.prosjektoekonomi.finansiering import SNART, Bortfall, Del, Frist, Status, bortfall, planen, soeyler

DAG = date(2026, 11, 20)
KR = 100


def ledd(status="innvilget", beloep=100_000 * KR, utbetalt=0, frist=None) -> Del:
    return Del(status=Status(status), beloep=beloep, utbetalt=utbetalt, frist=frist)


@st.composite
def deler(draw):
    beloep = draw(st.none() | st.integers(0, 10**13))
    status = draw(st.sampled_from(list(Status)))
    gitt = status in (Status.INNVILGET, Status.UTBETALT) and beloep is not None
    return Del(status=status, beloep=beloep, utbetalt=draw(st.integers(0, beloep)) if gitt else 0)


@given(st.integers(0, 10**14), st.lists(deler(), max_size=8))
def test_frame_is_granted_applied_for_and_missing_to_the_oere(ramme, alle):
    plan = planen(ramme, alle)
    assert ramme == plan.innvilget + plan.soekt + plan.mangler - plan.over
    assert plan.mangler == 0 or plan.over == 0
    assert plan.innvilget == plan.utbetalt + plan.ikke_utbetalt


@given(st.lists(deler(), max_size=8), st.randoms())
def test_order_of_funders_changes_nothing(alle, tilfeldig):
    stokket = list(alle)
    tilfeldig.shuffle(stokket)
    assert planen(10**9, alle) == planen(10**9, stokket)


@given(st.integers(0, 10**14), st.lists(deler(), max_size=8), st.integers(1, 1000))
def test_bars_lie_side_by_side_over_the_whole_width(ramme, alle, bredde):
    plan = planen(ramme, alle)
    funnet = soeyler(plan, bredde=bredde)
    assert sum(lengde for _slag, _fra, lengde in funnet) == (bredde if max(ramme, plan.dekket) else 0)
    for (_s, fra, lengde), (_n, neste, _b) in pairwise(funnet):
        assert fra + lengde == neste


def test_four_funders_of_broadband_reconcile():
    plan = planen(
        4_000_000 * KR,
        [
            ledd("utbetalt", 1_200_000 * KR, 1_200_000 * KR),
            ledd("innvilget", 900_000 * KR, 300_000 * KR),
            ledd("soekt", 500_000 * KR),
            ledd("avslaatt", 700_000 * KR),
        ],
    )
    assert (plan.innvilget, plan.soekt, plan.mangler, plan.over) == (210_000_000, 50_000_000, 140_000_000, 0)
    assert (plan.utbetalt, plan.ikke_utbetalt, plan.avslaatt) == (150_000_000, 60_000_000, 70_000_000)


def test_more_than_the_frame_is_told_as_over():
    plan = planen(100 * KR, [ledd(beloep=101 * KR + 1)])
    assert (plan.mangler, plan.over) == (0, 101)


def test_what_could_be_used_to_a_day_that_is_past_covers_nothing_but_what_is_paid():
    gaar_ut = DAG - timedelta(days=1)
    alle = [ledd(beloep=60 * KR, utbetalt=20 * KR, frist=gaar_ut), ledd("soekt", 10 * KR, frist=gaar_ut)]
    plan = planen(100 * KR, alle, dato=DAG)
    assert (plan.innvilget, plan.soekt, plan.utloept, plan.mangler) == (20 * KR, 0, 50 * KR, 80 * KR)
    assert (plan.utbetalt, plan.ikke_utbetalt) == (20 * KR, 0)
    assert planen(100 * KR, alle, dato=gaar_ut).mangler == 30 * KR


def test_without_a_frame_nothing_is_missing_or_over():
    plan = planen(None, [ledd()])
    assert (plan.mangler, plan.over, plan.innvilget) == (None, None, 10_000_000)


def test_unknown_amounts_are_counted_and_add_nothing():
    plan = planen(100 * KR, [ledd(beloep=None), ledd("soekt", None), ledd("avslaatt", None), ledd(beloep=40 * KR)])
    assert (plan.ukjente, plan.mangler) == (2, 60 * KR)


@pytest.mark.parametrize(
    ("del_", "ventet"),
    [
        (ledd(frist=None), Frist.INGEN),
        (ledd(frist=DAG), Frist.SNART),
        (ledd(frist=DAG - timedelta(days=1)), Frist.UTLOEPT),
        (ledd(frist=DAG + SNART), Frist.SNART),
        (ledd(frist=DAG + SNART + timedelta(days=1)), Frist.LOEPER),
        (ledd("utbetalt", 100, 100, frist=DAG - timedelta(days=1)), Frist.INGEN),
        (ledd("avslaatt", frist=DAG - timedelta(days=1)), Frist.INGEN),
        (ledd("soekt", frist=DAG - timedelta(days=1)), Frist.UTLOEPT),
        (ledd(beloep=None, frist=DAG), Frist.SNART),
    ],
)
def test_end_date_matters_while_there_is_something_to_lose(del_, ventet):
    assert del_.fristen(DAG) is ventet


def test_what_is_not_used_lapses_by_day_first_day_first():
    sent, tidlig = date(2027, 12, 31), date(2027, 6, 30)
    alle = [ledd(beloep=300, utbetalt=100, frist=sent), ledd(beloep=50, frist=tidlig), ledd(beloep=25, frist=sent)]
    alle += [ledd("soekt", 999, frist=tidlig), ledd("utbetalt", 70, 70, frist=tidlig), ledd(beloep=40)]
    assert bortfall(alle) == (Bortfall(tidlig, 50, 1), Bortfall(sent, 225, 2))


def test_what_lapses_is_unknown_when_an_amount_is():
    assert bortfall([ledd(beloep=None, frist=DAG), ledd(beloep=50, frist=DAG)]) == (Bortfall(DAG, None, 2),)
