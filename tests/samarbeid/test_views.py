"""The frame of the site: start, language, help, errors, and the health addresses."""

from datetime import timedelta

import pytest
from django.template.loader import get_template
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from rapport.models import Oeyeblikksbilde, Rapportjobb
from samarbeid.kontekst import Side
from samarbeid.tilstand import koealder, megler_svarer
from tests.fabrikker import lag_bruker, lag_kommune, lag_region

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("navn", ["start", "hjelp", "tilgjengelighet", "account_login", "account_reset_password"])
@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_open_page_says_its_language_and_allows_nothing_inline(client, navn, maalform):
    client.cookies["spraak"] = maalform
    svar = client.get(reverse(navn))
    html = svar.content.decode()
    assert svar.status_code == 200
    assert f'<html lang="{maalform}"' in html
    assert svar["Content-Language"] == maalform
    assert "default-src 'none'" in svar["Content-Security-Policy"]
    assert "unsafe" not in svar["Content-Security-Policy"]
    assert " style=" not in html
    assert "<style" not in html
    assert html.count("<h1") == 1


def test_menu_of_politiker_starts_with_own_kommune(som):
    kommune = lag_kommune("Sogndal", "4640")
    html = som(lag_bruker("politiker", kommune=kommune)).get("/hjelp/").content.decode()
    meny = html[html.index("hovedmeny") : html.index("topp-valg")]
    assert meny.index("/kommuner/4640/") < meny.index("/avtaler/")
    assert 'href="/hjelp/" aria-current="true"' in meny


def test_start_offers_registration_to_koordinator_only(som, client):
    assert "/avtaler/ny/" not in client.get("/").content.decode()
    assert "/avtaler/ny/" in som(lag_bruker("koordinator", region=lag_region())).get("/").content.decode()


def test_start_for_visitor_asks_the_database_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/")


def test_spraak_changes_language_and_leads_back(client):
    svar = client.post("/spraak/", {"spraak": "nn", "neste": "/hjelp/?dato=1.1.2019"})
    assert svar.url == "/hjelp/?dato=1.1.2019"
    assert svar.cookies["spraak"].value == "nn"
    assert svar.cookies["spraak"]["samesite"] == "Lax"
    assert client.get("/hjelp/")["Content-Language"] == "nn"


def test_spraak_is_remembered_on_the_account(som):
    bruker = lag_bruker("politiker", kommune=lag_kommune())
    som(bruker).post("/spraak/", {"spraak": "nn"})
    bruker.refresh_from_db()
    assert bruker.maalform == "nn"


@pytest.mark.parametrize("neste", ["https://example.org/", "//example.org", "javascript:alert(1)", ""])
def test_spraak_never_leads_away_from_the_site(client, neste):
    assert client.post("/spraak/", {"spraak": "nn", "neste": neste}).url == "/"


def test_spraak_refuses_get_and_unknown_language(client):
    assert client.get("/spraak/").status_code == 405
    assert "spraak" not in client.post("/spraak/", {"spraak": "tlh"}).cookies


def test_min_konto_shows_roles_and_asks_visitor_to_log_in(som, client):
    assert client.get("/konto/").url == "/konto/logg-inn/?next=/konto/"
    html = som(lag_bruker("politiker", kommune=lag_kommune("Luster", "4644"), navn="Liv Luster")).get("/konto/")
    assert "Liv Luster" in html.content.decode()
    assert "politiker, Luster" in html.content.decode()


def test_nobody_signs_up(client):
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    assert client.get("/konto/signup/").status_code == 404


def test_unknown_address_is_404_with_a_way_on(client):
    svar = client.get("/finnes-ikke/")
    assert svar.status_code == 404
    assert reverse("rapport:kommuner") in svar.content.decode()


@pytest.mark.parametrize("side", ["400.html", "403.html", "403_csrf.html", "429.html", "500.html"])
def test_error_page_needs_neither_request_nor_database(side, django_assert_num_queries):
    with django_assert_num_queries(0):
        html = get_template(side).render()
    assert "<h1>" in html
    assert "Gå til startsiden" in html


def test_healthz_answers_without_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").content == b"ok\n"


def test_readyz_tells_of_each_part(client):
    svar = client.get("/readyz")
    assert svar.status_code == 200
    assert svar.json() == {"database": True, "megler": True, "koe": True, "koe_sekunder": 0}


def test_megler_that_is_away_is_reported_and_not_raised():
    assert megler_svarer("redis://127.0.0.1:1/0") is False


def test_koealder_is_that_of_the_oldest_unfinished_job():
    bilde = Oeyeblikksbilde.objects.create(sha256="a" * 64, innhold={})
    jobb = Rapportjobb.objects.create(part=lag_kommune(), dato=timezone.localdate(), maalform="nb", bilde=bilde)
    Rapportjobb.objects.filter(pk=jobb.pk).update(opprettet=timezone.now() - timedelta(hours=1))
    assert timedelta(hours=1) <= koealder() < timedelta(hours=2)


def side_for(adresse: str) -> Side:
    return Side(RequestFactory().get(adresse))


def test_side_reads_chosen_date_and_keeps_the_other_choices():
    side = side_for("/kommuner/4640/?dato=1.1.2019&form=ipr&form=ko&side=3")
    assert side.datotekst == "1. januar 2019"
    assert side.dato_spoerring == "?dato=2019-01-01"
    assert side.andre_valg == [("form", "ipr"), ("form", "ko")]
    assert not side.dato_ulest


def test_side_says_when_the_date_cannot_be_read():
    side = side_for("/kommuner/4640/?dato=tull")
    assert side.dato_ulest
    assert side.er_idag
    assert side.dato_spoerring == ""
