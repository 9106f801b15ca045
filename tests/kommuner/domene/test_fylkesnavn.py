"""The county of a number on a date, before and after the reforms."""

from datetime import date

import pytest

from kommuner.domene.fylkesnavn import FYLKER, fylkesnavn
from kommuner.referanse import les_enheter, les_fylker


@pytest.mark.parametrize(
    ("nummer", "dato", "navn"),
    [
        ("0301", date(2026, 6, 1), "Oslo"),
        ("0301", date(1990, 6, 1), "Oslo"),
        ("1420", date(2019, 12, 31), "Sogn og Fjordane"),
        ("1420", date(2020, 1, 1), ""),
        ("4640", date(2020, 1, 1), "Vestland"),
        ("4640", date(2019, 12, 31), ""),
        ("3001", date(2023, 12, 31), "Viken"),
        ("3101", date(2024, 1, 1), "Østfold"),
        ("0101", date(1995, 1, 1), "Østfold"),
        ("1601", date(2017, 12, 31), "Sør-Trøndelag"),
        ("5001", date(2018, 1, 1), "Trøndelag"),
        ("5401", date(2021, 1, 1), "Troms og Finnmark"),
        ("9999", date(2026, 1, 1), ""),
        ("", date(2026, 1, 1), ""),
    ],
)
def test_fylkesnavn_is_that_of_the_day(nummer, dato, navn):
    assert fylkesnavn(nummer, dato) == navn


def test_fylkesnavn_of_today_are_those_of_the_register():
    dato = date(2026, 1, 1)
    assert {f.nummer: f.navn for f in FYLKER if f.gjelder(dato)} == {f.nummer: f.navn for f in les_fylker()}


def test_every_municipality_since_1972_has_a_county_in_its_time():
    uten = [
        (kode.nummer, aar)
        for enhet in les_enheter().enheter
        for kode in enhet.identiteter
        for aar in range(1972, 2027)
        if kode.fra <= date(aar, 6, 1) and (kode.til is None or date(aar, 6, 1) < kode.til)
        and not fylkesnavn(kode.nummer, date(aar, 6, 1))
    ]  # fmt: skip
    assert uten == []
