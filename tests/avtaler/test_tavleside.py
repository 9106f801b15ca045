"""What the board of a round asks and says: who has not answered, what is about to be locked, what was not changed."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.forms.rundeskjema import med_raad
from avtaler.tjenester import Punkttekst, gi_innspill, registrer_vedtak
from kommuner.models import Part
from tests.fabrikker import lag_avtale, lag_bruker, lag_kommune, lag_region, lag_runde

pytestmark = pytest.mark.django_db

DATO = date(2026, 3, 2)


@pytest.fixture
def avtale():
    kommuner = [lag_kommune(navn) for navn in ("Os", "Tolga", "Tynset")]
    return lag_avtale("Landbrukskontoret", region=lag_region(kommuner=kommuner), kommuner=kommuner)


@pytest.fixture
def klient(avtale, som):
    return som(lag_bruker("koordinator", region=avtale.region))


def innholdet(svar):
    return svar.content.decode()


def test_council_that_has_not_answered_has_not_rejected(client, avtale):
    runde = lag_runde(avtale, punkter=[Punkttekst(navn="vert", tekst="Os er vert.")])
    for navn, status in (("Os", "likelydende"), ("Tolga", "avvist")):
        registrer_vedtak(vedtak_id=runde.vedtak.get(part__navn=navn).pk, versjon=None, status=status, dato=DATO)
    side = innholdet(client.get(runde.get_absolute_url()))
    assert [side.count(svar) for svar in (">som forslaget<", ">ikke vedtatt<", ">ikke svart<")] == [1, 1, 1]
    assert "noe annet enn forslaget" not in side


def test_untouched_answer_says_that_nothing_was_changed(klient, avtale):
    vedtak = lag_runde(avtale).vedtak.first()
    data = {"versjon": "1", "status": vedtak.status}
    svar = klient.post(reverse("avtaler:registrer_vedtak", args=[vedtak.runde_id, vedtak.pk]), data, follow=True)
    assert "Ingenting er endret." in innholdet(svar)
    vedtak.refresh_from_db()
    assert vedtak.versjon == 1


def test_lock_asks_first_and_says_that_nobody_was_heard(klient, avtale):
    runde = lag_runde(avtale, laast=None)
    assert "Ingen innspill ennå." in innholdet(klient.get(runde.get_absolute_url()))
    sted = reverse("avtaler:laas_runde", args=[runde.pk])
    side = klient.get(sted)
    assert "Ingen har gitt innspill." in innholdet(side)
    klient.post(sted, side.context["form"].initial)
    runde.refresh_from_db()
    assert runde.laast is not None


def test_lock_is_not_offered_while_an_input_waits_for_its_answer(klient, avtale):
    runde = lag_runde(avtale, laast=None)
    gi_innspill(runde, fra_hvem="Formannskapet i Os", tekst="Hva koster det?", dato=DATO)
    side = innholdet(klient.get(reverse("avtaler:laas_runde", args=[runde.pk])))
    assert "1 innspill er ikke besvart" in side
    assert 'name="versjon"' not in side


def test_board_names_its_agreement_above_the_heading(client, avtale):
    side = innholdet(client.get(lag_runde(avtale).get_absolute_url()))
    assert "Landbrukskontoret" in side.split('class="overlinje"')[1].split("<h1>")[0]


def test_parties_of_the_same_name_are_told_apart(klient, avtale):
    tvillinger = [lag_kommune("Herøy", nummer="1515"), lag_kommune("Herøy", nummer="1818")]
    assert {part.pk for part in med_raad() if part.har_navnebror} == {part.pk for part in tvillinger}
    side = innholdet(klient.get(reverse("avtaler:ny_runde", args=[avtale.pk])))
    assert ">Herøy<" not in side
    assert side.count(">Herøy (") == Part.objects.filter(navn="Herøy").count()
