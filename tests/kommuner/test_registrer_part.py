"""Parties that people add themselves."""

import pytest

from kommuner.domene.avvisning import Avvist
from kommuner.models import Part
from kommuner.tjenester import PartFinnes, like_parter, registrer_part
from tests.fabrikker import lag_kommune

pytestmark = pytest.mark.django_db
ORGNR = "974760673"


def test_party_is_registered_with_its_number_as_nine_digits():
    part = registrer_part(navn="  Sogn   Næring AS ", type="privat", orgnr="974 760 673")
    assert (part.navn, part.type, part.orgnr) == ("Sogn Næring AS", "privat", ORGNR)


def test_party_without_a_number_is_let_in():
    assert registrer_part(navn="Statsforvalteren i Vestland", type="stat").orgnr == ""


@pytest.mark.parametrize(
    ("felt", "navn", "type", "orgnr"),
    [
        ("navn", " ", "privat", ""),
        ("navn", "x" * 201, "privat", ""),
        ("type", "Luster", "kommune", ""),
        ("type", "Luster", "klubb", ""),
        ("orgnr", "Sogn Næring AS", "privat", "974760674"),
    ],
)
def test_what_cannot_be_a_party_is_refused_at_its_field(felt, navn, type, orgnr):
    with pytest.raises(Avvist) as avvist:
        registrer_part(navn=navn, type=type, orgnr=orgnr)
    assert avvist.value.felt == felt
    assert not Part.objects.exists()


def test_a_number_in_the_register_is_never_given_to_another():
    gammel = registrer_part(navn="Sogn Næring AS", type="privat", orgnr=ORGNR)
    with pytest.raises(PartFinnes, match="Sogn Næring AS") as finnes:
        registrer_part(navn="Et annet navn", type="privat", orgnr=ORGNR, likevel=True)
    assert finnes.value.parter == (gammel,)


def test_a_name_in_the_register_is_asked_about_first():
    lag_kommune("Ås")
    with pytest.raises(PartFinnes):
        registrer_part(navn="ås", type="annet")
    assert registrer_part(navn="ås", type="annet", likevel=True).pk


def test_like_parties_are_found_by_number_before_name():
    en = registrer_part(navn="Sogn Næring AS", type="privat", orgnr=ORGNR)
    to = registrer_part(navn="Sogn Vekst", type="annet")
    assert like_parter(navn="Sogn Vekst", orgnr=ORGNR) == [en]
    assert like_parter(navn="sogn vekst") == [to]
    assert like_parter() == []
