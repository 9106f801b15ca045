"""Who must report home from a meeting, who may enter it, and which reports are missing (needs 4.3)."""

from datetime import date

import pytest
from django.urls import reverse

from avtaler.models import Setetall, Tilbakemelding
from avtaler.uttrekk.moeter.tilbakemeldinger import hjemmeside
from kommuner.models import Kommunestyring
from kommuner.tilgang import INGEN
from tests.fabrikker import lag_bruker, lag_kommune, lag_region

from .moeteproever import DATO, lag_moete, lag_samarbeid

pytestmark = pytest.mark.django_db

IDAG = date(2026, 11, 20)


@pytest.fixture
def holdt():
    """A meeting held six weeks ago, and the two that sat there."""
    region, avtale, parter = lag_samarbeid()
    return region, lag_moete(avtale), parter


def _adresse(moete, part):
    return reverse("avtaler:meld_tilbake", args=[moete.pk, part.pk])


def test_politician_reports_to_the_owner_organ_of_the_municipality(client, holdt):
    _region, moete, (sogndal, _luster) = holdt
    Kommunestyring.objects.create(
        part=sogndal, styreform="formannskap", eierorgan="formannskapet", fra=date(2020, 1, 1)
    )
    client.force_login(lag_bruker("politiker", kommune=sogndal))
    adresse = _adresse(moete, sogndal)
    assert 'value="formannskapet"' in client.get(adresse).content.decode()
    svar = client.post(adresse, {"dato": "22.10.2026", "til_hvem": "formannskapet", "tekst": "Alt vel."})
    assert svar.status_code == 302
    assert moete.tilbakemeldinger.get().part == sogndal


@pytest.mark.parametrize(("dato", "setning"), [("1.10.2026", "før møtet er holdt"), ("1.12.2126", "ikke kommet ennå")])
def test_report_before_the_meeting_or_in_the_future_is_refused(client, holdt, dato, setning):
    region, moete, (sogndal, _luster) = holdt
    client.force_login(lag_bruker("koordinator", region=region))
    svar = client.post(_adresse(moete, sogndal), {"dato": dato, "til_hvem": "formannskapet"})
    assert svar.status_code == 422
    assert setning in svar.content.decode()


def test_nobody_reports_for_another_municipality_and_who_oversees_reports_for_none(client, holdt):
    _region, moete, (sogndal, luster) = holdt
    for rolle, kommune in (("politiker", luster), ("innsyn", sogndal), ("rapportoer", sogndal)):
        client.force_login(lag_bruker(rolle, kommune=kommune))
        assert client.get(_adresse(moete, sogndal)).status_code == 404


def test_coordinator_of_another_region_does_not_report_for_its_members(client, holdt):
    _region, moete, (sogndal, _luster) = holdt
    client.force_login(lag_bruker("koordinator", region=lag_region(kommuner=[sogndal])))
    assert client.get(_adresse(moete, sogndal)).status_code == 404


def test_secretary_who_also_oversees_reports(client, holdt):
    _region, moete, (sogndal, _luster) = holdt
    sekretaer = lag_bruker("sekretaer", kommune=sogndal)
    sekretaer.tilganger.create(rolle="innsyn", part=sogndal, fra=date(2020, 1, 1))
    client.force_login(sekretaer)
    assert client.get(_adresse(moete, sogndal)).status_code == 200


def test_only_those_who_sat_there_and_only_when_it_is_held(client, holdt):
    region, moete, (sogndal, _luster) = holdt
    client.force_login(lag_bruker("koordinator", region=region))
    assert client.get(_adresse(moete, lag_kommune("Vik"))).status_code == 404
    moete.status = "innkalt"
    moete.save()
    assert client.get(_adresse(moete, sogndal)).status_code == 404


def test_missing_ones_are_flagged_on_the_meeting_after_thirty_days(client, holdt):
    _region, moete, (sogndal, _luster) = holdt
    Tilbakemelding.objects.create(moete=moete, part=sogndal, dato=date(2026, 10, 22), til_hvem="formannskapet")
    adresse = moete.get_absolute_url()
    assert "1 kommune mangler." in client.get(adresse, {"dato": "2026-11-20"}).content.decode()
    assert "kommune mangler." not in client.get(adresse, {"dato": "2026-11-08"}).content.decode()


def test_text_of_a_report_is_for_those_with_insight_and_the_date_for_all(client, holdt):
    _region, moete, (sogndal, luster) = holdt
    Tilbakemelding.objects.create(
        moete=moete, part=sogndal, dato=date(2026, 10, 22), til_hvem="formannskapet", tekst="Bare oss imellom"
    )
    tekst = client.get(moete.get_absolute_url()).content.decode()
    assert ("22. oktober 2026" in tekst, "Bare oss imellom" in tekst) == (True, False)
    client.force_login(lag_bruker("politiker", kommune=luster))
    assert "Bare oss imellom" in client.get(moete.get_absolute_url()).content.decode()


def test_seats_say_who_reports_when_they_are_known(holdt):
    _region, moete, (sogndal, luster) = holdt
    Setetall.objects.create(organ=moete.organ, part=sogndal, medlemmer=2, fra=date(2020, 1, 1))
    assert [len(hjemmeside(part, INGEN, dato=IDAG).rader) for part in (sogndal, luster)] == [1, 0]


def test_municipality_sees_every_meeting_and_what_is_missing(client, holdt):
    _region, moete, (sogndal, luster) = holdt
    lag_moete(moete.organ.avtale, dato=date(2026, 11, 10))
    lag_moete(moete.organ.avtale, dato=date(2026, 12, 10), status="planlagt")
    adresse = reverse("avtaler:tilbakemeldinger", args=[sogndal.nummer])
    client.force_login(lag_bruker("sekretaer", kommune=sogndal))
    tekst = client.get(adresse, {"dato": "2026-11-20"}).content.decode()
    assert "2 møter" in tekst
    assert "1 uten tilbakemelding" in tekst
    client.force_login(lag_bruker("politiker", kommune=luster))
    assert client.get(adresse).status_code == 404


def test_report_entered_by_mistake_is_taken_away(client, holdt):
    _region, moete, (sogndal, _luster) = holdt
    moete.tilbakemeldinger.create(part=sogndal, dato=DATO, til_hvem="formannskapet")
    client.force_login(lag_bruker("politiker", kommune=sogndal))
    svar = client.post(reverse("avtaler:slett_tilbakemelding", args=[moete.pk, sogndal.pk]))
    assert svar.status_code == 302
    assert not moete.tilbakemeldinger.exists()
