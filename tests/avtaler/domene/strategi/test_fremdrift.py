"""What is not driven is seen: late measures and front cases, and those without a next date (needs 1.9, 3.13)."""

from datetime import date

import pytest

from avtaler.domene.strategi.fremdrift import Frontfakta, Tiltaksfakta, Varsel, frontvarsler, tiltaksvarsler

DATO = date(2026, 11, 20)
FOER, ETTER = date(2026, 11, 19), date(2026, 11, 20)


def tiltak(**felt) -> Tiltaksfakta:
    return Tiltaksfakta(**{"status": "i_gang", "til_aar": 2026, "neste_dato": ETTER, "har_driver": True} | felt)


def sak(**felt) -> Frontfakta:
    return Frontfakta(**{"status": "i_arbeid", "avgjoeres": ETTER, "neste_dato": ETTER, "har_driver": True} | felt)


@pytest.mark.parametrize(
    ("felt", "ventet"),
    [
        ({}, ()), ({"neste_dato": FOER}, (Varsel.FORSINKET,)), ({"til_aar": 2025}, (Varsel.FORSINKET,)),
        ({"neste_dato": None}, (Varsel.UTEN_DATO,)), ({"har_driver": False}, (Varsel.UTEN_DRIVER,)),
        ({"neste_dato": None, "til_aar": 2025, "har_driver": False}, tuple(Varsel)),
    ],
)  # fmt: skip
def test_measure_is_late_or_lacks_what_drives_it(felt, ventet):
    assert tiltaksvarsler(tiltak(**felt), DATO) == ventet


@pytest.mark.parametrize("status", ["fullfoert", "avlyst"])
def test_measure_that_is_done_needs_nothing(status):
    assert tiltaksvarsler(tiltak(status=status, neste_dato=None, har_driver=False, til_aar=2020), DATO) == ()


@pytest.mark.parametrize(
    ("felt", "ventet"),
    [
        ({}, ()),
        ({"avgjoeres": FOER}, (Varsel.FORSINKET,)),
        ({"avgjoeres": None, "neste_dato": None}, (Varsel.UTEN_DATO,)),
    ],
)
def test_front_case_is_late_once_others_have_decided(felt, ventet):
    assert frontvarsler(sak(**felt), DATO) == ventet


@pytest.mark.parametrize("status", ["naadd", "tapt"])
def test_decided_front_case_needs_nothing(status):
    assert frontvarsler(sak(status=status, avgjoeres=FOER, neste_dato=None), DATO) == ()
