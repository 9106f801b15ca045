"""``make run``: the whole product on this machine until Ctrl-C.

Starts the embedded servers, brings the database up to date with demo data, then keeps the web server, a worker and the
clock (Celery beat) running: a process that dies is started again. Everything stops together, the servers last.
"""

import contextlib
import ctypes
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from samarbeid.tjenere import Tjenerfeil, tjenerne
from samarbeid.tjenere.oppsett import Tjener, soerg_for, stopp

ROT = Path(__file__).resolve().parent.parent
DATA = ROT / ".data"
VERT = "127.0.0.1"
STOPPETID = 15  # a worker may finish the page it is printing
PAUSE_FOER_NY_START = 2.0
PR_SET_PDEATHSIG = 1
ROOTVARSEL = "You're running the worker with superuser privileges"  # Celery's warning; known, and a page long


@dataclass
class Barn:
    """One process we keep alive, in a group of its own so that its children go with it."""

    navn: str
    kommando: list[str]
    miljoe: dict[str, str]
    prosess: subprocess.Popen[bytes] | None = None
    startet: float = 0.0

    def start(self) -> None:
        self.startet = time.monotonic()
        self.prosess = subprocess.Popen(
            self.kommando,
            cwd=ROT,
            env=self.miljoe,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=gaa_med_forelder,
        )

    def pass_paa(self) -> None:
        """Start it again when it has died, but not more often than every few seconds."""
        if self.prosess is None or self.prosess.poll() is None:
            return
        if time.monotonic() - self.startet < PAUSE_FOER_NY_START:
            return
        si(f"{self.navn} stoppet (kode {self.prosess.returncode}) og startes på nytt.")
        self.signaliser(signal.SIGKILL)
        self.start()

    def signaliser(self, sig: signal.Signals) -> None:
        if self.prosess is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.prosess.pid, sig)

    def be_om_stopp(self) -> None:
        """Only the first process of the group: the worker's own children must finish what they hold."""
        if self.prosess is not None and self.prosess.poll() is None:
            self.prosess.terminate()

    def stopp(self, frist: float) -> None:
        if self.prosess is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.prosess.wait(max(0.1, frist - time.monotonic()))
            self.signaliser(signal.SIGKILL)
            self.prosess.wait()


class Stoppet(Exception):
    """Ctrl-C, or the terminal went away."""


def main() -> int:
    DATA.mkdir(mode=0o700, exist_ok=True)
    with (DATA / "kjoer.laas").open("a+") as laas:
        try:
            fcntl.flock(laas, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            laas.seek(0)
            si(f"Samarbeid kjører allerede herfra: {laas.read().strip()}")
            return 1
        return _kjoer_til_stopp(Path(laas.name))


def _kjoer_til_stopp(merke: Path) -> int:
    for sig in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sig, _avbryt)
    barn: list[Barn] = []
    try:
        _kjoer(barn, merke)
    except Stoppet:
        si("Stopper …")
    except Tjenerfeil as feil:
        si(str(feil))
        return 1
    except subprocess.CalledProcessError as feil:
        return feil.returncode
    finally:
        _stopp_alt(barn)
        merke.write_text("")
    return 0


def _kjoer(barn: list[Barn], merke: Path) -> None:
    port = ledig_port(int(os.environ.get("PORT", "8000")))
    adresse = f"http://{VERT}:{port}/"
    merke.write_text(adresse)
    miljoe = {"LOKAL": "1", "DJANGO_SETTINGS_MODULE": "samarbeid.settings", **os.environ, "PYTHONUNBUFFERED": "1"}
    for tjener in _egne_tjenere():
        soerg_for(tjener)
    si("Klargjør databasen …")
    beskjeder = _klargjoer(miljoe)
    for ett in lag_barn(port, miljoe):
        barn.append(ett)
        ett.start()
    _vent_paa_web(adresse, barn)
    si(f"{beskjeder.strip()}\n\nSamarbeid kjører på {adresse}  (Ctrl-C stopper)".strip())
    while True:
        time.sleep(1)
        for ett in barn:
            ett.pass_paa()


def lag_barn(port: int, miljoe: dict[str, str]) -> list[Barn]:
    """The three processes of the product: web, worker and clock."""
    celery = [sys.executable, "-W", f"ignore:{ROOTVARSEL}", "-m", "celery", "-q", "-A", "samarbeid"]
    nett = [sys.executable, "-m", "gunicorn", "samarbeid.wsgi", "--bind", f"{VERT}:{port}"]
    stille = ["--log-level", "warning", "--no-control-socket"]
    klokke = [*celery, "beat", "-l", "WARNING", "-s", str(DATA / "klokke"), "--pidfile="]
    return [
        Barn("Nettjeneren", [*nett, *stille, "--workers", "2", "--threads", "4"], miljoe),
        Barn("Arbeideren", [*celery, "worker", "-l", "WARNING", "-c", "2", "--without-mingle"], miljoe),
        Barn("Klokken", klokke, miljoe),
    ]


def _klargjoer(miljoe: dict[str, str]) -> str:
    """Bring the database up to date; returns what the demo data says about itself, its logins."""
    kommando = [sys.executable, "manage.py", "klargjoer", "--demo"]
    svar = subprocess.run(kommando, cwd=ROT, env=miljoe, stdout=subprocess.PIPE, check=True, start_new_session=True)
    return svar.stdout.decode()


def ledig_port(oensket: int) -> int:
    """The wanted port, or the next free one."""
    for port in range(oensket, min(oensket + 100, 65536)):
        with socket.socket() as proeve:
            proeve.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with contextlib.suppress(OSError):
                proeve.bind((VERT, port))
                return port
    raise Tjenerfeil(f"Ingen ledig port fra {oensket} og oppover.")


def _vent_paa_web(adresse: str, barn: list[Barn]) -> None:
    for _ in range(600):
        with contextlib.suppress(OSError):
            try:
                urllib.request.urlopen(f"{adresse}healthz", timeout=5).close()
            except urllib.error.HTTPError as svar:
                svar.close()
            return
        time.sleep(0.1)
        for ett in barn:
            ett.pass_paa()
    raise Tjenerfeil("Nettjeneren svarer ikke.")


def _egne_tjenere() -> list[Tjener]:
    database, redis = tjenerne()
    egne = (("DATABASE_URL", database), ("REDIS_URL", redis))
    return [tjener for navn, tjener in egne if not os.environ.get(navn)]


def _stopp_alt(barn: list[Barn]) -> None:
    for sig in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sig, signal.SIG_IGN)
    for ett in barn:
        ett.be_om_stopp()
    frist = time.monotonic() + STOPPETID
    for ett in barn:
        ett.stopp(frist)
    for tjener in _egne_tjenere():
        stopp(tjener)


def gaa_med_forelder() -> None:
    """Ask the kernel to end this process when its parent is killed outright, so that nothing keeps the port."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _avbryt(signum: int, ramme: FrameType | None) -> None:
    raise Stoppet


def si(tekst: str) -> None:
    print(tekst, flush=True)


if __name__ == "__main__":
    sys.exit(main())
