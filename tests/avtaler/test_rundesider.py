"""The pages of a round: what two people who change it at once are shown."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.tjenester import Punkttekst, endre_runde
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region, lag_runde

pytestmark = pytest.mark.django_db
DATO = date(2024, 5, 1)
VERT = Punkttekst(navn="vertskommune", tekst="Os kommune er vertskommune.", krav="")


@pytest.fixture
def region():
    return lag_region("Nord-Østerdal", slug="nord-osterdal")


@pytest.fixture
def leser(som, region):
    return som(lag_bruker("koordinator", region=region, navn="Kari Koordinator"))


@pytest.fixture
def avtale(region):
    return lag_avtale("Landbrukskontoret", region=region, kommuner=[lag_kommune("Os"), lag_kommune("Tolga")])


def test_points_that_somebody_else_has_changed_stand_in_the_conflict(leser, avtale):
    runde = lag_runde(avtale, laast=None, punkter=[VERT])
    deres = [Punkttekst(navn="vertskommune", tekst="Tolga er vertskommune.", krav=""),
             Punkttekst(navn="frist", tekst="Tolv måneder.", krav="")]  # fmt: skip
    endre_runde(runde_id=runde.pk, versjon=1, felt={}, punkter=deres)
    data = {
        "slag": runde.slag, "tittel": runde.tittel, "forslag": runde.forslag, "maalform": "nb", "versjon": "1",
        "punkt-TOTAL_FORMS": "1", "punkt-INITIAL_FORMS": "0", "punkt-0-navn": VERT.navn, "punkt-0-tekst": VERT.tekst,
    }  # fmt: skip
    svar = leser.post(reverse("avtaler:endre_runde", args=[runde.pk]), data)
    tekst = svar.content.decode()
    assert svar.status_code == 409
    assert "Os kommune er vertskommune.</td><td>vertskommune<br>Tolga er vertskommune." in tekst
    assert "frist<br>Tolv måneder." in tekst
    assert runde.punkter.count() == 2
