"""Which days a report can show."""

from datetime import date

import pytest

from rapport.domene.rapportdato import kan_vises, siste_dag

IDAG = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("dato", "kan"),
    [
        (date(2000, 12, 31), False),
        (date(2001, 1, 1), True),
        (IDAG, True),
        (date(2027, 6, 1), True),
        (date(2027, 6, 2), False),
        (date(1801, 1, 1), False),
    ],
)
def test_report_is_of_a_day_from_2001_to_a_year_ahead(dato, kan):
    assert kan_vises(dato, idag=IDAG) is kan


def test_a_year_after_a_leap_day_is_the_last_of_february():
    assert siste_dag(date(2028, 2, 29)) == date(2029, 2, 28)
