"""All grants of a region: from projects and budgets, what ends soon first, each reader's own."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.models import Finansiering
from kommuner.tilgang import INGEN, Innsyn
from kostnad.tjenester import sett_budsjett
from kostnad.uttrekk.tilskudd import tilskuddsoversikt
from tests.fabrikker import lag_avtale, lag_bruker, lag_deltakelse, lag_kommune, lag_region
from tests.fabrikker_prosjektoekonomi import lag_oekonomiprosjekt

DATO = date(2026, 11, 20)
pytestmark = pytest.mark.django_db


@pytest.fixture
def kommune():
    return lag_kommune("Vinje")


@pytest.fixture
def region(kommune):
    region = lag_region("Vest-Telemark", slug="vt", kommuner=(kommune,))
    prosjekt = lag_oekonomiprosjekt(region, "Bredbånd", kommuner=(kommune,))
    for navn, status, beloep, frist in (
        ("Høykom", "innvilget", 900_00, date(2027, 12, 31)), ("RDA", "innvilget", 500_00, date(2026, 12, 31)),
        ("høykom", "soekt", 100_00, None), ("Eget", "innvilget", None, None),
    ):  # fmt: skip
        Finansiering.objects.create(prosjekt=prosjekt, navn=navn, status=status, beloep_oere=beloep, frist=frist)
    Finansiering.objects.create(prosjekt=prosjekt, navn="Kommunane", type="kommuneandel", beloep_oere=1)
    avtale = lag_avtale("Rådet", kommuner=(kommune,), region=region)
    sett_budsjett(avtale, aar=2026, beloep_oere=1_000_00, tilskudd=[("Skjønnsmidler", 700_00)])
    return region


@pytest.fixture
def ser(region):
    return Innsyn(regioner=frozenset({region.pk}))


def test_what_can_lapse_first_stands_first(region, ser):
    oversikt = tilskuddsoversikt(region, ser, dato=DATO)
    assert [rad.giver for rad in oversikt.rader] == ["RDA", "Høykom", "Skjønnsmidler", "Eget", "høykom"]
    assert (oversikt.innvilget, oversikt.soekt, oversikt.ukjente, oversikt.snart) == (1_400_00, 100_00, 1, 1)
    assert oversikt.i_budsjettet == 700_00


def test_funders_are_summed_whatever_the_letters(region, ser):
    giver = {rad.navn: rad for rad in tilskuddsoversikt(region, ser, dato=DATO).givere}["Høykom"]
    assert (giver.antall, giver.innvilget, giver.soekt) == (2, 900_00, 100_00)


@pytest.mark.parametrize(
    ("valg", "givere"),
    [
        ({"giver": "Høykom"}, ["Høykom", "høykom"]),
        ({"aar": 2026}, ["RDA", "Skjønnsmidler"]),
        ({"status": "budsjett"}, ["Skjønnsmidler"]),
        ({"status": "tull"}, []),
    ],
)
def test_grants_are_found_by_funder_year_and_status(region, ser, valg, givere):
    assert [rad.giver for rad in tilskuddsoversikt(region, ser, dato=DATO, **valg).rader] == givere


def test_reader_sees_only_what_is_theirs_and_their_own_years(region, kommune):
    assert tilskuddsoversikt(region, INGEN, dato=DATO).alle == ()
    annen = lag_kommune("Tokke")
    ute = lag_avtale("Før", kommuner=(kommune,), region=region)
    lag_deltakelse(ute, annen, til=date(2025, 1, 1))
    sett_budsjett(ute, aar=2024, beloep_oere=1_00, tilskudd=[("Da", 1_00)])
    sett_budsjett(ute, aar=2026, beloep_oere=1_00, tilskudd=[("Nå", 1_00)])
    oversikt = tilskuddsoversikt(region, Innsyn(parter=frozenset({annen.pk}), dato=DATO), dato=DATO)
    assert [rad.giver for rad in oversikt.alle] == ["Da"]


def test_page_and_file_hold_the_same_rows(client, region):
    client.force_login(lag_bruker("koordinator", region=region))
    side = client.get(reverse("kostnad:tilskudd", args=["vt"]) + "?giver=RDA&aar=x").content.decode()
    assert "31.12.2026" in side
    fil = client.get(reverse("kostnad:tilskuddsfil", args=["vt"]) + "?giver=RDA").content.decode("utf-8-sig")
    assert fil.count("RDA") == 1
    assert "Skjønnsmidler" not in fil


def test_questions_do_not_follow_the_number_of_grants(region, kommune, django_assert_num_queries):
    ser = Innsyn(parter=frozenset({kommune.pk}), dato=DATO)
    with django_assert_num_queries(3):
        assert len(tilskuddsoversikt(region, ser, dato=DATO).alle) == 5
