"""C4: the same form sent again leads where the first one led, and does nothing more."""

from uuid import uuid4

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from avtaler.models import Deltakelse
from kommuner.innsending import glem_gamle
from kommuner.models import Hendelse, Innsending
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def skjema(som):
    """A client of the coordinator, the address of a form for a new participant, and what is typed in it."""
    kommune = lag_kommune("Vik", "4639")
    region = lag_region(kommuner=[kommune])
    avtale = lag_avtale(region=region)
    klient = som(lag_bruker("koordinator", region=region))
    felt = {"part": "4639", "rolle": "deltaker", "fra": "1.1.2024", "innsending": str(uuid4())}
    return klient, reverse("avtaler:ny_deltaker", args=[avtale.pk]), felt


def test_the_same_form_twice_makes_one_row_and_one_event(skjema):
    klient, url, felt = skjema
    foerste, andre = klient.post(url, felt), klient.post(url, felt)
    assert (foerste.status_code, andre.status_code, andre.url) == (302, 302, foerste.url)
    assert Deltakelse.objects.count() == 1
    assert Hendelse.objects.filter(tabell="avtaler_deltakelse").count() == 1
    assert "allerede sendt" in str(list(get_messages(andre.wsgi_request))[-1])


def test_other_content_in_the_same_form_is_another_form(skjema):
    klient, url, felt = skjema
    lag_kommune("Luster", "4644")
    klient.post(url, felt)
    klient.post(url, felt | {"part": "4644"})
    assert Deltakelse.objects.count() == 2


def test_a_form_with_errors_may_be_sent_again(skjema):
    klient, url, felt = skjema
    svar = klient.post(url, felt | {"fra": "tullball"})
    assert svar.status_code == 422
    assert 'name="innsending"' in svar.content.decode()
    assert not Innsending.objects.exists()


def test_a_form_without_its_mark_is_done_each_time(skjema):
    klient, url, felt = skjema
    del felt["innsending"]
    assert [klient.post(url, felt).status_code for _gang in range(2)] == [302, 422]


def test_another_person_cannot_be_led_by_my_mark(skjema, client):
    klient, url, felt = skjema
    klient.post(url, felt)
    client.force_login(lag_bruker("politiker", kommune=lag_kommune()))
    assert client.post(url, felt).status_code == 404


def test_marks_are_forgotten_after_some_days(skjema):
    klient, url, felt = skjema
    klient.post(url, felt)
    assert glem_gamle() == 0
    Innsending.objects.update(tid="2020-01-01T00:00:00Z")
    assert glem_gamle() == 1
