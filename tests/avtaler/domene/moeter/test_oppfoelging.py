"""What follows a meeting: decisions that are done or late, and reports home that are missing."""

from datetime import date

import pytest

from avtaler.domene.moeter.oppfoelging import Oppfoelging, oppfoelging
from avtaler.domene.moeter.tilbakemelding import Meldestatus, meldefrist, meldestatus

FRIST = date(2026, 11, 1)
MOETE = date(2026, 10, 9)


@pytest.mark.parametrize(
    ("ansvarlig", "frist", "utfoert", "dato", "status"),
    [
        ("", None, None, FRIST, Oppfoelging.INGEN),
        ("Styret", None, None, FRIST, Oppfoelging.AAPEN),
        ("Styret", FRIST, None, FRIST, Oppfoelging.AAPEN),
        ("Styret", FRIST, None, date(2026, 11, 2), Oppfoelging.FORSINKET),
        ("Styret", FRIST, date(2026, 11, 5), date(2026, 11, 6), Oppfoelging.UTFOERT),
        ("Styret", FRIST, date(2026, 11, 5), date(2026, 11, 4), Oppfoelging.FORSINKET),
    ],
)
def test_follow_up_as_it_was_on_the_day(ansvarlig, frist, utfoert, dato, status):
    assert oppfoelging(ansvarlig=ansvarlig, frist=frist, utfoert=utfoert, dato=dato) is status


@pytest.mark.parametrize(
    ("meldt", "dato", "status"),
    [
        (None, date(2026, 11, 8), Meldestatus.VENTER),
        (None, date(2026, 11, 9), Meldestatus.MANGLER),
        (None, date(2027, 10, 9), Meldestatus.MANGLER),
        (None, date(2027, 10, 10), Meldestatus.IKKE_FOERT),
        (date(2026, 10, 22), date(2027, 11, 9), Meldestatus.MELDT),
        (date(2026, 11, 22), date(2026, 11, 9), Meldestatus.MANGLER),
    ],
)
def test_report_home_is_missing_after_thirty_days_and_for_a_year(meldt, dato, status):
    assert meldestatus(MOETE, meldt=meldt, dato=dato) is status


def test_deadline_stops_where_the_calendar_does():
    assert meldefrist(date.max) == date.max
