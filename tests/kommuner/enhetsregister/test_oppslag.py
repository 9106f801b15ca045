"""Asking the register over HTTP: a stand-in that behaves, and many that do not."""

import time
from fractions import Fraction

import pytest

from kommuner.domene.enhetsregister import Feilgrunn, Registerfeil
from kommuner.enhetsregister import Registertjeneste, kan_slaa_opp, setning, tjenesten
from kommuner.enhetsregister.setninger import SETNINGER
from tests import registertjener as tjener


def test_a_company_comes_with_its_participants():
    with tjener.registertjener() as (url, spurt):
        utdrag = Registertjeneste(url).hent(tjener.IKS)
    assert utdrag.enheter[tjener.IKS].navn == "SOGN AVFALL IKS"
    assert [(en.navn, en.andel) for en in utdrag.deltakere[tjener.IKS]] == [
        ("LUSTER KOMMUNE", Fraction(3, 5)),
        ("VIK KOMMUNE", Fraction(2, 5)),
    ]
    assert spurt == [f"{tjener.STI}/{tjener.IKS}", f"{tjener.STI}/{tjener.IKS}/roller"]


def test_a_deleted_unit_is_told_as_deleted_and_asked_about_once():
    with tjener.registertjener() as (url, spurt):
        utdrag = Registertjeneste(url).hent(tjener.AS)
    assert utdrag.enheter[tjener.AS].slettet.isoformat() == "2024-03-09"
    assert len(spurt) == 1


@pytest.mark.parametrize(
    ("uvane", "grunn"),
    [
        (tjener.videresender, Feilgrunn.UVENTET_SVAR),
        (tjener.tier, Feilgrunn.SVARTE_IKKE),
        (tjener.drypper, Feilgrunn.SVARTE_IKKE),
        (tjener.flommer, Feilgrunn.FOR_STOR),
        (tjener.nettside, Feilgrunn.UVENTET_SVAR),
        (tjener.tull, Feilgrunn.UVENTET_SVAR),
        (tjener.en_annen, Feilgrunn.UVENTET_SVAR),
        (tjener.legger_paa, Feilgrunn.SVARTE_IKKE),
        (tjener.fjernet, Feilgrunn.FJERNET),
        (tjener.nede, Feilgrunn.UVENTET_SVAR),
    ],
)
def test_what_is_not_an_answer_is_a_reason_in_time(uvane, grunn):
    with tjener.registertjener(uvane) as (url, spurt):
        start = time.monotonic()
        with pytest.raises(Registerfeil) as feil:
            Registertjeneste(url, frist=0.3).hent(tjener.IKS)
        brukt = time.monotonic() - start
    assert feil.value.grunn is grunn
    assert brukt < 1
    assert len(spurt) == 1, "no second request: a redirect is not followed"


def test_unknown_number_and_nobody_at_home():
    with tjener.registertjener() as (url, _), pytest.raises(Registerfeil) as ukjent:
        Registertjeneste(url).hent(tjener.DELTAKER_A)
    with pytest.raises(Registerfeil) as borte:
        Registertjeneste(url).hent(tjener.IKS)
    assert (ukjent.value.grunn, borte.value.grunn) == (Feilgrunn.FINNES_IKKE, Feilgrunn.SVARTE_IKKE)


@pytest.mark.parametrize("orgnr", ["", "310000018", "../../etc/passwd", "310000019?x", "31000000７"])
def test_only_a_number_that_can_exist_is_asked_about(orgnr):
    with tjener.registertjener() as (url, spurt), pytest.raises(Registerfeil):
        Registertjeneste(url).hent(orgnr)
    assert spurt == []


@pytest.mark.parametrize(
    "url",
    ["", "http://data.brreg.no", "ftp://data.brreg.no", "file:///etc/passwd", "https://data.brreg.no/api", "https://",
     "http://127.0.0.1.example.no"],
)  # fmt: skip
def test_address_that_is_not_asked_safely_is_not_asked(url, settings):
    settings.ENHETSREGISTERET_URL = url
    with pytest.raises(Registerfeil) as feil:
        tjenesten()
    assert feil.value.grunn is Feilgrunn.AVSLAATT


def test_the_official_address_is_taken_and_the_standard_is_none(settings):
    assert not kan_slaa_opp()
    settings.ENHETSREGISTERET_URL = "https://data.brreg.no/"
    assert kan_slaa_opp()
    assert tjenesten().url == "https://data.brreg.no"


def test_plain_http_is_only_for_the_tests_own_machine(settings):
    settings.ENHETSREGISTERET_URL, settings.TEST = "http://127.0.0.1:8080", False
    with pytest.raises(Registerfeil):
        tjenesten()


def test_every_reason_has_a_sentence():
    assert set(SETNINGER) == set(Feilgrunn)
    verdier = {"tekst": "12", "felt": "navn", "orgnr": tjener.IKS}
    for grunn in Feilgrunn:
        assert "%(" not in setning(Registerfeil(grunn, **verdier))
