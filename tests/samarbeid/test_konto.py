"""Accounts: logging in, the second factor, and a forgotten password, through the pages as a person sees them."""

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache

from tests.fabrikker import PASSORD, lag_bruker, lag_kommune

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def glem_brukte_koder():
    """allauth remembers used codes in the cache, which outlives the test's transaction."""
    cache.clear()


@pytest.fixture
def bruker():
    return lag_bruker("politiker", kommune=lag_kommune())


def logg_inn(client, bruker, passord: str = PASSORD):
    return client.post("/konto/logg-inn/", {"login": bruker.email, "password": passord})


def kode_for(noekkel: str) -> str:
    return format_hotp_value(hotp_value(noekkel, next(yield_hotp_counters_from_time())))


def test_login_leads_to_start_and_wrong_password_says_so_in_norwegian(client, bruker):
    feil = logg_inn(client, bruker, "feil passord").content.decode()
    assert "<title>Feil: Logg inn – Samarbeid</title>" in feil
    assert "E-postadressen eller passordet er ikke riktig." in feil
    assert f'value="{bruker.email}"' in feil
    assert logg_inn(client, bruker).url == "/"


def test_empty_login_has_the_same_words_in_summary_and_at_the_field(client):
    html = client.post("/konto/logg-inn/", {}).content.decode()
    assert html.count("Skriv e-postadressen din.") == 2
    assert 'href="#id_login"' in html
    assert 'aria-describedby="id_login_error"' in html


def test_who_sends_a_form_after_being_logged_out_is_told_that_nothing_was_saved(client):
    side = client.post("/avtaler/ny/", {"navn": "Sogn KO"}, follow=True).content.decode()
    assert "det du sendte, ble ikke lagret" in side
    assert "ble ikke lagret" not in client.get("/avtaler/ny/", follow=True).content.decode()


def test_login_never_leads_away_from_the_site(client, bruker):
    felt = {"login": bruker.email, "password": PASSORD, "next": "https://example.org/"}
    assert client.post("/konto/logg-inn/", felt).url == "/"


def test_logout_needs_post(som, bruker):
    client = som(bruker)
    assert client.get("/konto/logg-ut/").status_code == 200
    assert client.post("/konto/logg-ut/").url == "/"
    assert client.get("/konto/").status_code == 302


def test_second_factor_from_activation_to_next_login(client, bruker):
    logg_inn(client, bruker)
    bekreft = {"password": PASSORD, "next": "/konto/tofaktor/app/"}
    assert client.post("/konto/bekreft/", bekreft).url == "/konto/tofaktor/app/"
    side = client.get("/konto/tofaktor/app/").content.decode()
    assert 'src="data:image/svg+xml;base64,' in side
    noekkel = client.session["mfa.totp.secret"]
    assert noekkel in side
    assert "Koden er ikke riktig." in client.post("/konto/tofaktor/app/", {"code": "000000x"}).content.decode()
    assert client.post("/konto/tofaktor/app/", {"code": kode_for(noekkel)}).url == "/konto/tofaktor/koder/"
    koder = re.findall(r"<li>([0-9a-f]{8})</li>", client.get("/konto/tofaktor/koder/").content.decode())
    assert len(koder) == 10
    client.post("/konto/logg-ut/")

    assert logg_inn(client, bruker).url == "/konto/tofaktor/kode/"
    assert client.get("/konto/").status_code == 302
    assert client.post("/konto/tofaktor/kode/", {"code": koder[0]}).url == "/"
    assert client.get("/konto/").status_code == 200


@pytest.mark.parametrize("sti", ["", "app/", "koder/nye/"])
def test_second_factor_pages_ask_visitor_to_log_in(client, sti):
    assert client.get(f"/konto/tofaktor/{sti}").url.startswith("/konto/logg-inn/")


def test_sensitive_change_asks_for_the_password_again(som, bruker):
    svar = som(bruker).get("/konto/tofaktor/app/")
    assert svar.url == "/konto/bekreft/?next=%2Fkonto%2Ftofaktor%2Fapp%2F"


def test_forgotten_password_by_mail(client, bruker):
    assert client.post("/konto/passord/nytt/", {"email": bruker.email}).url == "/konto/passord/nytt/sendt/"
    brev = mail.outbox[0]
    assert brev.subject == "Nytt passord i Samarbeid"
    lenke = re.search(r"http://testserver(\S+)", brev.body).group(1)
    skjema = client.get(lenke).url
    assert "Skriv et nytt passord." in client.post(skjema, {"password1": ""}).content.decode()
    assert client.post(skjema, {"password1": "hest-batteri-stift-rett"}).url == "/konto/passord/nytt/ferdig/"
    assert logg_inn(client, bruker, "hest-batteri-stift-rett").url == "/"


def test_forgotten_password_tells_nobody_who_has_an_account(client):
    assert client.post("/konto/passord/nytt/", {"email": "ingen@example.no"}).url == "/konto/passord/nytt/sendt/"
    assert mail.outbox == []


def test_change_password_takes_the_new_one_once(client, bruker):
    logg_inn(client, bruker)
    felt = {"oldpassword": "feil", "password1": "hest-batteri-stift-rett"}
    assert "Det nåværende passordet er ikke riktig." in client.post("/konto/passord/", felt).content.decode()
    felt["oldpassword"] = PASSORD
    assert client.post("/konto/passord/", felt).status_code == 302
    assert client.get("/konto/").status_code == 200


def test_the_letter_about_a_new_password_is_in_the_accounts_own_language(client, mailoutbox):
    bruker = lag_bruker(maalform="nn")
    client.post("/konto/passord/nytt/", {"email": bruker.email}, headers={"accept-language": "nb"})
    assert mailoutbox[0].subject == "Nytt passord i Samarbeid"
    assert "Var det ikkje deg" in mailoutbox[0].body


def test_an_account_made_without_a_password_gets_one_by_letter(client, mailoutbox):
    bruker = lag_bruker()
    bruker.set_unusable_password()
    bruker.save()
    client.post("/konto/passord/nytt/", {"email": bruker.email})
    assert [brev.to for brev in mailoutbox] == [[bruker.email]]
