"""The register's JSON as values: each shape it comes in, and what is not one of them."""

import json
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kommuner.domene.enhetsregister import Feilgrunn, Registerfeil, les_utdrag, parttype_for, penskrevet, samme_navn
from tests.registertjener import ANNA, AS, DELTAKER_A, IKS, enhet, roller, som_bytes


def test_one_unit_a_list_and_a_page_are_read():
    en, to = enhet(IKS, "SOGN AVFALL IKS", "IKS"), enhet(ANNA, "SOGN IKT", "ANNA")
    side = {"_embedded": {"enheter": [en, to]}, "_links": {}, "page": {"totalElements": 2}}
    assert set(les_utdrag(som_bytes(en)).enheter) == {IKS}
    assert set(les_utdrag(som_bytes([en, to])).enheter) == set(les_utdrag(som_bytes(side)).enheter) == {IKS, ANNA}


def test_the_facts_of_a_unit():
    utdrag = les_utdrag(b"\xef\xbb\xbf" + som_bytes(enhet(ANNA, " SOGN  IKT ", "ORGL", konkurs=True)))
    funnet = utdrag.enheter[ANNA]
    assert (funnet.navn, funnet.form, funnet.konkurs, funnet.slettet) == ("SOGN IKT", "ORGL", True, None)
    assert str(funnet.adresse) == "Fjordgata 1, 6856 SOGNDAL"
    assert funnet.adresse.kommunenummer == "4640"


def test_a_deleted_unit_and_one_that_is_removed_have_little_else():
    slettet = {
        "organisasjonsnummer": AS,
        "navn": "X AS",
        "organisasjonsform": {"kode": "AS"},
        "slettedato": "2024-03-09",
    }
    fjernet = {"organisasjonsnummer": IKS, "slettedato": "2023-01-02"}
    utdrag = les_utdrag(som_bytes([slettet, fjernet]))
    assert utdrag.enheter[AS].slettet == date(2024, 3, 9)
    assert utdrag.enheter[IKS].navn == ""


def test_participants_belong_to_the_unit_of_the_links_or_the_one_asked_about():
    svaret = roller(IKS, (DELTAKER_A, "LUSTER KOMMUNE", "1/3"))
    assert les_utdrag(som_bytes(svaret)).deltakere[IKS][0].andel == Fraction(1, 3)
    del svaret["_links"]
    assert set(les_utdrag(som_bytes(svaret), orgnr=ANNA).deltakere) == {ANNA}
    with pytest.raises(Registerfeil) as feil:
        les_utdrag(som_bytes(svaret))
    assert feil.value.grunn is Feilgrunn.ROLLER_UTEN_ENHET


def test_only_those_who_take_part_now_are_participants():
    svaret = roller(IKS, (DELTAKER_A, "LUSTER KOMMUNE", "50%"), (ANNA, "VIK KOMMUNE", "50%"), (AS, "X", "5%"))
    rader = svaret["rollegrupper"][0]["roller"]
    rader[1]["fratraadt"], rader[2]["type"] = True, {"kode": "LEDE"}
    rader.append({"type": {"kode": "DTPR"}, "person": {"navn": {"fornavn": "Kari"}}, "ansvarsandel": "1%"})
    assert [en.orgnr for en in les_utdrag(som_bytes(svaret)).deltakere[IKS]] == [DELTAKER_A]


@pytest.mark.parametrize(
    ("innhold", "grunn"),
    [
        (b"", Feilgrunn.IKKE_JSON),
        (b"<html>", Feilgrunn.IKKE_JSON),
        (b"\xff\xfe{}", Feilgrunn.IKKE_JSON),
        (b"[" * 100_000, Feilgrunn.IKKE_JSON),
        (b"3", Feilgrunn.UKJENT_INNHOLD),
        (b'{"navn": "X"}', Feilgrunn.UKJENT_INNHOLD),
        (b'{"_embedded": {"kommuner": []}}', Feilgrunn.UKJENT_INNHOLD),
        (b"[]", Feilgrunn.INGEN_ENHETER),
        (b'{"page": {"totalElements": 0}, "_links": {}}', Feilgrunn.INGEN_ENHETER),
        (b'{"organisasjonsnummer": "310000018", "navn": "X"}', Feilgrunn.UGYLDIG_ORGNR),
        (b'{"organisasjonsnummer": 310000019, "navn": ""}', Feilgrunn.MANGLER),
        (b'{"organisasjonsnummer": "310000019", "navn": ["X"]}', Feilgrunn.UGYLDIG_VERDI),
        (b'{"organisasjonsnummer": "310000019", "navn": "X\\u0000"}', Feilgrunn.UGYLDIG_VERDI),
        (b'{"organisasjonsnummer": "310000019", "navn": "X", "slettedato": "snart"}', Feilgrunn.UGYLDIG_VERDI),
    ],
)
def test_what_is_not_an_extract_is_refused_with_its_reason(innhold, grunn):
    with pytest.raises(Registerfeil) as feil:
        les_utdrag(innhold)
    assert feil.value.grunn is grunn


NOEKLER = (
    "organisasjonsnummer navn _embedded enheter rollegrupper roller type kode enhet ansvarsandel slettedato"
    " forretningsadresse adresse _links href"
).split()
json_verdier = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just(IKS),
    lambda under: st.lists(under, max_size=3) | st.dictionaries(st.sampled_from(NOEKLER), under, max_size=5),
    max_leaves=20,
)


@given(json_verdier)
def test_any_json_is_read_or_refused_and_nothing_else(verdi):
    assert _lest(verdi)


def _lest(verdi: object) -> bool:
    try:
        utdrag = les_utdrag(json.dumps(verdi).encode())
    except Registerfeil as feil:
        return feil.grunn in Feilgrunn
    return bool(utdrag.enheter or utdrag.deltakere)


@pytest.mark.parametrize(
    ("skrevet", "pent"),
    [
        ("SOGN OG SUNNFJORD IKS", "Sogn og Sunnfjord IKS"), ("NORD-FRON", "Nord-Fron"), ("Sult AS", "Sult AS"),
        ("IKT VALDRES IKS", "IKT Valdres IKS"), ("ÅS BRANNVESEN", "Ås Brannvesen"), ("I HAVN AS", "I Havn AS"),
    ],
)  # fmt: skip
def test_names_in_capitals_are_written_as_people_do(skrevet, pent):
    assert penskrevet(skrevet) == pent


def test_case_punctuation_and_kommune_make_no_other_name():
    assert samme_navn("Sogndal", "SOGNDAL KOMMUNE")
    assert samme_navn("Sogn Avfall IKS", "SOGN AVFALL IKS.")
    assert not samme_navn("Sogn Avfall", "SOGN AVFALL IKS")
    assert not samme_navn("Kommune", "Herad")


@pytest.mark.parametrize(
    ("form", "sektor", "type_"),
    [("KOMM", "", "kommune"), ("FYLK", "", "fylkeskommune"), ("IKS", "", "iks"), ("ORGL", "6100", "stat"),
     ("ORGL", "6500", None), ("ANNA", "", None), ("AS", "", "privat")],
)  # fmt: skip
def test_what_kind_of_party_only_where_it_is_certain(form, sektor, type_):
    verdi = enhet(IKS, "X", form, institusjonellSektorkode={"kode": sektor})
    assert parttype_for(les_utdrag(som_bytes(verdi)).enheter[IKS]) == type_
