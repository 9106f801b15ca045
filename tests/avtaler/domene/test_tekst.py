"""Sentences in both written standards, and the facts put into them."""

from fractions import Fraction

import pytest

from avtaler.domene.tekst import Tekst, opplisting, plassholdere, prosent

HILSEN = Tekst(nb="Hvem? {hvem}.", nn="Kven? {hvem}.")


@pytest.mark.parametrize(("maalform", "ventet"), [("nb", "Hvem?"), ("nn", "Kven?"), ("noytral", "Hvem?")])
def test_paa_gives_nynorsk_only_when_asked(maalform: str, ventet: str) -> None:
    assert HILSEN.paa(maalform).startswith(ventet)


def test_med_fills_both_languages() -> None:
    assert HILSEN.med({"hvem": "Vik"}) == Tekst(nb="Hvem? Vik.", nn="Kven? Vik.")


def test_med_refuses_a_missing_value() -> None:
    with pytest.raises(KeyError):
        HILSEN.med({})


@pytest.mark.parametrize(("nb", "nn", "mangler"), [("a", "b", False), ("a", " ", True), ("", "b", True)])
def test_mangler_maalform_when_either_is_blank(nb: str, nn: str, mangler: bool) -> None:
    assert Tekst(nb, nn).mangler_maalform is mangler


def test_plassholdere_are_the_names_in_braces() -> None:
    assert plassholdere("{antall} av {minst}") == {"antall", "minst"}


@pytest.mark.parametrize(
    ("navn", "ventet"),
    [(["Vik"], "Vik"), (["Luster", "Vik"], "Luster og Vik"), (["Luster", "Vik", "Årdal"], "Luster, Vik og Årdal")],
)
def test_opplisting_keeps_the_order(navn: list[str], ventet: str) -> None:
    assert opplisting(navn) == ventet


@pytest.mark.parametrize(
    ("andel", "ventet"),
    [
        (Fraction(1), "100 prosent"),
        (Fraction(39, 40), "97,5 prosent"),
        (Fraction(1, 80), "1,25 prosent"),
        (Fraction(3, 2000), "0,15 prosent"),
        (Fraction(2001, 2000), "100,05 prosent"),
        (Fraction(29, 30), "29/30"),
    ],
)
def test_prosent_is_exact_or_a_fraction(andel: Fraction, ventet: str) -> None:
    assert prosent(andel) == ventet
