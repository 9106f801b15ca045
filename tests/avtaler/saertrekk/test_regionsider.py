"""A region's cooperation as a whole: its place on the scale, its themes, and how it has grown."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.models import Avtalerelasjon, Saertrekk
from avtaler.uttrekk.saertrekk.styring import styringskart
from avtaler.uttrekk.saertrekk.temaer import temaoversikt
from avtaler.uttrekk.saertrekk.utvikling import utvikling
from kommuner.tilgang import INGEN
from tests.fabrikker import lag_avtale, lag_deltakelse, lag_kommune, lag_region, slaa_sammen
from tests.fabrikker_prosjektoekonomi import lag_oekonomiprosjekt

DATO = date(2026, 11, 20)
pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return lag_region("Sogn", slug="sogn")


def plasser(avtale, plass):
    Saertrekk.objects.create(avtale=avtale, styring=plass, styring_begrunnelse=f"Grunn for {avtale.navn}")


def test_agreements_stand_on_the_scale_with_their_reasons(client, region):
    for navn, plass in (("Rådet", 1), ("Brann", 4), ("Arkiv", 4)):
        plasser(lag_avtale(navn, region=region), plass)
    lag_avtale("Uplassert", region=region)
    plasser(lag_avtale("Utkast", region=region, er_utkast=True), 5)
    kart = styringskart(region, INGEN, dato=DATO)
    assert [(rad.nr, rad.navn, rad.plass) for rad in kart.rader] == [(1, "Rådet", 1), (2, "Arkiv", 4), (3, "Brann", 4)]
    assert (kart.uten, kart.rader[1].x) == (1, kart.rader[2].x)
    assert kart.rader[1].y > kart.rader[2].y
    tekst = client.get(reverse("avtaler:styring", args=["sogn"])).content.decode()
    assert "Plass 4: 2 samarbeid" in tekst
    assert "Grunn for Brann" in tekst


def test_themes_show_agreements_in_force_and_projects_that_go_on(region):
    Saertrekk.objects.create(avtale=lag_avtale("Reiseliv", region=region), tema=["naering", "omdoemme"])
    Saertrekk.objects.create(avtale=lag_avtale("Slutt", region=region, til=date(2025, 1, 1)), tema=["naering"])
    lag_oekonomiprosjekt(region, "Sykkelveg", tema=["samferdsel"])
    lag_oekonomiprosjekt(region, "Ferdig", tema=["samferdsel"], status="avsluttet")
    oversikt = temaoversikt(region, INGEN, dato=DATO)
    funnet = {rad.navn: ([en.navn for en in rad.avtaler], [en.navn for en in rad.prosjekter]) for rad in oversikt.rader}
    assert funnet["næring og arbeidsplasser"] == (["Reiseliv"], [])
    assert funnet["samferdsel"] == ([], ["Sykkelveg"])
    assert (len(funnet), oversikt.uten) == (7, 0)


def test_years_tell_what_started_grew_was_converted_and_ended(region):
    vik, luster, gammel, ny = (lag_kommune(navn) for navn in ("Vik", "Luster", "Leikanger", "Sogndal"))
    slaa_sammen(gammel, til=ny, dato=date(2022, 1, 1))
    brann = lag_avtale("Brann", kommuner=(vik, gammel), region=region)
    lag_deltakelse(brann, ny, fra=date(2022, 1, 1))
    lag_deltakelse(brann, luster, fra=date(2024, 1, 1))
    raad = lag_avtale("Rådet § 27", region=region, til=date(2023, 7, 1))
    ipr = lag_avtale("IPR", region=region, form="IPR", fra=date(2023, 7, 1), eget_rettssubjekt=True)
    Avtalerelasjon.objects.create(fra_avtale=raad, til_avtale=ipr, type="omdannet_til")
    Saertrekk.objects.create(avtale=ipr, opphav="politisk")
    side = utvikling(region, INGEN, dato=DATO)
    aarene = {rad.aar: [[en.navn for en in slag] for slag in (rad.startet, rad.utvidet, rad.omdannet, rad.avsluttet)]
              for rad in side.aar}  # fmt: skip
    assert aarene == {
        2020: [["Brann", "Rådet § 27"], [], [], []], 2023: [[], [], ["IPR"], []], 2024: [[], ["Brann"], [], []]
    }  # fmt: skip
    assert side.stille == 2
    assert [(rad.navn, len(rad.avtaler), rad.selskaper) for rad in side.opphav if rad.avtaler] == [
        ("politisk beslutning", 1, 1)
    ]
    assert side.uten_opphav == 1


def test_questions_do_not_follow_the_number_of_agreements(region, django_assert_num_queries):
    for nr in range(3):
        lag_avtale(f"A{nr}", kommuner=(lag_kommune(),), region=region)
    with django_assert_num_queries(7):
        assert utvikling(region, INGEN, dato=DATO).aar


def test_region_without_agreements_says_so(client, region):
    for navn in ("styring", "temaer", "utvikling", "systemer", "regiongevinster"):
        assert client.get(reverse(f"avtaler:{navn}", args=["sogn"])).status_code == 200
    assert "Ingen avtaler har begynt" in client.get(reverse("avtaler:utvikling", args=["sogn"])).content.decode()
