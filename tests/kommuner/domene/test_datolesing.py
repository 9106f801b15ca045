"""Dates as Norwegians type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommuner.domene.datolesing import les_dato
from kommuner.domene.lesing import Ulesbar
from kommuner.domene.skriving import vis_dato, vis_kort_dato

MARS = date(2023, 3, 21)


@pytest.mark.parametrize(
    "tekst",
    [
        "2023-03-21",
        "2023.03.21",
        "21.3.2023",
        "21.03.2023",
        "21.3.23",
        "21.03.23",
        "21. 3. 2023",
        "21/3-2023",
        "21/3 2023",
        "21/3/2023",
        "21-3-2023",
        "21. mars 2023",
        "21 mars 2023",
        "21.mars 2023",
        "21. Mars 2023",
        "21. mar. 2023",
        "21. mars 23",
        "den 21. mars 2023",
        "\u00a021.\u00a0mars\u00a02023 ",
    ],
)
def test_dato_is_read_as_a_norwegian_means_it(tekst):
    assert les_dato(tekst, referanseaar=2026) == MARS


@pytest.mark.parametrize(
    ("tekst", "maaned"),
    [("1. febr. 2023", 2), ("1. sept 2023", 9), ("1 okt 2023", 10), ("1. desember 2023", 12), ("1. mai 2023", 5)],
)
def test_month_names_and_abbreviations(tekst, maaned):
    assert les_dato(tekst, referanseaar=2026) == date(2023, maaned, 1)


@pytest.mark.parametrize(
    ("tekst", "kode"),
    [
        ("", "tomt"),
        ("31.2.2023", "ugyldig_dato"),
        ("29.2.2023", "ugyldig_dato"),
        ("3/21/2023", "ugyldig_dato"),
        ("0.1.2023", "ugyldig_dato"),
        ("31. april 2023", "ugyldig_dato"),
        ("21. mars", "mangler_aar"),
        ("21.3.", "mangler_aar"),
        ("21.3", "mangler_aar"),
        ("21-03-23", "flertydig_dato"),
        ("21.3.0023", "ugyldig_aar"),
        ("21.3.9999", "ugyldig_aar"),
        ("21.3.023", "ikke_dato"),
        ("mars 2023", "ikke_dato"),
        ("21032023", "ikke_dato"),
        ("21. march 2023", "ikke_dato"),
        ("i går", "ikke_dato"),
        ("\u0662\u0661.3.2023", "ikke_dato"),
    ],
)
def test_dato_without_one_meaning_is_refused(tekst, kode):
    with pytest.raises(Ulesbar) as feil:
        les_dato(tekst, referanseaar=2026)
    assert feil.value.kode == kode


def test_flertydig_dato_carries_both_readings():
    with pytest.raises(Ulesbar) as feil:
        les_dato("21-03-23", referanseaar=2026)
    assert (feil.value.verdier["som_dag"], feil.value.verdier["som_aar"]) == ("21.03.2023", "23.03.2021")


def test_short_year_with_dashes_is_read_when_only_one_date_exists():
    assert les_dato("31-12-99", referanseaar=2026) == date(1999, 12, 31)


@pytest.mark.parametrize(("aar", "ventet"), [("45", 2045), ("46", 1946), ("99", 1999), ("00", 2000)])
def test_short_year_lies_around_the_reference_year(aar, ventet):
    assert les_dato(f"1.1.{aar}", referanseaar=2026).year == ventet


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_dato_written_and_read_is_the_same(dato):
    assert les_dato(vis_dato(dato), referanseaar=2026) == dato
    assert les_dato(vis_kort_dato(dato), referanseaar=2026) == dato
    assert les_dato(dato.isoformat(), referanseaar=2026) == dato
