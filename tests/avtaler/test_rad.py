"""Writes of one row: made, changed and deleted, each refused with a sentence when it must be."""

from datetime import date

import pytest

from avtaler.models import Organ, Setetall
from avtaler.tjenester import Avvist, Konflikt
from avtaler.tjenester.rad import endre_rad, registrer_rad, slett_rad
from tests.fabrikker import lag_avtale, lag_kommune

pytestmark = pytest.mark.django_db
START = date(2024, 1, 1)


@pytest.fixture
def organ():
    return Organ.objects.create(avtale=lag_avtale(), type="representantskap")


def _seter(organ, part, **felt):
    return registrer_rad(Setetall(organ=organ, part=part), {"medlemmer": 2, "fra": START, **felt})


def test_row_is_made_and_changed_once_for_each_version_read(organ):
    rad = _seter(organ, lag_kommune())
    assert endre_rad(Setetall, rad.pk, 1, {"medlemmer": 3}).versjon == 2
    with pytest.raises(Konflikt) as konflikt:
        endre_rad(Setetall, rad.pk, 1, {"medlemmer": 4})
    assert konflikt.value.lagret.medlemmer == 3


def test_row_nobody_has_read_is_changed_whatever_its_version(organ):
    rad = _seter(organ, lag_kommune())
    assert endre_rad(Setetall, rad.pk, None, {"medlemmer": 5}).medlemmer == 5


def test_broken_constraint_is_the_sentence_of_the_model_and_stores_nothing(organ):
    vik = lag_kommune()
    _seter(organ, vik)
    with pytest.raises(Avvist) as avvist:
        _seter(organ, vik, fra=date(2025, 1, 1))
    assert "overlapper" in avvist.value.setning
    assert Setetall.objects.count() == 1


def test_relations_to_many_are_set_with_the_row(organ):
    avtale = lag_avtale()
    endre_rad(Organ, organ.pk, 1, {"navn": "Rådet", "foelger": [avtale]})
    assert list(organ.foelger.all()) == [avtale]


def test_row_that_is_gone_says_so(organ):
    pk = organ.pk
    slett_rad(Organ, pk, 1)
    with pytest.raises(Avvist, match="slettet"):
        endre_rad(Organ, pk, 1, {"navn": "Rådet"})


def test_row_that_something_else_needs_is_not_deleted(organ):
    styre = Organ.objects.create(avtale=organ.avtale, type="styre")
    styre.initiativer.create(til_organ=organ, tittel="Felles vikarpool", tekst="Vi foreslår en vikarpool.", dato=START)
    with pytest.raises(Avvist, match="kan ikke slettes"):
        slett_rad(Organ, organ.pk, 1)
