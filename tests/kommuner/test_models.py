"""What the database itself keeps true on the ground floor."""

from datetime import date

import pytest
from django.db import IntegrityError

from kommuner.domene.navn import sorteringsnoekkel
from kommuner.models import Identitet, Part, Regionmedlemskap, Tilgang
from tests.fabrikker import lag_bruker, lag_kommune, lag_region

pytestmark = pytest.mark.django_db

NAVN = ["Alver", "aurland", "Voss", "Vågå", "Våler", "Zeta", "Ærfugl", "Ørland", "Ørsta", "Øyer", "Øygarden"]
NAVN += ["Ål", "Årdal", "Ås", "Aasen"]


def test_names_sort_in_norwegian_order_in_the_database():
    for navn in reversed(NAVN):
        lag_kommune(navn)
    assert list(Part.objects.order_by("sortering").values_list("navn", flat=True)) == NAVN


@pytest.mark.parametrize("navn", ["Guovdageaidnu", "Kárášjohka", "Unjárga", "ÆØÅ Aa", "Sør-Aurdal", "Nååmesjevuemie"])
def test_the_stored_sort_key_equals_the_pure_one(navn):
    part = lag_kommune(navn)
    part.refresh_from_db()
    assert part.sortering == sorteringsnoekkel(navn)


def test_a_number_belongs_to_one_party_at_a_time():
    lag_kommune("Vik", "4639", fra=date(2020, 1, 1))
    with pytest.raises(IntegrityError, match="identitet_ett_nummer_en_part"):
        lag_kommune("En annen", "4639", fra=date(2022, 1, 1))


def test_a_number_may_pass_to_another_party_when_the_first_is_gone():
    lag_kommune("Gammel", "4639", fra=date(2000, 1, 1), til=date(2020, 1, 1))
    lag_kommune("Ny", "4639", fra=date(2020, 1, 1))
    assert Identitet.objects.filter(nummer="4639").count() == 2


def test_membership_of_a_region_cannot_overlap():
    kommune = lag_kommune()
    region = lag_region(kommuner=[kommune])
    with pytest.raises(IntegrityError, match="regionmedlemskap_en_gang"):
        Regionmedlemskap.objects.create(region=region, part=kommune, fra=date(2021, 1, 1))


def test_a_coordinator_has_a_region_and_never_a_municipality():
    with pytest.raises(IntegrityError, match="tilgang_rett_sted"):
        Tilgang.objects.create(bruker=lag_bruker(), rolle="koordinator", part=lag_kommune(), fra=date(2020, 1, 1))
