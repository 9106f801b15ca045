"""The nights on which a council is reminded."""

from datetime import date

import pytest

from avtaler.domene.paaminnelse import skal_minnes

TIL = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("dato", "sist", "minnes"),
    [
        (date(2026, 11, 15), None, False),
        (date(2026, 11, 16), None, True),
        (date(2026, 11, 17), date(2026, 11, 16), False),
        (date(2026, 11, 18), None, True),  # a night was missed
        (date(2026, 11, 23), date(2026, 11, 18), True),
        (date(2026, 11, 24), date(2026, 11, 23), False),
        (date(2026, 11, 29), date(2026, 11, 23), True),
        (date(2026, 11, 30), date(2026, 11, 29), False),
        (date(2026, 12, 1), None, False),
    ],
)
def test_council_is_reminded_fourteen_seven_and_one_day_before(dato, sist, minnes):
    assert skal_minnes(dato, vindu_fra=None, vindu_til=TIL, sist=sist) is minnes


def test_nobody_is_reminded_before_the_window_or_without_a_last_day():
    assert not skal_minnes(date(2026, 11, 20), vindu_fra=date(2026, 11, 25), vindu_til=TIL, sist=None)
    assert not skal_minnes(date(2026, 11, 20), vindu_fra=None, vindu_til=None, sist=None)
