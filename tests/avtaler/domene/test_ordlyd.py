"""Which wording holds on a date: dated, undated, in draft, and entered out of order."""

from dataclasses import dataclass
from datetime import date

import pytest

from avtaler.domene.ordlyd import (
    Ordlydstatus,
    endrede_punkter,
    er_utkast,
    gjeldende,
    gjelder_til,
    i_rekkefoelge,
    ordlydstatus,
    siste_vedtatte,
)


@dataclass(frozen=True)
class Versjon:
    nummer: int
    fra: date | None = None


EN, TO, TRE = Versjon(1, date(2020, 1, 1)), Versjon(2, date(2024, 1, 1)), Versjon(3)
UDATERT = Versjon(1)


@pytest.mark.parametrize(
    ("versjoner", "dato", "ventet"),
    [
        ([EN, TO, TRE], date(2023, 12, 31), EN),
        ([TRE, TO, EN], date(2024, 1, 1), TO),
        ([EN, TO], date(2010, 1, 1), EN),
        ([UDATERT, TO], date(2023, 1, 1), UDATERT),
        ([UDATERT, TO], date(2025, 1, 1), TO),
        ([UDATERT, Versjon(2)], date(2025, 1, 1), UDATERT),
        ([UDATERT], date(2025, 1, 1), UDATERT),
        ([], date(2025, 1, 1), None),
    ],
)
def test_wording_in_force(versjoner, dato, ventet):
    assert gjeldende(versjoner, dato) == ventet


def test_wording_entered_late_takes_its_place_by_date():
    sen = Versjon(4, date(2022, 1, 1))
    assert i_rekkefoelge([sen, TRE, TO, EN]) == [EN, sen, TO, TRE]
    assert gjelder_til(sen, [EN, TO, sen, TRE]) == date(2024, 1, 1)
    assert gjelder_til(EN, [EN, TO, sen]) == date(2022, 1, 1)
    assert gjelder_til(TO, [EN, TO, TRE]) is None


def test_only_an_undated_wording_that_is_not_the_first_is_a_draft():
    assert er_utkast(TRE, [EN, TO, TRE])
    assert not er_utkast(UDATERT, [UDATERT])
    assert not er_utkast(TO, [EN, TO])


def test_status_follows_the_date():
    alle = [EN, TO, TRE]
    assert [ordlydstatus(v, alle, date(2023, 1, 1)) for v in alle] == [
        Ordlydstatus.GJELDENDE, Ordlydstatus.KOMMENDE, Ordlydstatus.UTKAST,
    ]  # fmt: skip
    assert ordlydstatus(EN, alle, date(2025, 1, 1)) is Ordlydstatus.TIDLIGERE
    assert ordlydstatus(EN, alle, date(2019, 1, 1)) is Ordlydstatus.KOMMENDE
    assert ordlydstatus(UDATERT, [UDATERT], date(2019, 1, 1)) is Ordlydstatus.GJELDENDE


@pytest.mark.parametrize(
    ("versjoner", "ventet"),
    [
        ([EN, TO, TRE], TO),
        ([UDATERT, Versjon(2)], UDATERT),
        ([EN, Versjon(2, date(2100, 1, 1))], Versjon(2, date(2100, 1, 1))),
        ([], None),
    ],
)
def test_next_wording_is_written_from_the_last_that_is_no_draft(versjoner, ventet):
    assert siste_vedtatte(versjoner) == ventet


def test_changed_points_are_those_with_other_words():
    foer = {"KO.a": "Navnet", "KO.b": "To  ord", "KO.c": "Bort"}
    etter = {"KO.a": "Nytt navn", "KO.b": "To ord\n", "KO.d": "Til", "KO.e": " "}
    assert endrede_punkter(foer, etter) == ("KO.a", "KO.c", "KO.d")
