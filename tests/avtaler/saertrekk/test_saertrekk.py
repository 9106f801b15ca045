"""What kind of cooperation an agreement is: stated by its coordinator, shown to all."""

import pytest
from django.urls import reverse

from avtaler.models import Saertrekk
from avtaler.uttrekk.saertrekk.motiver import motiver_for
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def avtale():
    return lag_avtale("9-K", kommuner=(lag_kommune("Horten"),), region=lag_region("9-K"))


@pytest.fixture
def koordinator(client, avtale):
    client.force_login(lag_bruker("koordinator", region=avtale.region))
    return client


def send(klient, avtale, **felt):
    adresse = reverse("avtaler:endre_saertrekk", args=[avtale.pk])
    return klient.post(adresse, {"versjon": "1", "opphav": "", "beslutningsnivaa": ""} | felt)


def test_traits_are_stated_and_shown_to_visitors(client, koordinator, avtale):
    svar = send(
        koordinator, avtale, opphav="regional", motiver=["oekonomi", "brukerkrav"], tema=["naering"],
        beslutningsnivaa="kommunestyret", styring="2", styring_begrunnelse="Kommunestyrene avgjør.",
    )  # fmt: skip
    assert svar.url == reverse("avtaler:saertrekk", args=[avtale.pk])
    client.logout()
    tekst = client.get(svar.url).content.decode()
    for ventet in ("Regional beslutning", "Presset økonomi", "Næring og arbeidsplasser", "Kommunestyrene avgjør."):
        assert ventet in tekst
    assert "Plass 2 på skalaen" in tekst


def test_motives_stand_in_the_order_of_the_list_for_the_report(avtale):
    assert motiver_for(avtale) == ()
    Saertrekk.objects.create(avtale=avtale, motiver=["oekonomi", "brukerkrav"])
    avtale.refresh_from_db()
    assert motiver_for(avtale) == ("nye krav fra brukerne", "presset økonomi")


def test_place_without_a_reason_is_refused_at_the_reason_and_nothing_is_stored(koordinator, avtale):
    svar = send(koordinator, avtale, styring="4", styring_begrunnelse=" ")
    assert svar.status_code == 422
    assert "Skriv hvorfor" in svar.context["form"].errors["styring_begrunnelse"][0]
    assert not Saertrekk.objects.exists()


def test_place_outside_the_scale_is_refused(koordinator, avtale):
    assert send(koordinator, avtale, styring="6", styring_begrunnelse="x").status_code == 422


def test_two_who_change_the_traits_see_each_other(koordinator, avtale):
    Saertrekk.objects.create(avtale=avtale, styring=1, styring_begrunnelse="Slik var det", versjon=7)
    svar = send(koordinator, avtale, styring="5", styring_begrunnelse="Slik er det")
    assert svar.status_code == 409
    assert ("Plass på skalaen", "5 – effektivitet først", "1 – demokratisk styring og kontroll først") in [
        (rad.navn, rad.mitt, rad.lagret) for rad in svar.context["forskjeller"]
    ]
