"""Agreements entered twice: found by number or by name and participants, and not found where they only resemble."""

from difflib import SequenceMatcher

import pytest

from avtaler.domene.rydding.dubletter import NAVNELIKHET, Dublettkandidat, finn_like
from kommuner.domene.navn import sorteringsnoekkel

SOGN = frozenset({1, 2, 3})


def kandidat(id, navn, deltakere=SOGN, orgnr="", region=1):
    return Dublettkandidat(id, region, navn, orgnr, deltakere)


def test_same_name_and_same_participants_is_a_duplicate():
    assert finn_like([kandidat(1, "Sogn brann"), kandidat(2, "Sogn Brann")]) == {1: ("Sogn Brann",), 2: ("Sogn brann",)}


def test_same_name_elsewhere_is_another_cooperation():
    assert finn_like([kandidat(1, "Felles legevakt"), kandidat(2, "Felles legevakt", frozenset({8, 9}))]) == {}


def test_same_agreement_kept_by_another_region_is_not_theirs_to_merge():
    assert finn_like([kandidat(1, "Sogn brann", orgnr="974616874"), kandidat(2, "Sogn brann", region=2)]) == {}
    assert finn_like([kandidat(1, "SIMAS", orgnr="974616874"), kandidat(2, "IKS", orgnr="974616874", region=2)]) == {}


@pytest.mark.parametrize(
    ("annet", "like"),
    [
        ("Sogn brann og redning", True),
        ("Sogn brann og rednings", True),
        ("gninder go nnarb ngoS", False),
        ("Sogn", False),
    ],
)
def test_quick_measures_never_change_what_is_alike(annet, like):
    navn = "Sogn brann og redning"
    fullt = SequenceMatcher(None, sorteringsnoekkel(navn), sorteringsnoekkel(annet), autojunk=False).ratio()
    assert (fullt >= NAVNELIKHET) is like
    assert bool(finn_like([kandidat(1, navn), kandidat(2, annet)])) is like


def test_related_services_of_the_same_municipalities_are_not_duplicates():
    tre = [kandidat(1, "Lofoten barnevern"), kandidat(2, "Barnevernvakt Lofoten"), kandidat(3, "PPT Vest-Lofoten")]
    assert finn_like(tre) == {}


def test_organisation_number_decides_when_both_have_one():
    assert finn_like([kandidat(1, "SIMAS", orgnr="974616874"), kandidat(2, "Sogn avfall", orgnr="974616874")])
    assert not finn_like([kandidat(1, "SIMAS", orgnr="974616874"), kandidat(2, "SIMAS", orgnr="974616875")])


def test_agreements_without_participants_are_compared_by_number_only():
    assert finn_like([kandidat(1, "Sogn brann", frozenset()), kandidat(2, "Sogn brann", frozenset())]) == {}
