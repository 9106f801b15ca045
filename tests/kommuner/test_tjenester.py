"""The reference data in the database: today's 357, the numbers of yesterday, and nothing twice."""

from datetime import date

import pytest

from kommuner.models import Identitet, Kommuneendring, Part, Statistikk
from kommuner.querysets import gyldig
from kommuner.tjenester import last_referansedata

pytestmark = pytest.mark.django_db


@pytest.fixture
def antall():
    return last_referansedata()


def test_there_are_357_municipalities_today_and_434_in_2003(antall):
    assert Part.objects.kommuner().gjeldende(date(2026, 1, 1)).count() == 357
    assert Identitet.objects.filter(gyldig(date(2003, 1, 1))).count() == 434


def test_loading_twice_changes_nothing(antall):
    foer = set(Identitet.objects.values_list("pk", flat=True))
    assert last_referansedata() == antall
    assert set(Identitet.objects.values_list("pk", flat=True)) == foer


def test_a_wrong_row_is_put_right_by_loading_again(antall):
    Identitet.objects.filter(nummer="1417").update(navn="Feil")
    last_referansedata()
    assert Identitet.objects.get(nummer="1417").navn == "Vik"


def test_vik_is_one_party_with_two_numbers(antall):
    assert [i.nummer for i in Part.objects.get(nummer="4639").identiteter.all()] == ["1417", "4639"]


def test_sogndal_was_three_municipalities_until_2020(antall):
    endringer = Kommuneendring.objects.filter(til_part__nummer="4640").select_related("fra_part")
    assert {(e.fra_part.nummer, e.fra_part.navn, e.dato) for e in endringer} == {
        ("1418", "Balestrand", date(2020, 1, 1)),
        ("1419", "Leikanger", date(2020, 1, 1)),
        ("1420", "Sogndal", date(2020, 1, 1)),
    }


def test_an_ended_municipality_has_its_heirs_language_form(antall):
    assert Part.objects.get(nummer="1418").maalform == "nn"


def test_population_belongs_to_the_party_that_had_the_number_that_day(antall):
    horten = Statistikk.objects.get(part__navn="Horten", dato=date(2003, 1, 1))
    assert horten.verdi == 24557


def test_an_approximate_figure_names_its_own_source(antall):
    kilder = set(Statistikk.objects.filter(kvalitet="tilnaermet").values_list("kilde", flat=True))
    assert kilder == {"Statistisk sentralbyrå, tabell 04317 (sum av grunnkretser)"}
