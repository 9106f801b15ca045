"""The yearly confirmation of the data."""

from datetime import date

import pytest

from avtaler.domene.bekreftelse import bekreftelse, bekreftelsesfrist

REGISTRERT = date(2020, 3, 1)


@pytest.mark.parametrize(
    ("bekreftet", "dato", "ventet"),
    [
        (None, date(2020, 3, 2), "venter"),
        (None, date(2021, 3, 1), "venter"),
        (None, date(2021, 3, 2), "forfalt"),
        (date(2022, 5, 1), date(2022, 5, 1), "bekreftet"),
        (date(2022, 5, 1), date(2023, 5, 1), "bekreftet"),
        (date(2022, 5, 1), date(2023, 5, 2), "forfalt"),
        (date(2022, 5, 1), date(2022, 4, 30), "forfalt"),
    ],
)
def test_confirmation_holds_for_twelve_months(bekreftet, dato, ventet):
    assert bekreftelse(bekreftet=bekreftet, registrert=REGISTRERT, dato=dato) == ventet


def test_deadline_after_a_leap_day_is_the_last_of_february():
    assert bekreftelsesfrist(bekreftet=date(2024, 2, 29), registrert=REGISTRERT) == date(2025, 2, 28)
