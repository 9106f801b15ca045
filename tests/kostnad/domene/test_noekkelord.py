"""A key in words."""

import pytest

from kostnad.domene.lesing import les_noekkel
from kostnad.domene.noekkelord import noekkel_i_ord

NAVN = {"46": "Vestland fylkeskommune", "4640": "Sogndal", "4644": "Luster"}


def ord_for(*steg: dict, maalform: str = "nb") -> list[str]:
    return [setning.replace("\u00a0", " ") for setning in noekkel_i_ord(les_noekkel(list(steg)), NAVN, maalform)]


def fordel(**vekter: str) -> dict:
    return {"steg": "fordel", "etter": [{"kriterium": navn, "vekt": vekt} for navn, vekt in vekter.items()]}


@pytest.mark.parametrize(
    ("steg", "setning"),
    [
        (fordel(lik="1"), "Beløpet deles likt på alle."),
        (fordel(folketall="100"), "Beløpet deles etter folketall."),
        (fordel(lik="50", folketall="50"), "Beløpet deles 50 % likt på alle og 50 % etter folketall."),
        (fordel(lik="1", folketall="2"), "Beløpet deles 1/3 likt på alle og 2/3 etter folketall."),
        (fordel(lik="0", elever="2"), "Beløpet deles etter elever."),
        (
            {"steg": "fast_prosent", "deltaker": "46", "prosent": "20"},
            "Vestland fylkeskommune betaler 20 % av beløpet.",
        ),
        ({"steg": "fast_beloep", "deltaker": "4640", "beloep": "1000"}, "Sogndal betaler 1 000 kr."),
        ({"steg": "fast_beloep", "deltaker": "alle", "beloep": "1000.50"}, "Hver deltaker betaler 1 000,50 kr."),
        ({"steg": "sats", "etter": "folketall", "beloep": "3.08"}, "Hver deltaker betaler 3,08 kr per innbygger."),
        (
            {"steg": "sats", "etter": "liter", "beloep": "25", "tak": "66635"},
            "Hver deltaker betaler 25 kr for hver enhet av liter, men ikke mer enn 66 635 kr.",
        ),
        (
            {
                "steg": "trinn",
                "etter": "folketall",
                "trinn": [{"til": 2000, "beloep": "1"}, {"til": None, "beloep": "2"}],
            },
            "Hver deltaker betaler etter folketall: 1 kr til og med 2 000, 2 kr over det.",
        ),
        ({"steg": "grense", "gulv": "1"}, "Ingen betaler mindre enn 1 kr."),
        ({"steg": "grense", "tak": "2"}, "Ingen betaler mer enn 2 kr."),
        ({"steg": "grense", "gulv": "1", "tak": "2"}, "Ingen betaler mindre enn 1 kr eller mer enn 2 kr."),
        (
            {**fordel(lik="1"), "deltakere": ["4640", "4644"]},
            "Beløpet deles likt på alle. Dette gjelder bare Sogndal og Luster.",
        ),
        ({**fordel(lik="1"), "unntatt": ["0301"]}, "Beløpet deles likt på alle. Dette gjelder ikke 0301."),
    ],
)
def test_step_is_said_in_a_sentence(steg, setning):
    assert ord_for(steg) == [setning]


def test_later_steps_speak_of_what_is_left():
    fast = {"steg": "fast_prosent", "deltaker": "4640", "prosent": "12.5"}
    assert ord_for(fast, fast, fordel(lik="1"))[1:] == [
        "Sogndal betaler 12,5 % av det som da er igjen.",
        "Resten deles likt på alle.",
    ]


def test_key_is_said_in_nynorsk():
    assert ord_for(
        {"steg": "sats", "etter": "folketall", "beloep": "25"}, fordel(folketall="1"), maalform="nn"
    ) == ["Kvar deltakar betaler 25 kr per innbyggjar.", "Resten blir delt etter folketal."]  # fmt: skip
