"""Whom a written name means: today's names, old ones, shared ones, misspelt ones."""

from datetime import date

import pytest

from avtaler.domene.innlesing.navnebok import Slag
from tests.avtaler.domene.innlesing.bok import IDAG, LOFOTEN, bok, partnavn


def _finn(navn, *regionen, **valg):
    return bok(*(regionen or LOFOTEN)).finn(navn, **({"dato": IDAG} | valg))


@pytest.mark.parametrize(
    "navn",
    ["Vestvågøy", "VESTVÅGØY KOMMUNE", "vestvågøy", "Vestvaagøy", "  Vestvågøy  kommune ", "Vestvågøy k."],
)
def test_name_is_found_however_it_is_typed(navn):
    treff = _finn(navn)
    assert (treff.slag, treff.parter) == (Slag.EKSAKT, (partnavn("Vestvågøy"),))


@pytest.mark.parametrize("navn", ["Deatnu", "Tana", "Deatnu/Tana", "Tana – Deatnu", "Gáivuotna", "Gáivuotna - Kåfjord"])
def test_parallel_names_are_the_same_municipality(navn):
    assert _finn(navn).slag is Slag.EKSAKT


@pytest.mark.parametrize("navn", ["Nordland fylkeskommune", "Nordland fylke", "Nordland FK"])
def test_county_municipality_is_found_by_its_short_names(navn):
    assert _finn(navn).parter == (10_018,)


@pytest.mark.parametrize(("navn", "ventet"), [("Bødø", "Bodø"), ("Vestvågoy", "Vestvågøy"), ("Vaagan", "Vågan")])
def test_misspelt_name_proposes_the_one_it_is_like(navn, ventet):
    treff = _finn(navn)
    assert treff.parter[0] == partnavn(ventet)
    assert treff.slag in (Slag.LIGNER, Slag.EKSAKT)
    assert treff.forslag == (partnavn(ventet),)


def test_merged_municipality_proposes_its_heir_and_offers_itself():
    treff = _finn("Re")
    assert treff.slag is Slag.GAMMELT
    assert treff.forslag == (partnavn("Tønsberg"),)
    assert len(treff.parter) == 2


def test_merged_municipality_is_itself_before_the_merger():
    treff = _finn("Leikanger", dato=date(2015, 1, 1))
    assert treff.slag is Slag.EKSAKT


def test_divided_municipality_proposes_nobody():
    treff = _finn("Snillfjord")
    assert treff.slag is Slag.GAMMELT
    assert treff.forslag == ()
    assert len(treff.parter) > 2


def test_municipality_of_before_the_register_proposes_where_it_is_now():
    treff = _finn("Bodin")
    assert (treff.slag, treff.forslag) == (Slag.GAMMELT, (partnavn("Bodø"),))


def test_county_that_was_divided_proposes_all_that_came_after():
    assert _finn("Troms og Finnmark fylkeskommune").forslag == (10_055, 10_056)


def test_county_that_was_merged_proposes_the_new_one():
    assert _finn("Sogn og Fjordane fylkeskommune").forslag == (10_046,)


def test_shared_name_is_asked_about_and_the_region_s_county_proposed():
    treff = _finn("Herøy")
    assert treff.slag is Slag.FLERE
    assert treff.forslag == (partnavn("Herøy", "1818"),)


def test_shared_name_is_settled_by_a_county_or_a_number():
    assert _finn("Herøy", fylke="Møre og Romsdal").parter == (partnavn("Herøy", "1515"),)
    assert _finn("Herøy", nummer="1515").parter == (partnavn("Herøy", "1515"),)


def test_shared_name_is_proposed_from_those_it_stands_among():
    assert _finn("Herøy", "4640", naboer=bok().alene("Alstahaug")).forslag == (partnavn("Herøy", "1818"),)


def test_name_somebody_nearer_once_had_is_asked_about():
    treff = _finn("Bø", "4020")
    assert treff.slag is Slag.FLERE
    assert treff.forslag == (partnavn("Midt-Telemark"),)


def test_old_number_finds_the_same_municipality():
    assert _finn("", nummer="1417").parter == (partnavn("Vik"),)


def test_number_and_name_of_two_municipalities_are_asked_about():
    assert _finn("Vågan", nummer="1860").slag is Slag.FLERE


def test_nonsense_is_unknown():
    assert _finn("Kraftlaget Fossekallen").slag is Slag.UKJENT
