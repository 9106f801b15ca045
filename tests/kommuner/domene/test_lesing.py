"""What Norwegians type as amounts, percentages and shares is read as they mean it, or refused."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommuner.domene.lesing import Ulesbar, les_andel, les_beloep, les_desimaltall, les_heltall, les_prosent
from kommuner.domene.skriving import vis_andel_kort, vis_beloep, vis_tall


@pytest.mark.parametrize(
    ("tekst", "oere"),
    [
        ("1 234,50", 123450),
        ("1\u00a0234,50", 123450),
        ("1\u202f234,50", 123450),
        ("1\u2009234,50", 123450),
        ("1.234,50", 123450),
        ("1,234.50", 123450),
        ("1234,5", 123450),
        ("12.5", 1250),
        ("12.50", 1250),
        ("12,50", 1250),
        ("100 000 kr", 10_000_000),
        ("kr 100 000", 10_000_000),
        ("Kr. 100 000,-", 10_000_000),
        ("100 000,-", 10_000_000),
        ("100 000,–", 10_000_000),
        ("100 000,- kr", 10_000_000),
        ("100000 kroner", 10_000_000),
        ("100 000 NOK", 10_000_000),
        ("12.500,-", 1_250_000),
        ("12.500,00", 1_250_000),
        ("1 234 567", 123_456_700),
        ("1.234.567", 123_456_700),
        ("1.234.567,89", 123_456_789),
        ("  5 ", 500),
        ("-5", -500),
        ("\u22125", -500),
        ("− 5,25 kr", -525),
        ("-kr 5", -500),
        ("kr −5", -500),
        ("0", 0),
        ("0,01", 1),
        ("9 999 999 999 999,99", 999_999_999_999_999),
    ],
)
def test_beloep_is_read_as_a_norwegian_means_it(tekst, oere):
    assert les_beloep(tekst) == oere


@pytest.mark.parametrize(
    ("tekst", "kode"),
    [
        ("", "tomt"),
        (" \u00a0 ", "tomt"),
        ("12.500", "flertydig"),
        ("12.500 kr", "flertydig"),
        ("−12.500", "flertydig"),
        ("1,234", "flertydig"),
        ("12.345", "flertydig"),
        ("0.500", "for_mange_desimaler"),
        ("1234.500", "for_mange_desimaler"),
        ("1 234,567", "for_mange_desimaler"),
        ("1.234,567", "for_mange_desimaler"),
        ("12 50", "ikke_tall"),
        ("1234 567", "ikke_tall"),
        ("1.23.456", "ikke_tall"),
        ("1.234 567", "ikke_tall"),
        ("1,234,56", "ikke_tall"),
        ("12,50,-", "ikke_tall"),
        ("--5", "ikke_tall"),
        ("5-", "ikke_tall"),
        ("(5)", "ikke_tall"),
        ("5,", "ikke_tall"),
        (",5", "ikke_tall"),
        ("kr", "ikke_tall"),
        ("-", "ikke_tall"),
        ("1e5", "ikke_tall"),
        ("nan", "ikke_tall"),
        ("1,5 mill.", "ikke_tall"),
        ("\u0661\u0662", "ikke_tall"),
        ("10 000 000 000 000", "for_stort"),
        ("9" * 5000, "for_stort"),
    ],
)
def test_beloep_without_one_meaning_is_refused(tekst, kode):
    with pytest.raises(Ulesbar) as feil:
        les_beloep(tekst)
    assert feil.value.kode == kode


def test_flertydig_carries_both_readings():
    with pytest.raises(Ulesbar) as feil:
        les_beloep(" 12.500 ")
    assert feil.value.verdier == {"tekst": "12.500", "som_tusen": "12\u00a0500", "som_desimal": "12,50"}


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.sampled_from(["\u00a0", "\u202f", " ", "\u2009", ""]))
def test_beloep_written_and_read_is_the_same(oere, mellomrom):
    assert les_beloep(vis_beloep(oere).replace("\u00a0", mellomrom)) == oere


@given(st.text("0123456789 .,-−kr\u00a0", max_size=12))
def test_beloep_is_never_the_decimal_reading_of_a_dotted_thousand(tekst):
    siffer = "".join(tegn for tegn in tekst if tegn.isdigit())
    try:
        oere = les_beloep(tekst)
    except Ulesbar:
        oere = None
    tre_etter_siste = tekst.rstrip(" kr\u00a0")[-4:-3] in (".", ",")
    assert oere is None or abs(oere) in {int(siffer), int(siffer) * 10, int(siffer) * 100}
    assert oere is None or not tre_etter_siste or abs(oere) == int(siffer) * 100


@pytest.mark.parametrize(("tekst", "tall"), [("12 500", 12500), ("12500", 12500), ("1.234.567", 1234567), ("−3", -3)])
def test_heltall_takes_spaces_between_thousands(tekst, tall):
    assert les_heltall(tekst) == tall


@pytest.mark.parametrize(
    ("tekst", "kode"),
    [("12,5", "ikke_heltall"), ("12.500", "flertydig"), ("tolv", "ikke_tall"), ("9" * 16, "for_stort")],
)
def test_heltall_that_is_not_one_is_refused(tekst, kode):
    with pytest.raises(Ulesbar) as feil:
        les_heltall(tekst)
    assert feil.value.kode == kode


@given(st.integers(-(10**14), 10**14))
def test_heltall_written_and_read_is_the_same(tall):
    assert les_heltall(vis_tall(tall)) == tall


@pytest.mark.parametrize(
    ("tekst", "andel"),
    [
        ("11,5 %", Fraction(23, 200)),
        ("11,5\u00a0%", Fraction(23, 200)),
        ("11.5", Fraction(23, 200)),
        ("11,5 prosent", Fraction(23, 200)),
        ("33,333 %", Fraction(33333, 100000)),
        ("100%", Fraction(1)),
        ("0", Fraction(0)),
    ],
)
def test_prosent_is_an_exact_share(tekst, andel):
    assert les_prosent(tekst) == andel


@pytest.mark.parametrize(
    ("tekst", "kode"),
    [
        ("", "tomt"),
        ("%", "ikke_tall"),
        ("12.500", "flertydig"),
        ("−5 %", "negativt"),
        ("100,1", "over_hele"),
        ("1/3", "ikke_tall"),
        ("0," + "3" * 16, "for_stort"),
    ],
)
def test_prosent_without_one_meaning_is_refused(tekst, kode):
    with pytest.raises(Ulesbar) as feil:
        les_prosent(tekst)
    assert feil.value.kode == kode


def test_prosent_above_hundred_is_read_where_it_may_be():
    assert les_prosent("104 %", hoeyst=None) == Fraction(26, 25)


@pytest.mark.parametrize(
    ("tekst", "andel"),
    [
        ("1/9", Fraction(1, 9)),
        ("1 / 9", Fraction(1, 9)),
        ("1 av 9", Fraction(1, 9)),
        ("11,5 %", Fraction(23, 200)),
        ("11.5", Fraction(23, 200)),
        ("0,5 %", Fraction(1, 200)),
        ("50", Fraction(1, 2)),
        ("0", Fraction(0)),
    ],
)
def test_andel_is_a_fraction_or_a_percentage(tekst, andel):
    assert les_andel(tekst) == andel


@pytest.mark.parametrize(
    ("tekst", "kode"),
    [
        ("1/0", "ugyldig_broek"),
        ("10/9", "over_hele"),
        ("0,5", "flertydig_andel"),
        ("1", "flertydig_andel"),
        ("1/" + "9" * 20, "for_stort"),
        ("en tredel", "ikke_tall"),
    ],
)
def test_andel_without_one_meaning_is_refused(tekst, kode):
    with pytest.raises(Ulesbar) as feil:
        les_andel(tekst)
    assert feil.value.kode == kode


def test_flertydig_andel_carries_both_readings():
    with pytest.raises(Ulesbar) as feil:
        les_andel("0,5")
    assert (feil.value.verdier["som_prosent"], feil.value.verdier["som_del"]) == ("0,5", "50")


@given(st.fractions(0, 1, max_denominator=10**6))
def test_andel_written_short_and_read_is_the_same(andel):
    assert les_andel(vis_andel_kort(andel)) == andel


@pytest.mark.parametrize(
    ("tekst", "tall"), [("12,5", "12.5"), ("0.75", "0.75"), ("3", "3"), ("1 234,25", "1234.25"), ("12,50", "12.5")]
)
def test_desimaltall_is_read_with_comma_or_stop(tekst, tall):
    assert les_desimaltall(tekst) == Fraction(tall)


@pytest.mark.parametrize(
    ("tekst", "kode"), [("1.234", "flertydig"), ("1,2345", "for_mange_desimaler"), ("to", "ikke_tall")]
)
def test_desimaltall_is_not_guessed(tekst, kode):
    with pytest.raises(Ulesbar) as feil:
        les_desimaltall(tekst)
    assert feil.value.kode == kode
