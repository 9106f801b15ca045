"""Making, calling, holding and cancelling meetings; their agenda; series; the list and the decision log."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.models import Moete, Moetesak
from avtaler.tjenester import Avvist
from avtaler.tjenester.moeter.initiativ import slett_sak
from avtaler.tjenester.moeter.moete import opprett_serie
from tests.fabrikker import lag_bruker, lag_kommune, lag_region

from .moeteproever import DATO, lag_moete, lag_samarbeid

pytestmark = pytest.mark.django_db

IDAG = date(2026, 11, 20)
HTML = {"dato": "2026-11-20"}


@pytest.fixture
def samarbeid(client):
    """A coordinator of an agreement's region, logged in."""
    region, avtale, parter = lag_samarbeid(form="IKS", bestemmelser={"IKS.3": "Brannvern."})
    client.force_login(lag_bruker("koordinator", region=region))
    return avtale, parter


def _moetefelt(**felt):
    return {"dato": "4.12.2026", "status": "planlagt", "er_aapent": "on", "klokka": "9.30", "sted": "Vik"} | felt


def test_coordinator_plans_a_meeting_and_the_page_says_when_to_call_it(client, samarbeid):
    avtale, _parter = samarbeid
    organ = lag_moete(avtale).organ
    svar = client.post(reverse("avtaler:nytt_moete"), _moetefelt(organ=organ.pk))
    assert svar.status_code == 302
    moete = Moete.objects.get(dato=date(2026, 12, 4))
    tekst = client.get(moete.get_absolute_url(), HTML).content.decode()
    assert "senest 6. november 2026, 28 dager før møtet" in tekst
    assert "Fristen for å sende innkallingen er ute" in tekst
    assert "IKS-loven § 8" in tekst


def test_notice_sent_too_late_is_told_to_the_coordinator_only(client, samarbeid):
    avtale, _parter = samarbeid
    moete = lag_moete(avtale, dato=date(2026, 12, 4), status="innkalt", innkalt=date(2026, 11, 10))
    assert "ble sendt etter fristen" in client.get(moete.get_absolute_url(), HTML).content.decode()
    client.logout()
    assert "ble sendt etter fristen" not in client.get(moete.get_absolute_url(), HTML).content.decode()


@pytest.mark.parametrize(
    ("felt", "setning"),
    [
        ({"status": "holdt", "dato": "4.12.2126"}, "Møtet kan ikke være holdt før dagen er kommet."),
        ({"status": "innkalt"}, "Skriv når innkallingen ble sendt."),
        ({"er_aapent": ""}, "Skriv hjemmelen for å lukke."),
        ({"dato": "31.2.2027"}, "31.2.2027"),
        ({"klokka": "kvart over"}, "klokka"),
        ({"organ": "999999999999999999999"}, "Velg"),
        ({"organ": "x"}, "Velg"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_is_lost(client, samarbeid, felt, setning):
    avtale, _parter = samarbeid
    organ = lag_moete(avtale).organ
    svar = client.post(reverse("avtaler:nytt_moete"), _moetefelt(organ=organ.pk, tittel="Ekstra møte") | felt)
    assert svar.status_code == 422
    assert setning in svar.content.decode()
    assert "Ekstra møte" in svar.content.decode()
    assert Moete.objects.count() == 1


def test_organ_of_another_region_cannot_be_chosen(client, samarbeid):
    _r, andres, _p = lag_samarbeid()
    svar = client.post(reverse("avtaler:nytt_moete"), _moetefelt(organ=lag_moete(andres).organ.pk))
    assert svar.status_code == 422


def test_two_who_change_the_same_meeting_see_each_other(client, samarbeid):
    moete = lag_moete(samarbeid[0])
    adresse = reverse("avtaler:endre_moete", args=[moete.pk])
    felt = _moetefelt(status="holdt", dato="9.10.2026", versjon=1)
    assert client.post(adresse, felt | {"sted": "Luster"}).status_code == 302
    svar = client.post(adresse, felt | {"sted": "Sogndal"})
    assert svar.status_code == 409
    assert "Luster" in svar.content.decode()
    assert "Sogndal" in svar.content.decode()


def test_ground_is_forgotten_when_the_doors_are_opened(client, samarbeid):
    moete = lag_moete(samarbeid[0], er_aapent=False, lukket_hjemmel="koml. § 11-5(3)a")
    felt = _moetefelt(status="holdt", dato="9.10.2026", versjon=1, lukket_hjemmel="koml. § 11-5(3)a")
    client.post(reverse("avtaler:endre_moete", args=[moete.pk]), felt)
    moete.refresh_from_db()
    assert (moete.er_aapent, moete.lukket_hjemmel) == (True, "")


def test_meeting_that_has_decided_something_cannot_be_deleted(client, samarbeid):
    moete = lag_moete(samarbeid[0])
    sak = moete.saker.create(rekkefoelge=1, tittel="Budsjett", vedtak="Godkjent.")
    adresse = reverse("avtaler:slett_moete", args=[moete.pk])
    svar = client.post(adresse)
    assert svar.status_code == 422
    assert "har gjort vedtak" in svar.content.decode()
    Moetesak.objects.filter(pk=sak.pk).update(vedtak="")
    assert client.post(adresse).status_code == 302
    assert not Moete.objects.filter(pk=moete.pk).exists()


def test_item_that_has_been_decided_cannot_be_deleted(client, samarbeid):
    moete = lag_moete(samarbeid[0])
    sak = moete.saker.create(rekkefoelge=1, tittel="Budsjett", vedtak="Godkjent.")
    adresse = reverse("avtaler:slett_moetesak", args=[moete.pk, sak.pk])
    svar = client.post(adresse)
    assert svar.status_code == 422
    assert "Det er gjort vedtak i saken" in svar.content.decode()
    with pytest.raises(Avvist):
        slett_sak(sak.pk)
    Moetesak.objects.filter(pk=sak.pk).update(vedtak="")
    assert client.post(adresse).status_code == 302
    assert not moete.saker.exists()


def test_two_items_swap_places(client, samarbeid):
    moete = lag_moete(samarbeid[0])
    foerst, sist = (moete.saker.create(rekkefoelge=nr, tittel=f"Sak {nr}") for nr in (1, 2))
    felt = {"rekkefoelge": 2, "tittel": "Sak 1", "slag": "vedtak", "versjon": 1}
    assert client.post(reverse("avtaler:endre_moetesak", args=[moete.pk, foerst.pk]), felt).status_code == 302
    assert list(moete.saker.values_list("tittel", "rekkefoelge")) == [("Sak 2", 1), ("Sak 1", 2)]
    sist.refresh_from_db()
    assert sist.versjon == 2


def test_board_the_law_does_not_open_meets_without_a_ground(client, samarbeid):
    styre = lag_moete(samarbeid[0], type="styre").organ
    skjema = client.get(reverse("avtaler:nytt_moete"), {"organ": styre.pk}).context["form"]
    assert skjema.initial["er_aapent"] is False
    felt = _moetefelt(organ=styre.pk, er_aapent="", tittel="Hemmelig")
    assert client.post(reverse("avtaler:nytt_moete"), felt).status_code == 302
    moete = Moete.objects.get(tittel="Hemmelig")
    sak = reverse("avtaler:ny_moetesak", args=[moete.pk])
    felt = {"rekkefoelge": 1, "tittel": "Lønn", "slag": "vedtak", "er_lukket": "on"}
    assert client.post(sak, felt).status_code == 302
    client.logout()
    tekst = client.get(moete.get_absolute_url()).content.decode()
    assert "Ikke åpent for publikum" in tekst
    assert [ord_ for ord_ in ("Hemmelig", "Lønn", "lukkede dører", "Unntatt") if ord_ in tekst] == []


@pytest.mark.parametrize(("type", "aapent"), [("representantskap", True), ("styre", False)])
def test_series_is_open_where_the_law_opens_the_doors(samarbeid, type, aapent):
    organ = lag_moete(samarbeid[0], type=type).organ
    (moete,) = opprett_serie(organ, [date(2027, 1, 15)], {})
    assert moete.er_aapent is aapent


def test_meeting_is_not_planned_when_the_organ_has_ended_nor_called_after_it(client, samarbeid):
    organ = lag_moete(samarbeid[0]).organ
    felt = _moetefelt(organ=organ.pk, innkalt="5.12.2026", status="innkalt")
    svar = client.post(reverse("avtaler:nytt_moete"), felt)
    assert svar.status_code == 422
    assert "Innkallingen kan ikke være sendt etter møtet." in svar.content.decode()
    type(organ).objects.filter(pk=organ.pk).update(til=date(2026, 12, 4))
    svar = client.post(reverse("avtaler:nytt_moete"), _moetefelt(organ=organ.pk))
    assert "Organet finnes ikke denne dagen." in svar.content.decode()
    serie = {"organ": organ.pk, "foerste": "4.12.2026", "mellomrom": "uke", "antall": "1", "lagre": "1",
             "datoer": ["2026-12-04"]}  # fmt: skip
    svar = client.post(reverse("avtaler:moeteserie"), serie)
    assert svar.status_code == 422
    assert "Organet finnes ikke på en av dagene." in svar.content.decode()
    assert Moete.objects.count() == 1


def test_time_of_a_series_is_asked_for_in_norwegian(client, samarbeid):
    felt = {"organ": lag_moete(samarbeid[0]).organ.pk, "foerste": "15.1.2027", "mellomrom": "uke", "antall": "1",
            "klokka": "kvart"}  # fmt: skip
    assert "Skriv klokkeslettet som 18.30." in client.post(reverse("avtaler:moeteserie"), felt).content.decode()


def test_item_gets_its_decision_and_who_follows_it_up(client, samarbeid):
    avtale, _parter = samarbeid
    moete = lag_moete(avtale)
    felt = {"rekkefoelge": 1, "tittel": "Budsjett", "slag": "vedtak", "avtale": avtale.pk, "vedtak": "Vedtatt.",
            "frist": "1.11.2026"}  # fmt: skip
    adresse = reverse("avtaler:ny_moetesak", args=[moete.pk])
    svar = client.post(adresse, felt)
    assert svar.status_code == 422
    assert "Skriv hvem som følger opp vedtaket." in svar.content.decode()
    assert client.post(adresse, felt | {"ansvarlig": "Styret"}).status_code == 302
    logg = client.get(reverse("avtaler:vedtakslogg"), HTML | {"oppfoelging": "forsinket"}).content.decode()
    assert "Vedtatt." in logg
    assert "1 over fristen" in logg


def test_two_items_cannot_have_the_same_place(client, samarbeid):
    moete = lag_moete(samarbeid[0])
    moete.saker.create(rekkefoelge=1, tittel="Budsjett")
    svar = client.post(
        reverse("avtaler:ny_moetesak", args=[moete.pk]), {"rekkefoelge": 1, "tittel": "Regnskap", "slag": "vedtak"}
    )
    assert svar.status_code == 422
    assert "Et annet punkt på saklista har dette nummeret." in svar.content.decode()


def test_item_leads_to_the_agreement_and_its_text_in_force(client, samarbeid):
    """«Bruk styringsdokumentene alltid» (needs 4.4)."""
    avtale, _parter = samarbeid
    moete = lag_moete(avtale)
    moete.saker.create(rekkefoelge=1, tittel="Budsjett", avtale=avtale)
    tekst = client.get(moete.get_absolute_url()).content.decode()
    assert reverse("avtaler:avtale", args=[avtale.pk]) in tekst
    assert reverse("avtaler:versjon", args=[avtale.pk, 1]) in tekst


def test_series_is_shown_before_it_is_made_and_only_the_ticked_days_become_meetings(client, samarbeid):
    organ = lag_moete(samarbeid[0], dato=date(2027, 2, 19)).organ
    felt = {"organ": organ.pk, "foerste": "15.1.2027", "mellomrom": "maaned", "antall": "3", "sted": "Vik"}
    adresse = reverse("avtaler:moeteserie")
    vist = client.post(adresse, felt | {"vis": "1"})
    assert vist.status_code == 200
    assert "Organet har alt et møte denne dagen." in vist.content.decode()
    assert Moete.objects.count() == 1
    assert client.post(adresse, felt | {"lagre": "1"}).status_code == 422
    svar = client.post(adresse, felt | {"lagre": "1", "datoer": ["2027-01-15", "2027-03-19", "1999-01-01"]})
    assert svar.status_code == 302
    assert sorted(Moete.objects.filter(sted="Vik").values_list("dato", flat=True)) == [
        date(2027, 1, 15), date(2027, 3, 19)
    ]  # fmt: skip


@pytest.mark.parametrize("felt", [{"antall": "0"}, {"antall": "500"}, {"antall": "mange"}, {"foerste": "28.12.9999"}])
def test_series_that_cannot_be_is_refused(client, samarbeid, felt):
    organ = lag_moete(samarbeid[0]).organ
    grunn = {"organ": organ.pk, "foerste": "15.1.2027", "mellomrom": "aar", "antall": "3", "lagre": "1"}
    assert client.post(reverse("avtaler:moeteserie"), grunn | felt).status_code == 422
    assert Moete.objects.count() == 1


def test_list_shows_mine_first_and_all_when_asked(client, samarbeid):
    mitt = lag_moete(samarbeid[0], dato=date(2026, 12, 4), status="planlagt", sted="Mittsted")
    _r, andres, _p = lag_samarbeid()
    lag_moete(andres, sted="Annetsted")
    mine = client.get(reverse("avtaler:moeter"), HTML).content.decode()
    assert ("Mittsted" in mine, "Annetsted" in mine) == (True, False)
    alle = client.get(reverse("avtaler:moeter"), HTML | {"hvem": "alle"}).content.decode()
    assert ("Mittsted" in alle, "Annetsted" in alle) == (True, True)
    valgt = client.get(reverse("avtaler:moeter"), HTML | {"hvem": "alle", "organ": mitt.organ_id, "aar": "2026"})
    assert "Annetsted" not in valgt.content.decode()


def test_list_has_the_nearest_first_and_reads_one_page_of_the_past(client, samarbeid, monkeypatch):
    monkeypatch.setattr("avtaler.views.moeter.moeter.PER_SIDE", 2)
    for maaned in (1, 2, 3):
        lag_moete(samarbeid[0], dato=date(2026, maaned, 1), tittel=f"Gammelt {maaned}")
        lag_moete(samarbeid[0], dato=date(2027, maaned, 1), tittel=f"Nytt {maaned}", status="planlagt")
    lag_moete(samarbeid[0], dato=date(2027, 4, 1), tittel="Avlyst 4", status="avlyst")
    svar = client.get(reverse("avtaler:moeter"), HTML)
    titler = [[rad.tittel for rad in svar.context[navn]] for navn in ("kommende", "tidligere")]
    assert titler == [["Nytt 1", "Nytt 2", "Nytt 3"], ["Avlyst 4", "Gammelt 3"]]
    assert "7 møter" in svar.content.decode()


def test_meeting_of_a_regions_joint_organ_is_for_all(client):
    region = lag_region(kommuner=[lag_kommune("Øyer")])
    organ = region.organer.create(type="felles_formannskap", navn="Felles formannskap")
    moete = Moete.objects.create(organ=organ, dato=DATO)
    assert client.get(moete.get_absolute_url()).status_code == 200


def test_only_the_regions_own_coordinator_writes(client, samarbeid):
    moete = lag_moete(samarbeid[0])
    client.force_login(lag_bruker("koordinator", region=lag_region()))
    for navn in ("endre_moete", "slett_moete", "ny_moetesak"):
        assert client.get(reverse(f"avtaler:{navn}", args=[moete.pk])).status_code == 404
