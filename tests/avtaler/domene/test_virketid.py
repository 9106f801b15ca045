"""An agreement's life on a date, and the day its participants are counted."""

from datetime import date

import pytest

from avtaler.domene.virketid import avtalestatus, er_med, telledag

FRA, TIL = date(2020, 1, 1), date(2023, 5, 1)


@pytest.mark.parametrize(
    ("dato", "status", "dag"),
    [
        (date(2019, 12, 31), "kommende", FRA),
        (FRA, "gjeldende", FRA),
        (date(2023, 4, 30), "gjeldende", date(2023, 4, 30)),
        (TIL, "avsluttet", date(2023, 4, 30)),
    ],
)
def test_status_and_counting_day_on_both_sides_of_the_limits(dato, status, dag):
    assert avtalestatus(fra=FRA, til=TIL, er_utkast=False, dato=dato) == status
    assert telledag(fra=FRA, til=TIL, dato=dato) == dag


def test_draft_is_a_draft_whatever_its_dates():
    assert avtalestatus(fra=FRA, til=None, er_utkast=True, dato=FRA) == "utkast"


def test_agreement_without_start_is_still_to_come():
    assert avtalestatus(fra=None, til=None, er_utkast=False, dato=FRA) == "kommende"
    assert er_med(fra=date(2030, 1, 1), til=None, avtale_fra=None, avtale_til=None, dato=FRA)
    assert not er_med(fra=date(2010, 1, 1), til=FRA, avtale_fra=None, avtale_til=None, dato=FRA)
