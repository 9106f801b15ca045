"""The new councillor's page: live data, money only for those who may see it, a quiz that stores nothing."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from kommuner.tilgang import INGEN
from rapport.uttrekk import kommuneoversikt
from rapport.uttrekk.nyfolkevalgt import folkevalgtside, lag_proeve
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region, lag_verv

DATO = date(2026, 11, 20)
pytestmark = pytest.mark.django_db


@pytest.fixture
def vik():
    vik, luster = lag_kommune("Vik", "4639"), lag_kommune("Luster", "4644")
    region = lag_region("Sogn", slug="sogn", kommuner=(vik, luster))
    raadet = lag_avtale("Rådet IPR", form="IPR", kommuner=(vik, luster), region=region)
    lag_avtale("Brann IKS", form="IKS", kommuner=(vik, luster), region=region)
    lag_verv(raadet, vik, fra=date(2023, 10, 15))
    return vik


def side(vik):
    oversikt = kommuneoversikt(vik, dato=DATO, maalform="nb", innsyn=INGEN)
    return oversikt, folkevalgtside(oversikt, region_slug="sogn")


def adresse() -> str:
    return reverse("rapport:ny_folkevalgt", args=["4639"])


def test_forms_are_told_with_their_paragraph_and_only_those_we_have(vik):
    _oversikt, folkevalgt = side(vik)
    assert [(form.kort, form.hjemmel) for form in folkevalgt.former] == [("IPR", "koml. kap. 18"), ("IKS", "IKS-loven")]


def test_what_the_council_must_decide_itself_comes_from_the_law_with_its_paragraph(vik):
    _oversikt, folkevalgt = side(vik)
    assert [regel.hjemmel for regel in folkevalgt.maa_selv] == ["koml. §§ 18-1(1), 18-4(2)", "IKS-loven § 4(1)"]
    assert folkevalgt.eierskapsmelding.hjemmel == "koml. § 26-1(1)"


def test_every_complaint_leads_to_a_page_the_reader_may_open(vik, client):
    oversikt, folkevalgt = side(vik)
    egne = folkevalgtside(replace(oversikt, ser_oekonomi=True), region_slug="sogn").klager
    assert (len(egne), len(folkevalgt.klager)) == (22, 20), "Two are about money."
    assert [k.url for k in folkevalgt.klager if client.get(k.url.split("#")[0]).status_code != 200] == []
    client.force_login(lag_bruker("politiker", kommune=vik))
    assert [k.url for k in egne if client.get(k.url.split("#")[0]).status_code != 200] == []


def test_visitor_sees_who_sits_there_and_no_money(vik, client):
    tekst = client.get(adresse()).content.decode()
    assert "Dette betaler vi" not in tekst
    assert "Hvem som sitter for oss" in tekst
    assert "Logg inn for å se" not in tekst
    client.force_login(lag_bruker("politiker", kommune=vik))
    egen = client.get(adresse()).content.decode()
    assert "3. Dette betaler vi" in egen


def test_quiz_asks_of_what_is_there_and_is_judged_on_the_spot(vik, client):
    oversikt, _folkevalgt = side(vik)
    proeve = lag_proeve(oversikt)
    assert len(proeve) == 5
    riktige = {ett.kode: ett.riktig for ett in proeve}
    assert "Du fikk 5 av 5 riktige." in client.post(adresse(), riktige).content.decode()
    tomt = client.post(adresse(), {}).content.decode()
    assert "Du fikk 0 av 5 riktige." in tomt
    assert tomt.count("Ikke besvart") == 5


def test_municipality_in_nothing_is_told_so(client):
    lag_kommune("Utsira", "1151")
    svar = client.get(reverse("rapport:ny_folkevalgt", args=["1151"]))
    assert "Kommunen er ikke med i noe samarbeid denne dagen" in svar.content.decode()
