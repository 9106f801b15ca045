"""Shared systems: who runs them, and who uses them since when."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.models import Fellessystem, Systembruk
from avtaler.uttrekk.saertrekk.systemer import systemside
from kommuner.tilgang import INGEN
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region

DATO = date(2026, 11, 20)
pytestmark = pytest.mark.django_db


@pytest.fixture
def kommuner():
    return [lag_kommune(navn) for navn in ("Fyresdal", "Kviteseid", "Tokke")]


@pytest.fixture
def region(kommuner):
    return lag_region("Vest-Telemark", slug="vt", kommuner=kommuner)


@pytest.fixture
def koordinator(client, region):
    client.force_login(lag_bruker("koordinator", region=region))
    return client


def nytt(klient, **felt):
    return klient.post(reverse("avtaler:nytt_system", args=["vt"]), {"navn": "Økonomi", "type": "fagsystem"} | felt)


def test_one_municipality_runs_the_system_for_all(koordinator, kommuner, region):
    felt = {f"bruker_{part.pk}": "on" for part in kommuner} | {f"fra_{kommuner[2].pk}": "1.1.2007"}
    assert nytt(koordinator, driftspart=kommuner[1].pk, **felt).status_code == 302
    rad = systemside(region, INGEN, dato=DATO).rader[0]
    assert (rad.drives_av, rad.antall) == ("Kviteseid", 3)
    assert [(celle.kommune, celle.drifter, celle.fra) for celle in rad.celler] == [
        ("Fyresdal", False, None), ("Kviteseid", True, None), ("Tokke", False, date(2007, 1, 1)),
    ]  # fmt: skip


def test_both_a_municipality_and_a_supplier_cannot_run_it(koordinator, kommuner):
    svar = nytt(koordinator, driftspart=kommuner[0].pk, drives_av="Leverandør AS")
    assert svar.status_code == 422
    assert "drives_av" in svar.context["form"].errors


def test_date_without_a_user_is_asked_about(koordinator, kommuner):
    svar = nytt(koordinator, **{f"fra_{kommuner[0].pk}": "1.1.2007"})
    assert "Kryss av for at Fyresdal bruker systemet" in svar.content.decode()
    assert not Fellessystem.objects.exists()


def test_changing_the_users_changes_the_system(koordinator, kommuner, region):
    system = Fellessystem.objects.create(region=region, navn="GAB", type="fagsystem", drives_av="Ekstern leverandør")
    Systembruk.objects.create(system=system, part=kommuner[0])
    adresse = reverse("avtaler:endre_system", args=["vt", system.pk])
    felt = {"navn": "GAB", "type": "fagsystem", "drives_av": "Ekstern leverandør", f"bruker_{kommuner[1].pk}": "on"}
    assert koordinator.post(adresse, felt | {"versjon": "1"}).status_code == 302
    assert [rad.part for rad in system.bruk.filter(til__isnull=True)] == [kommuner[1]]
    svar = koordinator.post(adresse, felt | {"versjon": "1", f"bruker_{kommuner[2].pk}": "on"})
    assert svar.status_code == 409
    assert [rad.part for rad in system.bruk.filter(til__isnull=True)] == [kommuner[1]]


def test_municipality_that_stops_using_it_is_still_told_of_on_the_days_before_and_may_begin_again(
    koordinator, kommuner, region
):
    system = Fellessystem.objects.create(region=region, navn="GAB", type="fagsystem")
    Systembruk.objects.create(system=system, part=kommuner[0], fra=date(2007, 1, 1))
    adresse = reverse("avtaler:endre_system", args=["vt", system.pk])
    felt = {"navn": "GAB", "type": "fagsystem"}
    assert koordinator.post(adresse, felt | {"versjon": "1"}).status_code == 302
    assert [rad.til is None for rad in system.bruk.all()] == [False]
    assert systemside(region, INGEN, dato=date(2010, 1, 1)).rader[0].antall == 1
    assert koordinator.get(adresse).context["form"].initial[f"bruker_{kommuner[0].pk}"] is False
    igjen = {f"bruker_{kommuner[0].pk}": "on", f"fra_{kommuner[0].pk}": "1.1.2030"}
    assert koordinator.post(adresse, felt | igjen | {"versjon": "2"}).status_code == 302
    assert sorted(rad.fra for rad in system.bruk.all()) == [date(2007, 1, 1), date(2030, 1, 1)]


def test_user_from_outside_the_region_and_agreement_that_is_a_draft(region, kommuner):
    utenfor = lag_kommune("Tinn")
    utkast = lag_avtale("Utkast", region=region, er_utkast=True)
    system = Fellessystem.objects.create(region=region, navn="Nett", type="nett", avtale=utkast)
    Systembruk.objects.create(system=system, part=utenfor)
    rad = systemside(region, INGEN, dato=DATO).rader[0]
    assert (rad.utenfor, rad.avtale_id, rad.antall) == (("Tinn",), None, 1)


def test_matrix_asks_the_same_however_many_systems(region, kommuner, django_assert_num_queries):
    avtale = lag_avtale("IT", region=region)
    for nr in range(3):
        system = Fellessystem.objects.create(
            region=region, navn=f"S{nr}", type="server", driftspart=kommuner[nr], avtale=avtale
        )
        Systembruk.objects.create(system=system, part=kommuner[nr])
    with django_assert_num_queries(5):
        assert len(systemside(region, INGEN, dato=DATO).rader) == 3
