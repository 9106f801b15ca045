"""Sentences in both written standards, and the facts put into them."""

from fractions import Fraction

import pytest

from avtaler.domene.tekst import Tekst, antall_av, opplisting, plassholdere, prosent

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
        (Fraction(1), "100_%"),
        (Fraction(39, 40), "97,5_%"),
        (Fraction(1, 80), "1,25_%"),
        (Fraction(2001, 2000), "100,05_%"),
        (Fraction(1, 7), "14,29_%"),
        (Fraction(4893, 120161), "4,07_%"),
        (Fraction(99_999, 100_000), "100,00_% (99_999/100_000)"),
    ],
)
def test_prosent_is_rounded_but_never_to_the_whole(andel: Fraction, ventet: str) -> None:
    assert prosent(andel) == ventet.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("antall", "nb", "nn"),
    [(0, "0 deltakere", "0 deltakarar"), (1, "1 deltaker", "1 deltakar"), (2, "2 deltakere", "2 deltakarar")],
)
def test_one_participant_is_one_in_both_languages(antall: int, nb: str, nn: str) -> None:
    bestemt = antall_av(antall, Tekst("deltaker", "deltakar"), Tekst("deltakere", "deltakarar"))
    tekst = Tekst(nb="Rådet har {hvem}.", nn="Rådet har {hvem}.").med({"hvem": bestemt})
    assert (tekst.nb, tekst.nn) == (f"Rådet har {nb}.", f"Rådet har {nn}.")
