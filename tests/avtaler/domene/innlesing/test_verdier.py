"""Dates, shares and numbers as lists write them."""

from datetime import date
from fractions import Fraction

import pytest

from avtaler.domene.innlesing.verdier import (
    begge_datoer,
    les_antall,
    les_eierandel,
    les_orgnr,
    les_periode,
    les_slutt,
    les_start,
)
from kommuner.domene.lesing import Ulesbar

AAR = 2026


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("2007", date(2007, 1, 1)), ("1.1.2015", date(2015, 1, 1)), ("fra 2012", date(2012, 1, 1)),
        ("frå 1. mars 2012", date(2012, 3, 1)), ("siden 2010", date(2010, 1, 1)), ("mars 2015", date(2015, 3, 1)),
        ("03.2015", date(2015, 3, 1)), ("2015-03-01 00:00:00", date(2015, 3, 1)), ("42005", date(2015, 1, 1)),
        ("ca. 2009", date(2009, 1, 1)), ("etablert 2004", date(2004, 1, 1)), ("2007,0", date(2007, 1, 1)),
    ],
)  # fmt: skip
def test_start_is_read(tekst, ventet):
    assert les_start(tekst, referanseaar=AAR) == ventet


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [("2019", date(2019, 12, 31)), ("02.2020", date(2020, 2, 29)), ("t.o.m. 30.6.2021", date(2021, 6, 30))],
)
def test_end_is_the_last_day_that_counts(tekst, ventet):
    assert les_slutt(tekst, referanseaar=AAR) == ventet


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [("2015–2019", (date(2015, 1, 1), date(2019, 12, 31))), ("2015-2019", (date(2015, 1, 1), date(2019, 12, 31))),
     ("2015–", (date(2015, 1, 1), None)), ("1.1.2015 til 30.6.2016", (date(2015, 1, 1), date(2016, 6, 30)))],
)  # fmt: skip
def test_both_ends_in_one_cell_are_read(tekst, ventet):
    assert les_periode(tekst, referanseaar=AAR) == ventet


def test_ambiguous_date_comes_with_both_readings():
    with pytest.raises(Ulesbar) as feil:
        les_start("21-03-23", referanseaar=AAR)
    assert begge_datoer(feil.value, referanseaar=AAR) == (date(2023, 3, 21), date(2021, 3, 23))


@pytest.mark.parametrize("tekst", ["ukjent", "gammel", "32.13.2020", "0007", "1.1", "2015–"])
def test_what_is_no_date_is_refused(tekst):
    with pytest.raises(Ulesbar):
        les_start(tekst, referanseaar=AAR)


def test_half_is_a_part_or_a_percentage_as_it_is_said_to_be():
    assert les_eierandel("0,5", som_del=True) == Fraction(1, 2)
    assert les_eierandel("0,5", som_del=False) == Fraction(1, 200)
    with pytest.raises(Ulesbar):
        les_eierandel("0,5")


@pytest.mark.parametrize(("tekst", "ventet"), [("6", 6), ("6 måneder", 6), ("12 mnd", 12), ("1 år", 12)])
def test_months_are_read(tekst, ventet):
    assert les_antall(tekst) == ventet


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("ett år", 12), ("Eitt år", 12), ("to år", 24), ("seks måneder", 6), ("tolv månader", 12), ("én måned", 1),
        ("et halvt år", 6), ("eit halvt år", 6), ("halvt år", 6), ("halvår", 6), ("halvannet år", 18), ("sju", 7),
        ("12 måneders frist", 12), ("ett års oppsigelse", 12), ("3 månaders varsel", 3),
    ],
)  # fmt: skip
def test_months_in_words_are_read(tekst, ventet):
    assert les_antall(tekst) == ventet


@pytest.mark.parametrize("tekst", ["tretten måneder", "noen år", "etter avtale", "halvt", "år", "to og tre år"])
def test_words_that_are_no_number_up_to_twelve_are_refused(tekst):
    with pytest.raises(Ulesbar):
        les_antall(tekst)


def test_organisation_number_is_read_with_spaces_and_letters():
    assert les_orgnr("NO 964 982 953 MVA") == "964982953"
    with pytest.raises(Ulesbar):
        les_orgnr("964 982 954")
