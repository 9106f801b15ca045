"""Half-open periods: the days they hold, and the last day that people see."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommuner.domene.periode import Periode

DAGER = st.dates(date(2000, 1, 1), date(2001, 1, 1))


@st.composite
def perioder(draw):
    fra = draw(DAGER)
    lengde = draw(st.one_of(st.none(), st.integers(1, 400)))
    return Periode(fra, None if lengde is None else fra + timedelta(days=lengde))


def test_periode_holds_its_first_day_but_not_its_end():
    aaret = Periode(date(2003, 1, 1), date(2004, 1, 1))
    assert aaret.inneholder(date(2003, 1, 1))
    assert aaret.inneholder(date(2003, 12, 31))
    assert not aaret.inneholder(date(2004, 1, 1))
    assert not aaret.inneholder(date(2002, 12, 31))
    assert (aaret.dager, aaret.siste_dag) == (365, date(2003, 12, 31))


def test_running_periode_has_no_end_to_show():
    loepende = Periode(date(2020, 1, 1))
    assert loepende.inneholder(date(2150, 1, 1))
    assert (loepende.dager, loepende.siste_dag) == (None, None)


@pytest.mark.parametrize("til", [date(2003, 1, 1), date(2002, 1, 1)])
def test_periode_without_days_is_refused(til):
    with pytest.raises(ValueError, match="end after it begins"):
        Periode(date(2003, 1, 1), til)


@given(perioder(), perioder())
def test_overlapp_is_the_same_as_a_shared_day(en, annen):
    felles_dag = max(en.fra, annen.fra)
    assert en.overlapper(annen) == annen.overlapper(en) == (en.inneholder(felles_dag) and annen.inneholder(felles_dag))
