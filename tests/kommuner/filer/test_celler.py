"""Cells as text: nothing rounded away, nothing that a database or a comparison would trip over."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommuner.filer.celler import celletekst, rens_celle


@pytest.mark.parametrize(
    ("verdi", "tallformat", "ventet"),
    [
        (None, "General", ""),
        (True, "General", "ja"),
        (False, "General", "nei"),
        (3.0, "General", "3"),
        (-0.0, "General", "0"),
        (1234567.25, "#,##0.00", "1234567,25"),
        (0.28999999999999998, "0%", "29 %"),
        (1 / 3, "0.0%", "33,3333333333333 %"),
        (25, '0"%"', "25"),
        (301, "0000", "0301"),
        (4640, "0000", "4640"),
        (1e21, "General", "1000000000000000000000"),
        (float("nan"), "General", ""),
        (date(2024, 2, 29), "", "2024-02-29"),
        (datetime(2024, 2, 29, tzinfo=UTC), "", "2024-02-29"),
        (datetime(2024, 2, 29, 12, 30, tzinfo=UTC), "", "2024-02-29 12:30"),
        (time(12, 0), "", "12:00"),
        (timedelta(hours=30), "", "30:00"),
        ("#REF!", "General", "#REF!"),
        ("linje_x000D_\nto", "General", "linje\nto"),
        ("_x005F_x000D_", "General", "_x000D_"),
    ],
)
def test_celletekst_is_what_a_person_reads(verdi, tallformat, ventet):
    assert celletekst(verdi, tallformat) == ventet


@pytest.mark.parametrize(
    ("tekst", "ventet"),
    [
        ("  Vestre\u00a0\u202f Toten  ", "Vestre Toten"),
        ("A\u030algård", "Ålgård"),
        ("en\r\nto\rtre", "en\nto\ntre"),
        ("\ufeffNa\u200bvn\u00ad\x00\x07", "Navn"),
        ("\ud800x", "x"),
    ],
)
def test_rens_celle_leaves_only_what_is_seen(tekst, ventet):
    assert rens_celle(tekst) == ventet


@given(st.text(st.characters()))
def test_rens_celle_can_always_be_stored_and_is_done_once(tekst):
    renset = rens_celle(tekst)
    assert "\0" not in renset
    assert renset.encode().decode() == renset == rens_celle(renset)
