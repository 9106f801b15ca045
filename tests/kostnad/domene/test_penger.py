"""Kroner in and out: exact øre, Norwegian writing, and nothing guessed."""

from fractions import Fraction

import pytest

from kostnad.domene.penger import desimaltekst, kroner, les_oere, les_tall, vis, vis_sats, vis_tall


@pytest.mark.parametrize(
    ("tekst", "oere"),
    [("1350000", 135000000), ("310000.50", 31000050), ("0.5", 50), ("0", 0), ("-12.34", -1234), ("-0", 0)],
)
def test_les_oere_reads_kroner_with_a_point(tekst, oere):
    assert les_oere(tekst) == oere


@pytest.mark.parametrize(
    "tekst", ["", " 1", "1,50", "1 000", "1.234", "12.", ".5", "1e5", "NaN", "+5", "٣", "1_000", "9" * 14, "5\n"]
)
def test_les_oere_refuses_what_is_not_an_amount(tekst):
    with pytest.raises(ValueError):  # noqa: PT011 - the text is the message
        les_oere(tekst)


@pytest.mark.parametrize(("tekst", "tall"), [("3.08", Fraction(77, 25)), ("1/3", Fraction(1, 3)), ("-2", Fraction(-2))])
def test_les_tall_is_exact_and_desimaltekst_writes_it_back(tekst, tall):
    assert les_tall(tekst) == tall
    assert desimaltekst(tall) == tekst


@pytest.mark.parametrize("tekst", ["1/0", "1/-3", "1.5/2", "inf", "1e3", "½", "1.0000000000001"])
def test_les_tall_refuses_what_is_not_a_number(tekst):
    with pytest.raises(ValueError):  # noqa: PT011
        les_tall(tekst)


@pytest.mark.parametrize(("oere", "tekst"), [(5173400, "51734"), (5173450, "51734.50"), (-5, "-0.05"), (0, "0")])
def test_kroner_for_machines(oere, tekst):
    assert kroner(oere) == tekst
    assert les_oere(tekst) == oere


@pytest.mark.parametrize(
    ("oere", "tekst"),
    [
        (5173400, "51 734 kr"),
        (5173450, "51 734,50 kr"),
        (-100, "−1 kr"),
        (Fraction(31000000, 9), "34 444,44 kr"),
        (Fraction(-1, 3), "0 kr"),
        (Fraction(1, 2), "0,01 kr"),
    ],
)
def test_vis_writes_kroner_as_norwegians_do(oere, tekst):
    assert vis(oere) == tekst.replace(" ", "\u00a0")


def test_vis_sats_keeps_all_decimals_and_at_least_two():
    assert vis_sats(Fraction("12.5")) == "0,125\u00a0kr"
    assert vis_sats(Fraction("350")) == "3,50\u00a0kr"
    assert vis_sats(Fraction(2500)) == "25\u00a0kr"


def test_vis_tall_groups_thousands_and_keeps_fractions():
    assert vis_tall(120161) == "120\u00a0161"
    assert vis_tall(Fraction("-12.5")) == "−12,5"
    assert vis_tall(Fraction(10000, 3)) == "10\u00a0000/3"
