"""Nobody's work is overwritten: ending and leaving on top of somebody else's change is told, and kept."""

from datetime import date

import pytest
from django.db import transaction
from django.urls import reverse

from avtaler.models import Avtale
from avtaler.tjenester import Avvist, Konflikt, laast
from tests.fabrikker import lag_avtale, lag_bruker, lag_deltakelse, lag_kommune, lag_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def avtale():
    return lag_avtale(region=lag_region())


@pytest.fixture
def klient(avtale, som):
    return som(lag_bruker("koordinator", region=avtale.region))


def test_the_row_comes_locked_with_its_version_raised(avtale):
    with transaction.atomic():
        rad = laast(Avtale, avtale.pk, avtale.versjon)
        assert rad.versjon == avtale.versjon + 1
        rad.save()
    with pytest.raises(Konflikt) as feil, transaction.atomic():
        laast(Avtale, avtale.pk, avtale.versjon)
    assert feil.value.lagret.versjon == avtale.versjon + 1


def test_what_nobody_has_read_is_not_compared(avtale):
    with transaction.atomic():
        assert laast(Avtale, avtale.pk, None).versjon == avtale.versjon + 1


def test_what_somebody_has_deleted_is_told_in_a_sentence():
    with pytest.raises(Avvist, match="slettet dette"), transaction.atomic():
        laast(Avtale, 0, 1)


def test_ending_an_agreement_somebody_has_changed_is_asked_again(avtale, klient):
    url = reverse("avtaler:avslutt", args=[avtale.pk])
    lest = klient.get(url).context["form"].initial["versjon"]
    Avtale.objects.filter(pk=avtale.pk).update(navn="Nytt navn", versjon=lest + 1)
    svar = klient.post(url, {"siste_dag": "31.12.2030", "versjon": lest})
    assert svar.status_code == 409
    assert "Noen andre har lagret endringer mens du skrev" in svar.content.decode()
    assert 'value="31.12.2030"' in svar.content.decode()
    igjen = {"siste_dag": "31.12.2030", "versjon": svar.context["form"]["versjon"].value()}
    assert klient.post(url, igjen).status_code == 302


def test_leaving_on_top_of_a_change_is_asked_again(avtale, klient):
    deltakelse = lag_deltakelse(avtale, lag_kommune("Vik", "4639"))
    url = reverse("avtaler:avslutt_deltaker", args=[avtale.pk, deltakelse.pk])
    svar = klient.post(url, {"siste_dag": "31.12.2030", "versjon": deltakelse.versjon - 1})
    assert svar.status_code == 409
    deltakelse.refresh_from_db()
    assert deltakelse.til is None
    assert klient.post(url, {"siste_dag": "31.12.2030", "versjon": deltakelse.versjon}).status_code == 302
    deltakelse.refresh_from_db()
    assert deltakelse.til == date(2031, 1, 1)
