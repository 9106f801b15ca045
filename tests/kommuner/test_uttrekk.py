"""What a party was called on a date, asked one way or for many at once."""

from datetime import date

import pytest

from kommuner.uttrekk import Betegnelse, Navnebok, identitet_paa, navn_paa, nummer_paa
from tests.fabrikker import lag_kommune

pytestmark = pytest.mark.django_db
BYTTE = date(2020, 1, 1)


def lag_vik():
    foer, naa = ("1417", "Vik i Sogn", date(1838, 1, 1), BYTTE), ("4639", "Vik", BYTTE, None)
    return lag_kommune("Vik", "4639", identiteter=[foer, naa])


@pytest.mark.parametrize(
    ("dato", "nummer", "navn"),
    [(date(2019, 12, 31), "1417", "Vik i Sogn"), (BYTTE, "4639", "Vik"), (date(1801, 1, 1), "4639", "Vik")],
    ids=["last day of the old", "first day of the new", "before the register"],
)
def test_a_party_is_called_what_it_was_called_that_day(dato, nummer, navn):
    vik = lag_vik()
    assert (nummer_paa(vik, dato), navn_paa(vik, dato)) == (nummer, navn)
    assert Navnebok([vik], dato=dato)(vik) == Betegnelse(nummer, navn)


def test_a_party_without_numbers_has_its_name():
    selskap = lag_kommune("Sogn Avfall IKS", type="iks")
    assert identitet_paa(selskap, BYTTE) is None
    assert (nummer_paa(selskap, BYTTE), navn_paa(selskap, BYTTE)) == ("", "Sogn Avfall IKS")


def test_navnebok_reads_the_names_of_many_in_one_query(django_assert_num_queries):
    parter = [lag_vik(), lag_kommune(), lag_kommune()]
    with django_assert_num_queries(1):
        navn = Navnebok(parter, dato=BYTTE)
        assert [navn(part).navn for part in parter] == [part.navn for part in parter]
