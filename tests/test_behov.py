"""docs/behov.md: every need names a page and a test that are there. A promise without a test is no promise."""

import re
from pathlib import Path

import pytest
from django.urls import get_resolver

ROT = Path(__file__).parents[1]
RAD = re.compile(
    r"^\| \*\*(?P<id>[\w.]+)\*\* \| (?P<hva>[^|]+) \| (?P<hvor>[^|]+) \| (?P<test>[^|]+) \|$", re.MULTILINE
)
#: What stands under «Left out so far», with why.
UTELATT = re.compile(r"^\| (?P<id>\d\.\d+|A5) \| (?P<hvorfor>[^|]{20,}) \|$", re.MULTILINE)
#: How many needs each of the five sources has; A5 are those of real agreements.
ANTALL = (23, 12, 21, 16, 26)
ALLE = [f"{kilde}.{nr}" for kilde, antall in enumerate(ANTALL) for nr in range(1, antall + 1)] + ["A5"]
TEKST = (ROT / "docs" / "behov.md").read_text("utf-8")
RADER = list(RAD.finditer(TEKST))


def test_every_need_is_answered_or_told_why_not():
    kjente = {rad["id"] for rad in (*RADER, *UTELATT.finditer(TEKST))}
    assert [behov for behov in ALLE if behov not in kjente] == []


def test_every_row_is_a_need():
    assert {rad["id"] for rad in RADER} <= set(ALLE)


@pytest.mark.parametrize("rad", RADER, ids=lambda rad: rad["id"])
def test_need_names_tests_that_are_there(rad):
    funnet = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", rad["test"])
    assert funnet, "no test is named"
    for fil, navn in funnet:
        innhold = (ROT / fil).read_text("utf-8")
        assert not navn or f"def {navn}(" in innhold, f"{fil} has no {navn}"


@pytest.mark.parametrize("rad", RADER, ids=lambda rad: rad["id"])
def test_need_names_pages_that_are_there(rad):
    for adresse in re.findall(r"`(/[^`]*)`", rad["hvor"]):
        sti = re.sub(r"<\w+>", "1", adresse.replace("<nr>", "4640")).lstrip("/").split("?")[0]
        assert get_resolver().resolve("/" + sti), adresse
