"""A region's own events: typed, corrected and taken out by its coordinators."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.models import Hjulhendelse
from tests.fabrikker import PASSORD, lag_bruker, lag_region

pytestmark = pytest.mark.django_db
UTFYLT = {
    "tittel": "Felles formannskap", "klasse": "utvikling", "fra": "31.1.2027", "gjentas": "kvartal",
    "varer_dager": "1", "til": "31.12.2028", "beskrivelse": "Sakene for året.", "kan_paavirkes": "on",
    "versjon": "1",
}  # fmt: skip


@pytest.fixture
def sogn():
    return lag_region("Sogn", slug="sogn")


@pytest.fixture
def koordinator(client, sogn):
    client.login(email=lag_bruker("koordinator", region=sogn).email, password=PASSORD)
    return client


def _ny(koordinator, **felt):
    return koordinator.post(reverse("avtaler:ny_hjulhendelse", args=["sogn"]), UTFYLT | felt)


def test_event_is_stored_with_the_day_after_its_last(koordinator):
    assert _ny(koordinator).status_code == 302
    rad = Hjulhendelse.objects.get()
    assert (rad.fra, rad.til, rad.gjentas) == (date(2027, 1, 31), date(2029, 1, 1), "kvartal")
    assert rad.kan_paavirkes


@pytest.mark.parametrize(
    ("felt", "verdi", "setning"),
    [
        ("tittel", "", "tittel"),
        ("fra", "31.2.2027", "finnes ikke"),
        ("til", "1.1.2027", "Siste dag kan ikke være før første dag"),
        ("varer_dager", "0", "minst én dag"),
        ("varer_dager", "120", "lenger enn til neste gang"),
        ("varer_dager", "9" * 30, "varer_dager"),
        ("avtale", "999", "avtale"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_is_lost(koordinator, felt, verdi, setning):
    svar = _ny(koordinator, **{felt: verdi})
    assert svar.status_code == 422
    assert felt in svar.context["form"].errors
    assert setning in svar.content.decode()
    assert not Hjulhendelse.objects.exists()


def test_second_change_is_a_conflict_that_shows_both(koordinator, sogn):
    _ny(koordinator)
    rad = Hjulhendelse.objects.get()
    adresse = reverse("avtaler:endre_hjulhendelse", args=["sogn", rad.pk])
    assert koordinator.post(adresse, UTFYLT | {"tittel": "Fellesmøte"}).status_code == 302
    assert koordinator.post(adresse, UTFYLT | {"tittel": "Noko anna"}).status_code == 409


def test_event_is_deleted_after_a_question(koordinator):
    _ny(koordinator)
    adresse = reverse("avtaler:slett_hjulhendelse", args=["sogn", Hjulhendelse.objects.get().pk])
    assert "blir borte" in koordinator.get(adresse).content.decode()
    koordinator.post(adresse)
    assert not Hjulhendelse.objects.exists()


def test_event_of_another_region_is_not_found(koordinator):
    andre = lag_region("Valdres", slug="valdres")
    rad = Hjulhendelse.objects.create(region=andre, klasse="utvikling", tittel="Møte", fra=date(2027, 1, 1))
    for slug in ("sogn", "valdres"):
        assert koordinator.get(f"/aarshjul/{slug}/{rad.pk}/").status_code == 404
