"""The frozen picture: nothing is lost on the way out and back, and nothing strange is let in."""

import json
from datetime import date
from fractions import Fraction

import pytest

from rapport.domene.bilde import Bildefeil, fra_json, sha256, til_json
from tests.rapport.eksempeloversikt import kaafjord, sogndal


@pytest.mark.parametrize("lag", [sogndal, kaafjord])
def test_bilde_survives_a_round_trip_through_json_text(lag):
    oversikt = lag()
    assert fra_json(json.loads(json.dumps(til_json(oversikt)))) == oversikt


def test_bilde_writes_shares_exactly_and_dates_as_iso():
    bilde = til_json(sogndal())
    assert bilde["avtaler"][0]["eierandel"] == "1/7"
    assert bilde["dato"] == "2026-06-01"
    assert bilde["avtaler"][0]["til"] is None


def test_bilde_reads_shares_and_dates_as_the_types_of_the_dataclass():
    oversikt = fra_json(til_json(sogndal()))
    assert oversikt.avtaler[0].eierandel == Fraction(1, 7)
    assert oversikt.dato == date(2026, 6, 1)
    assert isinstance(oversikt.avtaler, tuple)


def test_sha256_ignores_the_order_of_keys_but_nothing_else():
    bilde = til_json(sogndal())
    omvendt = dict(reversed(bilde.items()))
    assert sha256(omvendt) == sha256(bilde)
    assert sha256({**bilde, "maalform": "nb"}) != sha256(bilde)


def test_sha256_is_the_same_in_another_session():
    assert sha256({"b": "æ", "a": ["7/90", None, 1]}) == (
        "3b50d88e4137fb54c52d34ebc699f15c38af3182ea38aaf8e937151a73a3c410"
    )


@pytest.mark.parametrize(
    ("felt", "verdi", "setning"),
    [
        ("ukjent", 1, "oversikt: ukjente felt: ukjent"),
        ("dato", "01.06.2026", "oversikt.dato: ventet en dato"),
        ("dato", "20260601", "oversikt.dato: ventet en dato"),
        ("dato", 20260601, "oversikt.dato: ventet tekst"),
        ("ser_oekonomi", 1, "oversikt.ser_oekonomi: ventet ja eller nei"),
        ("avtaler", {}, "oversikt.avtaler: ventet en liste"),
        ("regioner", ["Sogn", None], r"oversikt.regioner\[1\]: ventet tekst"),
        ("kommune", "Sogndal", "oversikt.kommune: ventet et objekt"),
        ("maalform", None, "oversikt.maalform: ventet tekst"),
    ],
)
def test_fra_json_refuses_what_is_not_a_picture(felt, verdi, setning):
    with pytest.raises(Bildefeil, match=setning):
        fra_json({**til_json(sogndal()), felt: verdi})


@pytest.mark.parametrize("broek", ["0.5", "1/0", "1", "a/b", 0.5])
def test_fra_json_refuses_a_share_that_is_no_exact_fraction(broek):
    bilde = til_json(sogndal())
    bilde["avtaler"][0]["eierandel"] = broek
    with pytest.raises(Bildefeil, match=r"avtaler\[0\]\.eierandel"):
        fra_json(bilde)


def test_fra_json_refuses_truth_where_a_number_belongs():
    bilde = til_json(sogndal())
    bilde["avtaler"][0]["betaling"]["beloep_oere"] = True
    with pytest.raises(Bildefeil, match="beloep_oere: ventet et helt tall"):
        fra_json(bilde)


def test_fra_json_names_missing_fields():
    bilde = til_json(sogndal())
    del bilde["dato"], bilde["maalform"]
    with pytest.raises(Bildefeil, match="oversikt: mangler felt: dato, maalform"):
        fra_json(bilde)
