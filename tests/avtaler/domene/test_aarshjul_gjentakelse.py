"""When an event comes again: counted from the first time, whatever the length of the month."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtaler.domene.aarshjul.gjentakelse import MAANEDER, Gjentas, dager_i

DATOER = st.dates(date(1990, 1, 1), date(2060, 12, 31))
GJENTAS = st.sampled_from(list(MAANEDER))


def test_the_31st_is_the_last_day_of_shorter_months_and_comes_back():
    dager = list(dager_i(date(2026, 1, 31), Gjentas.MAANED, fra=date(2026, 1, 1), til=date(2026, 5, 31)))
    assert dager == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31)]


def test_leap_day_is_the_28th_in_common_years():
    dager = dager_i(date(2024, 2, 29), Gjentas.AAR, fra=date(2025, 1, 1), til=date(2028, 12, 31))
    assert list(dager) == [date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29)]


def test_what_lasts_into_the_period_is_there():
    dager = dager_i(date(2026, 12, 20), Gjentas.AAR, fra=date(2027, 1, 1), til=date(2027, 6, 1), varer=20)
    assert list(dager) == [date(2026, 12, 20)]


def test_event_that_ends_comes_no_more():
    dager = dager_i(
        date(2001, 10, 18), Gjentas.AAR, fra=date(2003, 1, 1), til=date(2009, 1, 1), ikke_fra=date(2005, 1, 1)
    )
    assert [dag.year for dag in dager] == [2003, 2004]


def test_event_that_comes_once_comes_once():
    assert list(dager_i(date(2026, 5, 1), Gjentas.ALDRI, fra=date(2026, 1, 1), til=date(2026, 12, 31))) == [
        date(2026, 5, 1)
    ]
    assert not list(dager_i(date(2025, 5, 1), Gjentas.ALDRI, fra=date(2026, 1, 1), til=date(2026, 12, 31)))


def test_event_of_no_days_is_an_error():
    with pytest.raises(ValueError, match="0"):
        list(dager_i(date(2026, 1, 1), Gjentas.AAR, fra=date(2026, 1, 1), til=date(2026, 2, 1), varer=0))


def test_the_last_year_there_is_ends_it():
    dager = dager_i(date(9990, 6, 1), Gjentas.FIRE_AAR, fra=date(9990, 1, 1), til=date.max)
    assert [dag.year for dag in dager] == [9990, 9994, 9998]


@given(foerste=DATOER, gjentas=GJENTAS, fra=DATOER, lengde=st.integers(0, 1500), varer=st.integers(1, 28))
def test_every_time_is_a_whole_number_of_steps_from_the_first(foerste, gjentas, fra, lengde, varer):
    til = fra + timedelta(days=lengde)
    dager = list(dager_i(foerste, gjentas, fra=fra, til=til, varer=varer))
    assert dager == sorted(set(dager))
    for dag in dager:
        maaneder = (dag.year - foerste.year) * 12 + dag.month - foerste.month
        assert maaneder >= 0
        assert maaneder % MAANEDER[gjentas] == 0
        assert dag.day == min(foerste.day, monthrange(dag.year, dag.month)[1])
        assert dag <= til
        assert dag + timedelta(days=varer - 1) >= fra


@given(foerste=DATOER, gjentas=GJENTAS, fra=DATOER, lengde=st.integers(0, 800))
def test_looking_at_a_longer_period_finds_the_same_and_more(foerste, gjentas, fra, lengde):
    til = fra + timedelta(days=lengde)
    korte = list(dager_i(foerste, gjentas, fra=fra, til=til))
    lange = dager_i(foerste, gjentas, fra=fra - timedelta(days=400), til=til + timedelta(days=400))
    assert korte == [dag for dag in lange if fra <= dag <= til]
