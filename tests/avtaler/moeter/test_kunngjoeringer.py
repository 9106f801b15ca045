"""News for four audiences: who reads which (needs 2.19)."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.models import Kunngjoering
from tests.fabrikker import lag_bruker, lag_kommune

from .moeteproever import lag_samarbeid

pytestmark = pytest.mark.django_db

IDAG = date(2026, 11, 20)


@pytest.fixture
def nyheter():
    """One piece of news for all and one for the employees."""
    region, avtale, parter = lag_samarbeid()
    felt = {"region": region, "avtale": avtale, "tekst": "Les dette.", "dato": date(2026, 11, 1)}
    Kunngjoering.objects.create(tittel="Til alle", **felt)
    Kunngjoering.objects.create(
        tittel="Til ansatte", for_politikere=False, for_innbyggere=False, for_tillitsvalgte=False, **felt
    )
    return region, avtale, parter


def _titler(client, **spoerring):
    tekst = client.get(reverse("avtaler:kunngjoeringer"), {"dato": "2026-11-20"} | spoerring).content.decode()
    return [tittel for tittel in ("Til alle", "Til ansatte", "Senere") if f">{tittel}<" in tekst]


def test_visitors_and_other_municipalities_read_what_is_for_inhabitants(client, nyheter):
    assert _titler(client) == ["Til alle"]
    client.force_login(lag_bruker("politiker", kommune=lag_kommune("Vik")))
    assert _titler(client) == ["Til alle"]


def test_those_of_the_region_read_all_and_filter_by_audience(client, nyheter):
    _region, _avtale, (sogndal, _luster) = nyheter
    client.force_login(lag_bruker("rapportoer", kommune=sogndal))
    assert _titler(client) == ["Til alle", "Til ansatte"]
    assert _titler(client, maalgruppe="politikere") == ["Til alle"]
    assert _titler(client, maalgruppe="finnesikke", region="x") == ["Til alle", "Til ansatte"]


def test_news_for_some_is_not_found_by_others(client, nyheter):
    rad = Kunngjoering.objects.get(tittel="Til ansatte")
    assert client.get(reverse("avtaler:kunngjoering", args=[rad.pk])).status_code == 404


def test_news_dated_later_waits_for_its_day(client, nyheter):
    region, avtale, _parter = nyheter
    rad = Kunngjoering.objects.create(
        region=region, avtale=avtale, tittel="Senere", tekst="Vent.", dato=date(2126, 12, 1)
    )
    adresse = reverse("avtaler:kunngjoering", args=[rad.pk])
    assert (client.get(adresse).status_code, "Senere" in _titler(client)) == (404, False)
    client.force_login(lag_bruker("koordinator", region=region))
    assert (client.get(adresse).status_code, "Senere" in _titler(client)) == (200, True)


def test_looking_ahead_does_not_open_news_that_is_not_out(client, nyheter):
    region, avtale, _parter = nyheter
    Kunngjoering.objects.create(region=region, avtale=avtale, tittel="Senere", tekst="Vent.", dato=date(2126, 12, 1))
    frem = {"dato": "2126-12-31"}
    agreement = client.get(reverse("avtaler:avtale", args=[avtale.pk]), frem).content.decode()
    assert ("Senere" in _titler(client, **frem), "Senere" in agreement) == (False, False)
    assert "Senere" not in client.get(reverse("avtaler:kunngjoeringer"), frem).content.decode()


def test_coordinator_tells_news_to_at_least_one_audience_in_the_agreements_own_region(client, nyheter):
    region, avtale, _parter = nyheter
    client.force_login(lag_bruker("koordinator", region=region))
    felt = {"region": region.pk, "avtale": avtale.pk, "tittel": "Nytt", "tekst": "Les.", "dato": "20.11.2026"}
    adresse = reverse("avtaler:ny_kunngjoering")
    svar = client.post(adresse, felt)
    assert svar.status_code == 422
    assert "Velg minst én målgruppe." in svar.content.decode()
    assert client.post(adresse, felt | {"for_ansatte": "on"}).status_code == 302
    nytt = Kunngjoering.objects.get(tittel="Nytt")
    assert (nytt.for_ansatte, nytt.for_innbyggere) == (True, False)
    _r, andres, _p = lag_samarbeid()
    assert client.post(adresse, felt | {"for_ansatte": "on", "avtale": andres.pk}).status_code == 422


def test_draft_agreement_has_no_public_news(client):
    region, avtale, _parter = lag_samarbeid(er_utkast=True)
    Kunngjoering.objects.create(region=region, avtale=avtale, tittel="Til alle", tekst="Hemmelig", dato=IDAG)
    assert _titler(client) == []


def test_agreement_shows_its_latest_news(client, nyheter):
    _region, avtale, _parter = nyheter
    tekst = client.get(reverse("avtaler:avtale", args=[avtale.pk]), {"dato": "2026-11-20"}).content.decode()
    assert ("Til alle" in tekst, "Til ansatte" in tekst) == (True, False)
