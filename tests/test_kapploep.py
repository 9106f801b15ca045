"""C1, C2 and C4: many people at once against a real web server. Nothing is lost, doubled or answered with an error."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from avtaler.models import Avtale
from kommuner.kjede import brudd_i_kjedene
from kommuner.models import Hendelse
from kostnad.models import Noekkel
from tests.fabrikker import lag_avtale, lag_bruker, lag_deltakelse, lag_kommune, lag_region

ROT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.django_db(transaction=True)


class Skjemaleser(HTMLParser):
    """What a browser would send from the last form with a text field, when nothing is touched."""

    def __init__(self) -> None:
        super().__init__()
        self.felt: dict[str, str] = {}
        self._tekstfelt = self._valg = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        valg = dict(attrs)
        navn = valg.get("name") or ""
        if tag == "input" and navn and (valg.get("type") not in {"checkbox", "radio"} or "checked" in valg):
            self.felt[navn] = valg.get("value") or ""
        elif tag == "textarea":
            self._tekstfelt, self.felt[navn] = navn, ""
        elif tag == "select":
            self._valg = navn
        elif tag == "option" and self._valg and ("selected" in valg or self._valg not in self.felt):
            self.felt[self._valg] = valg.get("value") or ""

    def handle_data(self, data: str) -> None:
        if self._tekstfelt:
            self.felt[self._tekstfelt] += data

    def handle_endtag(self, tag: str) -> None:
        self._tekstfelt = "" if tag == "textarea" else self._tekstfelt
        self._valg = "" if tag == "select" else self._valg


class IkkeVidere(urllib.request.HTTPRedirectHandler):
    """The answer itself, not where it leads."""

    def redirect_request(self, *args: object) -> None:
        return None


@dataclass(frozen=True)
class Person:
    """One who is logged in, at a web server."""

    adresse: str
    sesjon: str

    def les(self, sti: str) -> tuple[dict[str, str], str]:
        """The form at ``sti`` as it is now, and the token that goes with it."""
        with self._aapne(sti) as svar:
            token = re.search(rf"{settings.CSRF_COOKIE_NAME}=([^;]+)", svar.headers["Set-Cookie"])
            leser = Skjemaleser()
            leser.feed(svar.read().decode())
            return leser.felt, token[1]

    def send(self, sti: str, felt: dict[str, str], token: str) -> tuple[int, str]:
        """The status, and where it leads."""
        try:
            with self._aapne(sti, token, urllib.parse.urlencode(felt).encode()) as svar:
                return svar.status, ""
        except urllib.error.HTTPError as svar:
            return svar.code, svar.headers.get("Location", "")

    def _aapne(self, sti: str, token: str = "", data: bytes | None = None):
        kapsler = f"{settings.SESSION_COOKIE_NAME}={self.sesjon}; {settings.CSRF_COOKIE_NAME}={token}"
        foresporsel = urllib.request.Request(f"{self.adresse}{sti}", data, {"Cookie": kapsler})
        return urllib.request.build_opener(IkkeVidere).open(foresporsel, timeout=60)


@contextmanager
def webtjener(logg: Path) -> Iterator[str]:
    """A web server of several processes against the test database."""
    with socket.socket() as sokkel:
        sokkel.bind(("127.0.0.1", 0))
        port = sokkel.getsockname()[1]
    verdier = connection.settings_dict
    url = f"postgresql://{verdier['USER']}@/{verdier['NAME']}?host={quote(verdier['HOST'], safe='')}"
    miljoe = os.environ | {"SAMARBEID_TEST": "1", "DATABASE_URL": url, "HTTPS": "0", "LOKAL": "1"}
    kommando = [sys.executable, "-m", "gunicorn", "samarbeid.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    with logg.open("wb") as ut:
        prosess = subprocess.Popen([*kommando, "--threads", "4"], cwd=ROT, env=miljoe, stdout=ut, stderr=ut)
    try:
        _vent_paa(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"
    finally:
        prosess.terminate()
        prosess.wait(timeout=20)


def _vent_paa(adresse: str) -> None:
    for _forsoek in range(600):
        try:
            urllib.request.urlopen(adresse, timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(adresse)


@pytest.fixture(scope="module")
def adresse(django_db_setup, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with webtjener(tmp_path_factory.mktemp("web") / "logg.txt") as url:
        yield url


@pytest.fixture
def person(adresse: str, region) -> Person:
    klient = Client()
    klient.force_login(lag_bruker("koordinator", region=region))
    return Person(adresse, klient.cookies[settings.SESSION_COOKIE_NAME].value)


@pytest.fixture
def region():
    return lag_region("Sogn")


@pytest.fixture
def avtale(region) -> Avtale:
    return lag_avtale(navn="Felles vikarpool 0", region=region)


def samtidig(antall: int, gjoer: Callable[[int], object]) -> list:
    with ThreadPoolExecutor(antall) as traader:
        return list(traader.map(gjoer, range(antall)))


def les_og_skriv(person: Person, sti: str, runder: int) -> Counter:
    """Read the number in the name, add one, save: as often as told, whatever the answer."""
    svar: Counter = Counter()
    for _runde in range(runder):
        felt, token = person.les(sti)
        stamme, _rom, tall = felt["navn"].rpartition(" ")
        status, _til = person.send(sti, felt | {"navn": f"{stamme} {int(tall) + 1}"}, token)
        svar[status] += 1
    return svar


@pytest.mark.parametrize(
    ("traader", "runder"), [(8, 4), pytest.param(50, 20, marks=pytest.mark.treg)], ids=["few", "fifty"]
)
def test_no_update_is_lost_when_many_change_one_agreement(person, avtale, traader, runder):
    sti = reverse("avtaler:endre", args=[avtale.pk])
    svar = sum(samtidig(traader, lambda _nr: les_og_skriv(person, sti, runder)), Counter())
    avtale.refresh_from_db()
    assert set(svar) <= {302, 409}
    assert svar.total() == traader * runder
    assert int(avtale.navn.rpartition(" ")[2]) == svar[302] > 0
    assert avtale.versjon == 1 + svar[302]
    endringer = Hendelse.objects.filter(tabell="avtaler_avtale", objekt=str(avtale.pk), handling="endret")
    assert endringer.count() == svar[302]
    assert brudd_i_kjedene() == []


def test_a_form_posted_twenty_times_at_once_makes_one_row_and_one_event(person, avtale):
    lag_kommune("Vik", "4639")
    sti = reverse("avtaler:ny_deltaker", args=[avtale.pk])
    felt, token = person.les(sti)
    felt |= {"part": "4639", "rolle": "deltaker", "fra": "1.1.2025"}
    svar = samtidig(20, lambda _nr: person.send(sti, felt, token))
    assert set(svar) == {(302, reverse("avtaler:deltakere", args=[avtale.pk]))}
    assert avtale.deltakelser.count() == 1
    assert Hendelse.objects.filter(tabell="avtaler_deltakelse", avtale_id=avtale.pk).count() == 1


def test_twenty_new_keys_at_once_are_twenty_versions_in_a_row(person, avtale):
    lag_deltakelse(avtale, lag_kommune("Vik", "4639"))
    sti = reverse("kostnad:ny_noekkel", args=[avtale.pk])
    lest = samtidig(5, lambda _nr: person.les(sti))
    svar = samtidig(20, lambda nr: person.send(sti, lest[nr % 5][0] | {"kilde": f"Vedtak {nr}"}, lest[nr % 5][1])[0])
    assert set(svar) == {302}
    versjoner = Noekkel.objects.filter(avtale=avtale).order_by("versjon").values_list("versjon", flat=True)
    assert list(versjoner) == list(range(1, 21))
