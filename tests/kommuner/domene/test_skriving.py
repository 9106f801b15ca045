"""Numbers, amounts, shares and dates as they are shown. «_» stands for the hard space U+00A0 in the expectations."""

from datetime import date
from fractions import Fraction

import pytest

from kommuner.domene.periode import Periode
from kommuner.domene.skriving import (
    vis_andel,
    vis_andel_kort,
    vis_beloep,
    vis_beloep_uten_enhet,
    vis_dato,
    vis_desimaltall,
    vis_kort_dato,
    vis_periode,
    vis_prosent,
    vis_tall,
)


def _haard(tekst):
    return tekst.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("oere", "tekst"),
    [(123456700, "1_234_567_kr"), (123456750, "1_234_567,50_kr"), (5, "0,05_kr"), (0, "0_kr"), (-150, "−1,50_kr")],
)
def test_beloep_has_hard_spaces_and_oere_only_when_needed(oere, tekst):
    assert vis_beloep(oere) == _haard(tekst)
    assert vis_beloep_uten_enhet(oere) == _haard(tekst.removesuffix("_kr"))


def test_beloep_in_a_column_with_oere_has_them_too():
    assert vis_beloep(31_000, med_oere=True) == _haard("310,00_kr")
    assert vis_beloep_uten_enhet(93_476, med_oere=True) == "934,76"


@pytest.mark.parametrize(("tall", "tekst"), [(0, "0"), (999, "999"), (1000, "1_000"), (-1234567, "−1_234_567")])
def test_tall_is_grouped_by_three(tall, tekst):
    assert vis_tall(tall) == _haard(tekst)


@pytest.mark.parametrize(
    ("andel", "desimaler", "tekst"),
    [
        (Fraction(1, 9), 1, "11,1_%"),
        (Fraction(1, 9), 0, "11_%"),
        (Fraction(1, 9), 3, "11,111_%"),
        (Fraction(1, 2), 1, "50_%"),
        (Fraction(23, 200), 1, "11,5_%"),
        (Fraction(1, 800), 2, "0,13_%"),
        (Fraction(1, 3000), 1, "0,0_%"),
        (Fraction(-1, 9), 1, "−11,1_%"),
        (Fraction(-1, 9000), 1, "0,0_%"),
    ],
)
def test_prosent_rounds_half_up_and_whole_percentages_are_short(andel, desimaler, tekst):
    assert vis_prosent(andel, desimaler) == _haard(tekst)


@pytest.mark.parametrize(
    ("andel", "tekst", "kort"),
    [
        (Fraction(1, 9), "11,1_% (1/9)", "1/9"),
        (Fraction(1, 2), "50_% (1/2)", "50_%"),
        (Fraction(1), "100_%", "100_%"),
        (Fraction(0), "0_%", "0_%"),
        (Fraction(23, 200), "11,5_%", "11,5_%"),
        (Fraction(1, 80), "1,25_%", "1,25_%"),
        (Fraction(4893, 120161), "4,07_%", "4893/120161"),
    ],
)
def test_andel_shows_the_percentage_and_a_fraction_that_is_short(andel, tekst, kort):
    assert (vis_andel(andel), vis_andel_kort(andel)) == (_haard(tekst), _haard(kort))


def test_dato_in_text_and_in_tables():
    assert vis_dato(date(2023, 3, 21)) == "21. mars 2023"
    assert vis_kort_dato(date(2023, 3, 1)) == "01.03.2023"


def test_periode_shows_the_last_day_and_an_open_end():
    assert vis_periode(Periode(date(2003, 1, 1), date(2004, 1, 1))) == "01.01.2003 – 31.12.2003"
    assert vis_periode(Periode(date(2020, 1, 1))) == "01.01.2020 –"


@pytest.mark.parametrize(
    ("tall", "tekst"),
    [("12.5", "12,5"), ("3", "3"), ("0.75", "0,75"), ("1234.25", "1_234,25"), ("0.004", "0"), ("-1.5", "\u22121,5")],
)
def test_desimaltall_has_the_decimals_it_needs(tall, tekst):
    assert vis_desimaltall(Fraction(tall)) == _haard(tekst)
