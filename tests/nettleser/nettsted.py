"""A real site for the browser: its own database, web server and worker, started once a run."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from samarbeid.kjoer import gaa_med_forelder
from samarbeid.tjenere import database_url, redis_url

ROT = Path(__file__).resolve().parents[2]
#: Databases of Valkey the sites use, one a test process, so that two never share a queue.
FOERSTE_KOE = 8


@contextmanager
def nettsted(navn: str, nummer: int, mappe: Path) -> Iterator[str]:
    """The address of a running site named ``navn`` with the demo data; gone when the block ends."""
    miljoe = _miljoe(navn, nummer, mappe)
    _ny_database(navn)
    for kommando in (["migrate", "-v0"], ["createcachetable"], ["last_demodata"]):
        subprocess.run([sys.executable, "manage.py", *kommando], env=miljoe, cwd=ROT, check=True, capture_output=True)
    port = _ledig_port()
    adresse = f"http://127.0.0.1:{port}"
    logg = (mappe / "logg.txt").open("wb")
    felles = {"env": miljoe, "cwd": ROT, "start_new_session": True, "preexec_fn": gaa_med_forelder}
    prosesser = [
        subprocess.Popen(kommando, stdout=logg, stderr=logg, **felles) for kommando in (_web(port), _arbeider(navn))
    ]
    try:
        _vent_paa(f"{adresse}/healthz")
        yield adresse
    finally:
        for prosess in prosesser:
            _stopp(prosess)
        logg.close()
        _slett_database(navn)


def _miljoe(navn: str, nummer: int, mappe: Path) -> dict[str, str]:
    """The environment of the site: a test site, but with its own database, queue and files."""
    utenom = {"PYTEST_VERSION", "PYTEST_CURRENT_TEST"}
    return {
        **{k: v for k, v in os.environ.items() if k not in utenom},
        "SAMARBEID_TEST": "1",
        "DEBUG": "0",
        "HTTPS": "0",
        "DATABASE_URL": database_url().replace("/samarbeid?", f"/{navn}?"),
        "REDIS_URL": redis_url(FOERSTE_KOE + nummer),
        "MEDIA_ROOT": str(mappe / "filer"),
    }


def _web(port: int) -> list[str]:
    valg = ["--bind", f"127.0.0.1:{port}", "--threads", "4", "--log-level", "warning"]
    return [sys.executable, "-m", "gunicorn", "samarbeid.wsgi", *valg]


def _arbeider(navn: str) -> list[str]:
    valg = ["-c", "1", "-n", navn, "-l", "warning", "-B", "-s", f"/tmp/{navn}-beat"]
    return [sys.executable, "-m", "celery", "-A", "samarbeid", "worker", *valg]


def _ny_database(navn: str) -> None:
    _slett_database(navn)
    with psycopg.connect(database_url(), autocommit=True) as tilkobling:
        tilkobling.execute(f'CREATE DATABASE "{navn}"')


def _slett_database(navn: str) -> None:
    with psycopg.connect(database_url(), autocommit=True) as tilkobling:
        tilkobling.execute(f'DROP DATABASE IF EXISTS "{navn}" WITH (FORCE)')


def _ledig_port() -> int:
    with socket.socket() as sokkel:
        sokkel.bind(("127.0.0.1", 0))
        return int(sokkel.getsockname()[1])


def _vent_paa(adresse: str, sekunder: float = 60) -> None:
    frist = time.monotonic() + sekunder
    while time.monotonic() < frist:
        try:
            with urllib.request.urlopen(adresse, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise TimeoutError(f"No answer from {adresse} in {sekunder} s")


def _stopp(prosess: subprocess.Popen[bytes]) -> None:
    prosess.send_signal(signal.SIGTERM)
    try:
        prosess.wait(timeout=15)
    except subprocess.TimeoutExpired:
        os.killpg(prosess.pid, signal.SIGKILL)
        prosess.wait()
