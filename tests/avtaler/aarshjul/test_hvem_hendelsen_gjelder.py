"""An event about one municipality is for that one and for the region's coordinators, wherever the year is read."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from avtaler.models import Hjulhendelse, Sammendrag
from avtaler.tasks import send_sammendrag
from avtaler.tjenester.aarshjul.kalenderlenker import lag_kalenderlenke
from kommuner.foresporsel import idag
from tests.fabrikker import lag_bruker, lag_kommune, lag_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def vik():
    return lag_kommune("Vik")


@pytest.fixture
def aurland():
    return lag_kommune("Aurland")


@pytest.fixture
def sogn(vik, aurland):
    region = lag_region("Sogn", slug="sogn", kommuner=[vik, aurland])
    om_ei_veke = idag() + timedelta(days=7)
    for tittel, part in (("Møte i Vik", vik), ("Møte for alle", None)):
        Hjulhendelse.objects.create(
            region=region, klasse="utvikling", tittel=tittel, part=part, fra=om_ei_veke, gjentas="aldri",
            kan_paavirkes=True,
        )  # fmt: skip
    return region


def _side(navn):
    def les(client, bruker):
        client.force_login(bruker)
        return client.get(reverse(navn), {"aar": (idag() + timedelta(days=7)).year}).content.decode()

    return les


def _kalender(client, bruker):
    _lenke, hemmelighet = lag_kalenderlenke(bruker, navn="Telefonen", naa=timezone.now(), maalform="nb")
    return client.get(reverse("avtaler:kalender", args=[hemmelighet])).content.decode()


def _brev(client, bruker):
    Sammendrag.objects.create(bruker=bruker, hyppighet="uke")
    send_sammendrag(dato=idag().isoformat())
    return mail.outbox[-1].body


FLATER = {
    "wheel": _side("avtaler:aarshjul"), "file": _side("avtaler:aarshjul_ics"), "start": _side("start"),
    "calendar": _kalender, "letter": _brev,
}  # fmt: skip


@pytest.mark.parametrize("flate", FLATER.values(), ids=FLATER)
def test_event_about_one_municipality_reaches_it_and_the_coordinator_but_no_other(client, sogn, vik, aurland, flate):
    lesere = {
        "vik": lag_bruker("politiker", kommune=vik), "aurland": lag_bruker("politiker", kommune=aurland),
        "sogn": lag_bruker("koordinator", region=sogn),
    }  # fmt: skip
    lest = {hvem: flate(client, bruker) for hvem, bruker in lesere.items()}
    assert all("Møte for alle" in tekst for tekst in lest.values())
    assert {hvem for hvem, tekst in lest.items() if "Møte i Vik" in tekst} == {"vik", "sogn"}


def test_event_the_municipality_can_influence_is_on_its_page_of_influence(client, sogn, vik, aurland):
    Hjulhendelse.objects.create(region=sogn, klasse="utvikling", tittel="Konferanse", fra=idag(), gjentas="aar")
    sider = {
        part: client.get(reverse("avtaler:paavirke", args=[part.nummer])).content.decode() for part in (vik, aurland)
    }
    assert ["Møte i Vik" in side for side in sider.values()] == [True, False]
    assert all("Møte for alle" in side and "Konferanse" not in side for side in sider.values())
