"""Municipalities through the reforms, on the real reference data and on small invented chains."""

from collections import Counter
from datetime import date

import pytest

from kommuner.domene.enheter import Arv, bygg_historie
from kommuner.domene.referanse import Endring, Kode
from kommuner.referanse import les_enheter, les_kommuner

HISTORIE = les_enheter()
VED_2020 = date(2020, 1, 1)
NI_K = {
    "0701": "Horten",
    "0702": "Holmestrand",
    "0704": "Tønsberg",
    "0714": "Hof",
    "0716": "Re",
    "0719": "Andebu",
    "0720": "Stokke",
    "0722": "Nøtterøy",
    "0723": "Tjøme",
}


def _arv(*, fra=None, til=None):
    treff = (a for a in HISTORIE.arv if fra in (None, a.fra_enhet) and til in (None, a.til_enhet))
    return {(a.type, a.fra_enhet, a.til_enhet) for a in treff}


@pytest.mark.parametrize(
    ("aar", "antall"),
    [(2003, 434), (2005, 433), (2006, 431), (2008, 430), (2012, 429), (2013, 428), (2017, 426), (2018, 422)],
)
def test_number_of_municipalities_each_year(aar, antall):
    assert len(HISTORIE.gyldige(date(aar, 1, 1))) == antall


def test_356_municipalities_between_the_reforms():
    assert len(HISTORIE.gyldige(VED_2020)) == len(HISTORIE.gyldige(date(2023, 12, 31))) == 356


@pytest.mark.parametrize("dato", [date(2024, 1, 1), date(2026, 6, 1)])
def test_the_357_numbers_of_2024_are_open(dato):
    assert sorted(enhet.siste.nummer for enhet in HISTORIE.gyldige(dato)) == sorted(k.nummer for k in les_kommuner())
    assert len([enhet for enhet in HISTORIE.enheter if enhet.til is None]) == 357


def test_keys_and_numbers_belong_to_one_entity_only():
    numre = Counter(nummer for e in HISTORIE.enheter for nummer in {i.nummer for i in e.identiteter})
    assert set(numre.values()) == {1}
    assert len({enhet.noekkel for enhet in HISTORIE.enheter}) == len(HISTORIE.enheter) == 488


def test_identities_follow_each_other_without_gap():
    for enhet in HISTORIE.enheter:
        ender = [identitet.til for identitet in enhet.identiteter]
        assert ender[:-1] == [identitet.fra for identitet in enhet.identiteter[1:]]


def test_vik_is_one_entity_through_its_new_number():
    vik = HISTORIE.finn("1417", date(2019, 12, 31))
    assert vik is HISTORIE.finn("4639", VED_2020)
    assert [(i.nummer, i.navn) for i in vik.identiteter] == [("1417", "Vik"), ("4639", "Vik")]
    assert HISTORIE.finn("1417", VED_2020) is None


def test_hjartdal_is_one_entity_through_three_numbers():
    assert [i.nummer for i in HISTORIE.finn("4024", date(2024, 1, 1)).identiteter] == ["0827", "3819", "4024"]


def test_sogndal_of_2020_is_a_merger_of_three():
    gamle = HISTORIE.finn("1420", date(2019, 1, 1))
    nye = HISTORIE.finn("4640", VED_2020)
    assert (gamle.til, nye.fra, nye.til) == (VED_2020, VED_2020, None)
    assert _arv(til="4640") == {("sammenslaaing", nummer, "4640") for nummer in ("1418", "1419", "1420")}


def test_the_nine_of_9k_have_their_names_in_2003():
    enheter = {nummer: HISTORIE.finn(nummer, date(2003, 1, 1)) for nummer in NI_K}
    assert {nummer: enhet.identitet(date(2003, 1, 1)).navn for nummer, enhet in enheter.items()} == NI_K


def test_stokke_is_divided_between_sandefjord_and_toensberg():
    assert _arv(fra="0720") == {("deling", "0720", "0710"), ("deling", "0720", "0704")}
    assert HISTORIE.finn("0704", date(2016, 1, 1)) is HISTORIE.finn("0704", date(2018, 1, 1))


def test_bodoe_continues_when_skjerstad_joins():
    assert HISTORIE.finn("1804", date(2004, 1, 1)) is HISTORIE.finn("1804", date(2024, 1, 1))
    assert _arv(til="1804") == {("sammenslaaing", "1842", "1804")}


def test_aalesund_is_divided_in_two_new_entities():
    assert _arv(fra="1507") == {("deling", "1507", "1508"), ("deling", "1507", "1580")}
    assert HISTORIE.finn("1507", date(2024, 1, 1)) is None


def test_every_entity_that_ends_goes_into_another_and_every_new_one_comes_from_one():
    assert {e.noekkel for e in HISTORIE.enheter if e.til} == {a.fra_enhet for a in HISTORIE.arv if a.fra_enhet}
    assert {e.noekkel for e in HISTORIE.enheter if e.fra > date(2001, 1, 1)} <= {a.til_enhet for a in HISTORIE.arv}
    assert len({(a.dato, a.fra_enhet, a.til_enhet) for a in HISTORIE.arv}) == len(HISTORIE.arv)


def test_new_name_keeps_the_entity():
    koder = [
        Kode("0001", "Gammelby", (), date(2000, 1, 1), date(2010, 1, 1)),
        Kode("0001", "Nyby", (), date(2010, 1, 1), None),
    ]
    historie = bygg_historie(koder, [Endring(date(2010, 1, 1), "navneendring", "0001", "0001")])
    assert [[i.navn for i in e.identiteter] for e in historie.enheter] == [["Gammelby", "Nyby"]]
    assert historie.arv == ()


def test_number_taken_over_by_another_the_same_day_is_another_entity():
    dag = date(2010, 1, 1)
    koder = [
        Kode("0001", "Alfa", (), date(2000, 1, 1), dag),
        Kode("0002", "Beta", (), date(2000, 1, 1), dag),
        Kode("0002", "Alfa", (), dag, None),
        Kode("0003", "Beta", (), dag, None),
    ]
    endringer = [Endring(dag, "nummerendring", "0001", "0002"), Endring(dag, "nummerendring", "0002", "0003")]
    historie = bygg_historie(koder, endringer)
    assert [[i.nummer for i in e.identiteter] for e in historie.enheter] == [["0001", "0002"], ["0002", "0003"]]


def test_change_from_an_unknown_number_is_an_error():
    koder = [Kode("0001", "Alfa", (), date(2000, 1, 1), None)]
    with pytest.raises(ValueError, match="0009"):
        bygg_historie(koder, [Endring(date(2010, 1, 1), "sammenslaaing", "0009", "0001")])


def test_merger_with_a_living_number_is_inheritance_to_it():
    dag = date(2010, 1, 1)
    koder = [Kode("0001", "Alfa", (), date(2000, 1, 1), None), Kode("0002", "Beta", (), date(2000, 1, 1), dag)]
    endringer = [Endring(dag, "sammenslaaing", "0001", "0001"), Endring(dag, "sammenslaaing", "0002", "0001")]
    assert bygg_historie(koder, endringer).arv == (Arv(dag, "sammenslaaing", "0002", "0001"),)
