"""Gains of projects and agreements: never a result without a baseline, kroner only for those who see the money."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from avtaler.forms.prosjektoekonomi.gevinstskjema import er_i_kroner
from avtaler.models import Gevinst
from avtaler.uttrekk.prosjektoekonomi.gevinster import gevinster_i_avtale, gevinster_i_prosjekt, gevinstoversikt
from kommuner.tilgang import INGEN, Innsyn
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region
from tests.fabrikker_prosjektoekonomi import lag_oekonomiprosjekt

DATO = date(2026, 11, 20)
pytestmark = pytest.mark.django_db


@pytest.fixture
def avtale():
    kommune = lag_kommune("Vik")
    return lag_avtale("Brann", kommuner=(kommune,), region=lag_region("Sogn", slug="sogn", kommuner=(kommune,)))


@pytest.fixture
def koordinator(client, avtale):
    client.force_login(lag_bruker("koordinator", region=avtale.region))
    return client


def ny(klient, avtale, **felt):
    adresse = reverse("avtaler:ny_avtalegevinst", args=[avtale.pk])
    return klient.post(adresse, {"navn": "Materiell", "enhet": "uker", "lavere_er_bedre": "on"} | felt)


def gevinst(avtale=None, **felt) -> Gevinst:
    standard = {"navn": "Lisenser", "enhet": "kr per år", "er_kroner": True, "grunnlinje": 1_000_000}
    return Gevinst.objects.create(avtale=avtale, **standard | felt)


def setning(avtale, **felt) -> str:
    rad = gevinst(avtale, **felt)
    rad.refresh_from_db()
    ser = Innsyn(regioner=frozenset({avtale.region_id}))
    return gevinster_i_avtale(avtale, ser, dato=DATO)[0].setning.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("felt", "ventet"),
    [
        ({"forventet": 800_000, "maalt": 880_000}, "Spart 120 000 kr per år av ventet 200 000."),
        ({"forventet": 800_000, "maalt": 750_000}, "Spart 250 000 kr per år, ventet var 200 000."),
        ({"maalt": 880_000}, "Spart 120 000 kr per år."),
        ({"forventet": 800_000, "maalt": 1_030_000}, "Økt med 30 000 kr per år, ventet spart 200 000."),
        ({"forventet": 800_000, "maalt": 1_000_000}, "Uendret fra grunnlinja, ventet spart 200 000."),
        ({"forventet": 800_000, "forventet_dato": date(2027, 1, 1)},
         "Ventet spart 200 000 kr per år innen 1. januar 2027."),
        ({"forventet": 800_000, "forventet_dato": date(2026, 1, 1)},
         "Ventet spart 200 000 kr per år innen 1. januar 2026. Resultatet er ikke målt."),
        ({"enhet": "uker", "er_kroner": False, "grunnlinje": Decimal("12.5"), "maalt": 9}, "Ned 3,5 uker."),
        ({"enhet": "saker", "er_kroner": False, "lavere_er_bedre": False, "grunnlinje": 10, "forventet": 20,
          "maalt": 15}, "Opp 5 saker av ventet 10."),
        ({"grunnlinje": None}, "Grunnlinja mangler: Uten den kan ingen si hva som ble vunnet."),
        ({}, "Grunnlinja er ført inn. Hva som er ventet, er ikke oppgitt."),
    ],
)  # fmt: skip
def test_gain_is_told_in_words(avtale, felt, ventet):
    assert setning(avtale, **felt) == ventet


def test_result_without_a_baseline_is_refused_with_a_sentence(koordinator, avtale):
    svar = ny(koordinator, avtale, maalt="9", maalt_dato="1.1.2026")
    assert svar.status_code == 422
    assert "Uten den kan ingen si hva som ble spart" in svar.context["form"].errors["grunnlinje"][0]
    assert not Gevinst.objects.exists()


def test_unit_in_kroner_must_be_kept_to_those_who_see_the_money(koordinator, avtale):
    svar = ny(koordinator, avtale, enhet="kr per år")
    assert "Enheten er kroner" in svar.context["form"].errors["er_kroner"][0]
    assert ny(koordinator, avtale, enhet="kr per år", er_kroner="on").status_code == 302


@pytest.mark.parametrize("enhet", ["kr per år", "Kroner", "mill. kr", "KR"])
def test_money_is_known_however_it_is_written(enhet):
    assert er_i_kroner(enhet)
    assert not er_i_kroner("krav per kommune")


def test_gain_is_entered_measured_and_deleted(koordinator, avtale):
    assert ny(koordinator, avtale, grunnlinje="12,5", grunnlinje_dato="1.1.2024").status_code == 302
    rad = Gevinst.objects.get()
    felt = {"navn": "Materiell", "enhet": "uker", "lavere_er_bedre": "on", "versjon": "1"}
    felt |= {"grunnlinje": "12,5", "grunnlinje_dato": "1.1.2024", "maalt": "9", "maalt_dato": "1.6.2026"}
    koordinator.post(reverse("avtaler:endre_gevinst", args=[rad.pk]), felt)
    side = koordinator.get(reverse("avtaler:saertrekk", args=[avtale.pk])).content.decode()
    assert "Ned 3,5\xa0uker." in side
    koordinator.post(reverse("avtaler:slett_gevinst", args=[rad.pk]))
    assert not Gevinst.objects.exists()


def test_kroner_are_kept_from_those_who_do_not_see_the_money(avtale):
    gevinst(avtale)
    gevinst(avtale, navn="Ventetid", enhet="uker", er_kroner=False)
    assert [rad.navn for rad in gevinster_i_avtale(avtale, INGEN, dato=DATO)] == ["Ventetid"]
    oversikt = gevinstoversikt(avtale.region, INGEN, dato=DATO)
    assert ([rad.navn for rad in oversikt.rader], oversikt.skjulte) == (["Ventetid"], 1)
    ser = Innsyn(parter=frozenset({avtale.deltakelser.get().part_id}))
    assert len(gevinstoversikt(avtale.region, ser, dato=DATO).rader) == 2


def test_gains_of_projects_and_agreements_stand_together_late_ones_first(avtale, django_assert_num_queries):
    prosjekt = lag_oekonomiprosjekt(avtale.region)
    gevinst(avtale, navn="Nådd", enhet="uker", er_kroner=False, forventet=800_000, maalt=700_000)
    gevinst(
        prosjekt=prosjekt, navn="Sein", enhet="uker", er_kroner=False, forventet=1, forventet_dato=DATO.replace(2025)
    )
    ser = Innsyn(regioner=frozenset({avtale.region_id}))
    with django_assert_num_queries(2):
        oversikt = gevinstoversikt(avtale.region, ser, dato=DATO)
    assert [rad.navn for rad in oversikt.rader] == ["Sein", "Nådd"]
    assert (oversikt.antall_maalt, oversikt.antall_naadd, oversikt.antall_forfalt) == (1, 1, 1)
    assert [rad.navn for rad in gevinster_i_prosjekt(prosjekt, INGEN, dato=DATO)] == ["Sein"]


def test_gain_of_a_draft_is_nobodys_but_its_coordinators(client, avtale):
    utkast = lag_avtale("Utkast", region=avtale.region, er_utkast=True)
    rad = gevinst(utkast, navn="Hemmelig", enhet="uker", er_kroner=False)
    assert "Hemmelig" not in client.get(reverse("avtaler:regiongevinster", args=["sogn"])).content.decode()
    client.force_login(lag_bruker("koordinator", region=lag_region("Annen")))
    assert client.get(reverse("avtaler:endre_gevinst", args=[rad.pk])).status_code == 404
