"""The drill: a worker is killed and the queue is emptied in the middle of an order. Nothing is lost, nothing doubled.

A real worker with its clock runs against the test database and a queue of its own, so that emptying it harms nobody.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
import redis
from celery import current_app
from django.db import connection

from rapport import arkiv, tjenester
from rapport.models import Bestilling, Jobbstatus
from samarbeid.tjenere.valkey import Valkey
from tests.fabrikker import lag_avtale, lag_kommune, lag_region
from tests.rapport.sogn import DATO

ROT = Path(__file__).resolve().parent.parent.parent
#: Seconds until all is done again; a machine that is busy with other things gets its time.
FRIST = 60 * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def egen_koe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A queue that only this test and its workers know; the socket's path must be short."""
    mappe = tmp_path_factory.mktemp("koe")
    tjener = Valkey(data=mappe / "v", sokler=mappe, rask=True)
    tjener.start()
    with _sender_til(f"redis+socket://{tjener.sokkel}?virtual_host=0"):
        yield tjener.sokkel
    tjener.stopp()


@contextmanager
def _sender_til(adresse: str) -> Iterator[None]:
    """Let this process send its tasks there."""
    foer = current_app.conf.broker_url
    for naa in (adresse, foer):
        current_app.pool.force_close_all()
        current_app._pool = current_app.amqp._producer_pool = None
        current_app.conf.broker_url = naa
        if naa == adresse:
            yield


@contextmanager
def arbeider(sokkel: Path, mappe: Path) -> Iterator[subprocess.Popen]:
    """A worker with its clock, in a process group of its own."""
    kommando = [sys.executable, "-m", "celery", "-A", "samarbeid", "worker", "-B", "-c", "2", "-l", "WARNING"]
    miljoe = os.environ | {
        "SAMARBEID_TEST": "1",
        "PYTHONPATH": str(ROT),
        "DATABASE_URL": _database_url(),
        "REDIS_URL": f"redis+socket://{sokkel}?virtual_host=0",
        "MEDIA_ROOT": str(mappe),
        "RAPPORT_LAAS_SEKUNDER": "12",
        "FINN_IGJEN_SEKUNDER": "2",
    }
    with (mappe / "arbeider.log").open("ab") as logg:
        prosess = subprocess.Popen(
            [*kommando, "-s", str(mappe / "klokke"), "--without-mingle", "--without-gossip"],
            cwd=ROT, env=miljoe, stdout=logg, stderr=logg, start_new_session=True,
        )  # fmt: skip
    try:
        yield prosess
    finally:
        drep(prosess)


def drep(prosess: subprocess.Popen) -> None:
    """kill -9 of the worker with all its children."""
    with ExitStack() as stabel:
        stabel.callback(prosess.wait, 10)
        try:
            os.killpg(prosess.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def _database_url() -> str:
    """The test database, as DATABASE_URL writes it."""
    valg = connection.settings_dict
    bruker = quote(valg["USER"], safe="") + (f":{quote(valg['PASSWORD'], safe='')}" if valg["PASSWORD"] else "")
    port = f":{valg['PORT']}" if valg["PORT"] else ""
    return f"postgresql://{bruker}@{port}/{quote(valg['NAME'])}?host={quote(valg['HOST'], safe='')}"


def vent(klar: Callable[[], bool], mappe: Path) -> None:
    slutt = time.monotonic() + FRIST
    while not klar():
        assert time.monotonic() < slutt, (mappe / "arbeider.log").read_text("utf-8")[-4000:]
        time.sleep(0.02)


def antall(bestilling: Bestilling, status: Jobbstatus) -> int:
    return bestilling.jobber.filter(status=status).count()


def bestill_region() -> Bestilling:
    """An order of seven reports."""
    kommuner = [lag_kommune(f"Kommune {bokstav}", f"990{nr}") for nr, bokstav in enumerate("ABCDEFG", 1)]
    region = lag_region(kommuner=kommuner)
    for navn in ("Brann", "Renovasjon", "Barnevern"):
        lag_avtale(navn, kommuner=kommuner, region=region)
    return tjenester.bestill(parter=kommuner, dato=DATO, av=None, region=region)


def test_order_survives_a_killed_worker_and_an_emptied_queue(egen_koe, filmappe, tmp_path):
    with arbeider(egen_koe, tmp_path) as foerste:
        bestilling = bestill_region()
        assert not bestilling.jobber.filter(sendt__isnull=True).exists()
        vent(lambda: antall(bestilling, Jobbstatus.FERDIG) and antall(bestilling, Jobbstatus.KJOERER), tmp_path)
        drep(foerste)
    with redis.Redis(unix_socket_path=str(egen_koe)) as klient:
        klient.flushall()
    ferdige_foer = dict(bestilling.jobber.filter(status=Jobbstatus.FERDIG).values_list("pk", "ferdig"))
    assert 0 < len(ferdige_foer) < 7

    with arbeider(egen_koe, tmp_path):
        vent(lambda: antall(bestilling, Jobbstatus.FERDIG) == 7, tmp_path)

    jobber = list(bestilling.jobber.all())
    assert len(jobber) == 7
    assert {jobb.pk: jobb.ferdig for jobb in jobber if jobb.pk in ferdige_foer} == ferdige_foer
    assert all(arkiv.finnes(jobb.pdf_sha256, "pdf") and arkiv.finnes(jobb.html_sha256, "html") for jobb in jobber)
    for endelse in ("pdf", "html"):
        assert len(list(filmappe.glob(f"[!.]*.{endelse}"))) == 7


def test_order_made_while_the_queue_is_away_is_printed_when_a_worker_starts(
    egen_koe, koen_er_borte, tmp_path, filmappe
):
    bestilling = bestill_region()
    assert bestilling.jobber.filter(sendt__isnull=True, status=Jobbstatus.KOE).count() == 7
    with arbeider(egen_koe, tmp_path):
        vent(lambda: antall(bestilling, Jobbstatus.FERDIG) == 7, tmp_path)
    assert not bestilling.jobber.exclude(forsoek=1).exists()
