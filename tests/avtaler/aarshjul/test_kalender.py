"""The year in one's own calendar: the file, the secret address, and what it never tells."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from avtaler.models import Hjulhendelse, Kalenderlenke
from avtaler.tjenester.aarshjul.kalenderlenker import (
    HOEYST,
    avtrykk_av,
    finn_kalenderlenke,
    lag_kalenderlenke,
    sekvenser_for,
)
from avtaler.uttrekk.aarshjul.lenker import kalenderens_hendelser
from kommuner.foresporsel import idag
from kommuner.models import Tilgang
from tests.fabrikker import PASSORD, lag_avtale, lag_bruker, lag_kommune, lag_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def vik():
    return lag_kommune("Vik")


@pytest.fixture
def sogn(vik):
    return lag_region("Sogn", slug="sogn", kommuner=[vik])


@pytest.fixture
def bruker(sogn):
    return lag_bruker("koordinator", region=sogn, maalform="nn")


@pytest.fixture
def hendelse(sogn):
    return Hjulhendelse.objects.create(region=sogn, klasse="utvikling", tittel="Felles formannskap", fra=idag())


def _hemmelighet(client, bruker, **felt):
    client.login(email=bruker.email, password=PASSORD)
    skjema = {"navn": "Telefonen", "hva": "", "klasse": ""} | felt
    svar = client.post(reverse("avtaler:kalendere"), skjema, follow=True)
    client.logout()
    return re.search(r"/aarshjul/kalender/([\w-]+)\.ics", svar.content.decode())[1]


def _hent(client, hemmelighet):
    return client.get(reverse("avtaler:kalender", args=[hemmelighet]))


def _linjer(svar):
    return {str(linje["uid"]): linje for linje in Calendar.from_ical(svar.content).walk("VEVENT")}


def test_secret_is_256_bits_and_is_not_kept(client, bruker):
    hemmelighet = _hemmelighet(client, bruker)
    assert len(hemmelighet) == 43
    lenke = Kalenderlenke.objects.get()
    assert lenke.avtrykk == avtrykk_av(hemmelighet)
    assert hemmelighet not in str(Kalenderlenke.objects.values())
    client.login(email=bruker.email, password=PASSORD)
    assert hemmelighet not in client.get(reverse("avtaler:kalendere")).content.decode()
    assert cache.get(hemmelighet) is None


def test_link_asked_for_twice_is_made_once_and_its_secret_shown_once(client, bruker):
    client.force_login(bruker)
    side, skjema = reverse("avtaler:kalendere"), {"navn": "Telefonen", "innsending": str(uuid4())}
    assert [client.post(side, skjema).status_code for _gang in range(2)] == [302, 302]
    assert Kalenderlenke.objects.count() == 1
    assert ['id="kalenderadresse"' in client.get(side).content.decode() for _gang in range(2)] == [True, False]
    assert not [verdi for verdi in client.session.values() if "/aarshjul/kalender/" in str(verdi)]


def test_twentyfirst_link_is_refused_and_counted_under_a_lock(client, bruker):
    for nummer in range(HOEYST):
        lag_kalenderlenke(bruker, navn=f"Lenke {nummer}", naa=timezone.now(), maalform="nb")
    client.force_login(bruker)
    with CaptureQueriesContext(connection) as spoerringer:
        svar = client.post(reverse("avtaler:kalendere"), {"navn": "En til"})
    assert (svar.status_code, Kalenderlenke.objects.count()) == (422, HOEYST)
    assert "for mange lenkjer" in svar.content.decode()
    setninger = [s["sql"] for s in spoerringer]
    laas = next(nr for nr, sql in enumerate(setninger) if "FOR NO KEY UPDATE" in sql)
    assert laas < next(nr for nr, sql in enumerate(setninger) if "COUNT" in sql and "kalenderlenke" in sql)


def test_calendar_is_one_that_programmes_read(client, bruker, hendelse):
    svar = _hent(client, _hemmelighet(client, bruker))
    kalender = Calendar.from_ical(svar.content)
    assert kalender["refresh-interval"].to_ical() == kalender["x-published-ttl"].to_ical() == b"PT12H"
    assert kalender["refresh-interval"].params["VALUE"] == "DURATION"
    linje = next(linje for linje in kalender.walk("VEVENT") if linje["summary"] == "Felles formannskap")
    assert linje.decoded("dtstart") == idag()
    assert (linje.decoded("dtend") - linje.decoded("dtstart")).days == 1
    assert linje["sequence"] == 0
    assert svar["Content-Type"].startswith("text/calendar")


def test_calendar_tells_nothing_on_the_way(client, bruker):
    svar = _hent(client, _hemmelighet(client, bruker))
    assert svar["Cache-Control"] == "no-store"
    assert svar["Referrer-Policy"] == "no-referrer"
    assert not svar.cookies
    assert svar["Content-Language"] == "nn"


def test_sequence_rises_for_what_has_changed_and_for_nothing_else(client, bruker, hendelse, sogn):
    Hjulhendelse.objects.create(region=sogn, klasse="utvikling", tittel="Konferanse", fra=idag())
    hemmelighet = _hemmelighet(client, bruker)
    foer, igjen = _linjer(_hent(client, hemmelighet)), _linjer(_hent(client, hemmelighet))
    assert {uid: linje["sequence"] for uid, linje in igjen.items()} == dict.fromkeys(foer, 0)
    Hjulhendelse.objects.filter(pk=hendelse.pk).update(tittel="Fellesmøte")
    etter = _linjer(_hent(client, hemmelighet))
    assert etter.keys() == foer.keys()
    assert {str(linje["summary"]) for linje in etter.values() if linje["sequence"] == 1} == {"Fellesmøte"}


def test_event_that_comes_back_is_not_older_than_it_was(client, bruker):
    _hemmelighet(client, bruker)
    pk = Kalenderlenke.objects.get().pk
    assert sekvenser_for(pk, {"a": "1"}, dato=idag()) == {"a": 0}
    assert sekvenser_for(pk, {"a": "2"}, dato=idag()) == {"a": 1}
    assert sekvenser_for(pk, {}, dato=idag()) == {}
    assert sekvenser_for(pk, {"a": "2"}, dato=idag()) == {"a": 1}


def test_role_that_has_ended_ends_the_events(client, bruker, hendelse):
    hemmelighet = _hemmelighet(client, bruker)
    assert _linjer(_hent(client, hemmelighet))
    Tilgang.objects.filter(bruker=bruker).update(til=idag())
    assert not _linjer(_hent(client, hemmelighet))


def test_link_to_a_region_one_no_longer_has_is_empty(client, bruker, sogn, hendelse):
    hemmelighet = _hemmelighet(client, bruker, hva=f"region-{sogn.pk}")
    assert _linjer(_hent(client, hemmelighet))
    Tilgang.objects.filter(bruker=bruker).update(region=lag_region("Valdres"))
    assert not _linjer(_hent(client, hemmelighet))


def test_link_called_back_is_not_found(client, bruker):
    hemmelighet = _hemmelighet(client, bruker)
    lenke = Kalenderlenke.objects.get()
    client.login(email=bruker.email, password=PASSORD)
    client.post(reverse("avtaler:trekk_kalender", args=[lenke.pk]))
    client.logout()
    assert _hent(client, hemmelighet).status_code == 404
    assert finn_kalenderlenke(hemmelighet) is None


def test_wrong_secret_and_that_of_a_closed_account_are_not_found(client, bruker):
    hemmelighet = _hemmelighet(client, bruker)
    svar = _hent(client, "A" * 43)
    assert (svar.status_code, dict(svar.cookies), svar["Cache-Control"]) == (404, {}, "no-store")
    bruker.is_active = False
    bruker.save()
    assert _hent(client, hemmelighet).status_code == 404


def test_link_of_another_cannot_be_called_back(client, bruker, sogn):
    hemmelighet = _hemmelighet(client, bruker)
    client.login(email=lag_bruker("koordinator", region=sogn).email, password=PASSORD)
    assert client.post(reverse("avtaler:trekk_kalender", args=[Kalenderlenke.objects.get().pk])).status_code == 404
    assert finn_kalenderlenke(hemmelighet) is not None


def test_region_one_has_no_role_in_is_no_choice(client, bruker):
    fremmed = lag_region("Valdres")
    client.login(email=bruker.email, password=PASSORD)
    svar = client.post(reverse("avtaler:kalendere"), {"navn": "X", "hva": f"region-{fremmed.pk}"})
    assert (svar.status_code, Kalenderlenke.objects.count()) == (422, 0)


def test_calendar_holds_no_draft_of_others(client, sogn, vik):
    politiker = lag_bruker("politiker", kommune=lag_kommune("Skien"))
    hemmelighet = _hemmelighet(client, politiker)
    lag_avtale("Hemmelig", form="IKS", region=sogn, kommuner=[vik], er_utkast=True, til=date(2100, 1, 1))
    assert "Hemmelig" not in _hent(client, hemmelighet).content.decode()
    assert all("Hemmelig" not in h.tittel for h in kalenderens_hendelser(Kalenderlenke.objects.get(), dato=idag()))


def test_wheel_taken_away_is_the_wheel_that_was_shown(client, hendelse):
    svar = client.get(reverse("avtaler:aarshjul_ics"), {"region": "sogn", "klasse": "utvikling"})
    assert "Felles formannskap" in {str(linje["summary"]) for linje in _linjer(svar).values()}
    uten = client.get(reverse("avtaler:aarshjul_ics"), {"region": "sogn", "klasse": "tjenesteyting"})
    assert "Felles formannskap" not in uten.content.decode()
