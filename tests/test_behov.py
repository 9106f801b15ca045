"""docs/behov.md: every need names a page and a test that are there. A promise without a test is no promise."""

import re
from pathlib import Path

import pytest
from django.urls import get_resolver

ROT = Path(__file__).parents[1]
RAD = re.compile(
    r"^\| \*\*(?P<id>[\w.]+)\*\* \| (?P<hva>[^|]+) \| (?P<hvor>[^|]+) \| (?P<test>[^|]+) \|$", re.MULTILINE
)
#: The needs that the register's depth answers.
SITERT = (
    "0.1 0.2 0.3 0.4 0.6 0.7 0.10 0.11 0.12 0.13 0.15 0.17 0.19 0.20 0.22 1.3 1.4 1.5 1.6 1.12 2.2 2.20 3.2 3.11 3.13 "
    "3.15 3.16 4.9 4.15 4.18 4.22 A5"
).split()


def rader() -> dict[str, re.Match[str]]:
    tekst = (ROT / "docs" / "behov.md").read_text("utf-8")
    return {rad["id"]: rad for rad in RAD.finditer(tekst)}


RADER = rader()


def test_every_need_of_the_register_is_answered():
    assert [behov for behov in SITERT if behov not in RADER] == []


@pytest.mark.parametrize("behov", RADER)
def test_need_names_tests_that_are_there(behov):
    funnet = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", RADER[behov]["test"])
    assert funnet, "no test is named"
    for fil, navn in funnet:
        innhold = (ROT / fil).read_text("utf-8")
        assert not navn or f"def {navn}(" in innhold, f"{fil} has no {navn}"


@pytest.mark.parametrize("behov", RADER)
def test_need_names_pages_that_are_there(behov):
    adresser = re.findall(r"`(/[^`]*)`", RADER[behov]["hvor"])
    for adresse in adresser:
        sti = re.sub(r"<\w+>", "1", adresse.replace("<nr>", "4640")).lstrip("/").split("?")[0]
        assert get_resolver().resolve("/" + sti), adresse
