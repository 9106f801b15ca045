"""The days of a series of meetings."""

from datetime import date

import pytest

from avtaler.domene.moeter.serie import FLEST, Mellomrom, seriedatoer

TREDJE_FREDAG = date(2027, 1, 15)


def test_fortnights_are_fourteen_days_apart():
    assert seriedatoer(TREDJE_FREDAG, mellomrom=Mellomrom.FJORTEN_DAGER, antall=3) == (
        TREDJE_FREDAG, date(2027, 1, 29), date(2027, 2, 12),
    )  # fmt: skip


def test_third_friday_stays_the_third_friday():
    dager = seriedatoer(TREDJE_FREDAG, mellomrom=Mellomrom.MAANED, antall=12)
    assert all(dag.weekday() == 4 and 15 <= dag.day <= 21 for dag in dager)
    assert [dag.month for dag in dager] == list(range(1, 13))


def test_fifth_weekday_becomes_the_last_where_there_are_four():
    dager = seriedatoer(date(2027, 1, 29), mellomrom=Mellomrom.MAANED, antall=3)
    assert dager == (date(2027, 1, 29), date(2027, 2, 26), date(2027, 3, 26))


def test_yearly_meeting_passes_the_turn_of_the_year():
    assert seriedatoer(date(2026, 12, 4), mellomrom=Mellomrom.KVARTAL, antall=2)[1] == date(2027, 3, 5)


@pytest.mark.parametrize("antall", [0, -1, FLEST + 1])
def test_number_out_of_range_is_refused(antall):
    with pytest.raises(ValueError, match="meetings"):
        seriedatoer(TREDJE_FREDAG, mellomrom=Mellomrom.UKE, antall=antall)


@pytest.mark.parametrize("mellomrom", Mellomrom)
def test_end_of_the_calendar_is_refused(mellomrom):
    with pytest.raises((ValueError, OverflowError)):
        seriedatoer(date(9999, 12, 28), mellomrom=mellomrom, antall=3)
