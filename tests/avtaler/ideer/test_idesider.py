"""The idea bank as people meet it: who may answer for whom, what inhabitants may say and see, and what is refused."""

from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.urls import reverse

from avtaler.models.idee import Ide, Innbyggerinnspill
from avtaler.tjenester import hinder_for_laasing
from avtaler.tjenester.ideer.innbyggerinnspill import behandle, ta_imot
from avtaler.views.ideer.takt import FLEST, for_mange
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region, lag_runde

pytestmark = pytest.mark.django_db
DAG = date(2026, 11, 20)


@pytest.fixture
def vik():
    return lag_kommune("Vik", "4639")


@pytest.fixture
def ide(vik):
    region = lag_region("Sogn", kommuner=[vik, lag_kommune("Luster", "4644")])
    return Ide.objects.create(region=region, tittel="Felles logoped", dato=DAG)


@pytest.fixture(autouse=True)
def tomt_mellomlager():
    cache.clear()


def adresse(navn, *verdier):
    return reverse(f"avtaler:{navn}", args=verdier)


@pytest.mark.parametrize("rolle", ["politiker", "sekretaer"])
def test_municipalitys_own_answer_for_it_and_for_no_other(rolle, som, ide, vik):
    klient = som(lag_bruker(rolle, kommune=vik))
    svar = klient.post(adresse("svar_interesse", ide.pk, "4639"), {"svar": "vil", "dato": "20.11.2026"})
    assert svar.status_code == 302
    assert ide.interesser.get().part == vik
    assert klient.get(adresse("svar_interesse", ide.pk, "4644")).status_code == 404
    assert klient.post(adresse("svar_interesse", ide.pk, "4644"), {"svar": "vil"}).status_code == 404


def test_first_answer_stored_meanwhile_is_shown_and_not_overwritten(som, ide, vik):
    klient, url = som(lag_bruker("sekretaer", kommune=vik)), adresse("svar_interesse", ide.pk, "4639")
    lest = klient.get(url).context["form"]["versjon"].value()
    ide.interesser.create(part=vik, svar="vil_ikke", dato=DAG)
    svar = klient.post(url, {"svar": "vil", "dato": "20.11.2026", "versjon": lest})
    assert svar.status_code == 409
    assert ide.interesser.get().svar == "vil_ikke"


@pytest.mark.parametrize("rolle", ["rapportoer", "innsyn"])
def test_those_who_only_see_the_municipality_do_not_speak_for_it(rolle, som, ide, vik):
    klient = som(lag_bruker(rolle, kommune=vik))
    assert klient.get(adresse("svar_interesse", ide.pk, "4639")).status_code == 404
    assert klient.get(adresse("ny_ide")).status_code == 404


def test_coordinator_answers_for_all_and_a_strange_number_is_not_found(som, ide):
    klient = som(lag_bruker("koordinator", region=ide.region))
    assert klient.get(adresse("svar_interesse", ide.pk, "4644")).status_code == 200
    assert klient.get(adresse("svar_interesse", ide.pk, "0301")).status_code == 404


def test_the_second_of_two_answers_meets_the_first(som, ide, vik):
    klient = som(lag_bruker("koordinator", region=ide.region))
    ny = {"svar": "vil", "dato": "20.11.2026"}
    klient.post(adresse("svar_interesse", ide.pk, "4639"), ny)
    svar = klient.post(adresse("svar_interesse", ide.pk, "4639"), ny | {"versjon": "9", "merknad": "Etter møtet"})
    assert svar.status_code == 409
    assert "Etter møtet" in svar.content.decode()


def test_politician_proposes_an_idea_in_the_region_of_the_municipality(som, ide, vik):
    klient = som(lag_bruker("politiker", kommune=vik))
    svar = klient.post(adresse("ny_ide"), {"tittel": "Felles kino", "dato": "20.11.2026", "fra_hvem": "Vik Ap"})
    assert svar.status_code == 302
    ny = Ide.objects.get(tittel="Felles kino")
    assert (ny.region, ny.status, ny.ansvarlig) == (ide.region, "ny", None)
    assert klient.get(adresse("endre_ide", ny.pk)).status_code == 404


def test_draft_is_made_from_the_page_with_the_form_chosen(som, ide, vik):
    klient = som(lag_bruker("koordinator", region=ide.region))
    skjema = {
        "versjon": "1", "navn": "Felles logoped", "form": "VERT_ADM", "klasse": "tjenesteyting", "fra": "1.1.2027",
        "maalform": "nn", "deltakere": [str(vik.pk)],
    }  # fmt: skip
    svar = klient.post(adresse("ide_blir_avtale", ide.pk), skjema)
    assert svar.status_code == 422
    assert "minst 2 deltakere" in svar.content.decode()
    alle = [str(rad.part_id) for rad in ide.region.medlemskap.all()]
    svar = klient.post(adresse("ide_blir_avtale", ide.pk), skjema | {"deltakere": alle})
    ide.refresh_from_db()
    assert svar["Location"] == ide.avtale.get_absolute_url()
    assert "Felles logoped" in klient.get(svar["Location"]).content.decode()
    assert klient.get(adresse("ide_blir_avtale", ide.pk)).status_code == 404


def test_merging_from_the_page_asks_for_one_to_keep(som, ide):
    annen = Ide.objects.create(region=ide.region, tittel="Logoped", dato=DAG)
    klient = som(lag_bruker("koordinator", region=ide.region))
    assert klient.post(adresse("like_ideer"), {"med": [annen.pk]}).status_code == 422
    assert (
        klient.post(adresse("like_ideer"), {"behold": ide.pk, "med": [annen.pk]})["Location"] == ide.get_absolute_url()
    )
    assert klient.post(adresse("slett_ide", ide.pk)).status_code == 422


def test_coordinator_of_another_region_merges_nothing_here(som, ide):
    annen = Ide.objects.create(region=ide.region, tittel="Logoped", dato=DAG)
    klient = som(lag_bruker("koordinator", region=lag_region()))
    assert klient.post(adresse("like_ideer"), {"behold": ide.pk, "med": [annen.pk]}).status_code == 404


def test_inhabitants_input_is_seen_by_nobody_before_it_is_read_and_answered(client, som, ide):
    assert "csrfmiddlewaretoken" in client.get(adresse("innspill_til_ide", ide.pk)).content.decode()
    svar = client.post(adresse("innspill_til_ide", ide.pk), {"tekst": "Vi trenger logoped i Vik."})
    assert svar.status_code == 302
    assert "Vi trenger logoped" not in client.get(ide.get_absolute_url()).content.decode()
    innspill = Innbyggerinnspill.objects.get()
    koordinator = som(lag_bruker("koordinator", region=ide.region))
    assert "Vi trenger logoped" in koordinator.get(adresse("innspillkoe")).content.decode()
    behandling = adresse("innbyggerinnspill", innspill.pk)
    assert koordinator.post(behandling, {"versjon": "1", "status": "vist", "svar": ""}).status_code == 422
    assert (
        koordinator.post(behandling, {"versjon": "1", "status": "vist", "svar": "Det tar vi med."}).status_code == 302
    )
    client.logout()
    side = client.get(ide.get_absolute_url()).content.decode()
    assert "Vi trenger logoped" in side
    assert "Det tar vi med." in side


def test_input_that_is_not_shown_stays_hidden_and_other_coordinators_do_not_read_it(client, som, ide):
    innspill = ta_imot(ide, tekst="Reklame", dato=DAG)
    behandle(innspill_id=innspill.pk, versjon=None, status="avvist", svar="", dato=DAG)
    assert "Reklame" not in client.get(ide.get_absolute_url()).content.decode()
    fremmed = som(lag_bruker("koordinator", region=lag_region()))
    assert "Reklame" not in fremmed.get(adresse("innspillkoe") + "?alle=ja").content.decode()
    assert fremmed.get(adresse("innbyggerinnspill", innspill.pk)).status_code == 404


def test_machines_and_those_in_a_hurry_are_stopped_with_nothing_lost(client, ide):
    url = adresse("innspill_til_ide", ide.pk)
    assert client.post(url, {"tekst": "Kjøp nå", "nettside": "http://kjoep.example"}).status_code == 302
    assert not Innbyggerinnspill.objects.exists()
    svar = [client.post(url, {"tekst": f"Innspill {nr}"}) for nr in range(5)]
    assert [ett.status_code for ett in svar] == [302, 302, 302, 302, 429]
    assert "Innspill 4" in svar[-1].content.decode()
    assert svar[-1]["Retry-After"] == "600"
    assert Innbyggerinnspill.objects.count() == 4
    assert client.post(url, {"tekst": "Fra et annet sted"}, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_the_same_words_sent_twice_are_one_input(ide):
    ta_imot(ide, tekst="Ja takk", dato=DAG)
    ta_imot(ide, tekst=" Ja takk ", dato=DAG)
    assert ide.innbyggerinnspill.count() == 1


def test_twins_from_before_are_no_fault(ide):
    for _nr in range(2):
        ide.innbyggerinnspill.create(tekst="Ja takk", dato=DAG)
    ta_imot(ide, tekst="Ja takk", dato=DAG)
    assert ide.innbyggerinnspill.count() == 2


def test_each_attempt_is_forgotten_ten_minutes_after_itself(rf):
    forespoersel = rf.post("/")
    assert [for_mange(forespoersel) for _nr in range(FLEST + 1)] == [False] * FLEST + [True]
    with connection.cursor() as peker:
        peker.execute("SELECT max(expires) - now() <= interval '600 seconds' FROM mellomlager")
        assert peker.fetchone() == (True,)
        peker.execute(
            "UPDATE mellomlager SET expires = now() - interval '1 second'"
            " WHERE cache_key = (SELECT min(cache_key) FROM mellomlager)"
        )
    assert [for_mange(forespoersel) for _nr in range(2)] == [False, True]


def test_open_proposal_takes_input_until_it_is_locked_and_unread_input_holds_the_lock(client, vik):
    avtale = lag_avtale(kommuner=[vik], region=lag_region())
    runde = lag_runde(avtale, laast=None)
    url = adresse("innspill_til_runde", runde.pk)
    assert url in client.get(runde.get_absolute_url()).content.decode()
    client.post(url, {"tekst": "Hva koster det?", "part": vik.pk})
    assert "innbygger er ikke lest" in hinder_for_laasing(runde)
    behandle(innspill_id=runde.innbyggerinnspill.get().pk, versjon=None, status="vist", svar="Se budsjettet", dato=DAG)
    assert hinder_for_laasing(runde) == ""
    assert "Hva koster det?" in client.get(runde.get_absolute_url()).content.decode()
    runde.laast = DAG
    runde.save()
    svar = client.post(url, {"tekst": "For sent?"})
    assert svar.status_code == 422
    assert "For sent?" in svar.content.decode()
