"""One embedded PostgreSQL: made on first use, started on demand, reached only through a socket in a private folder."""

import shutil
import signal
import socket
import struct
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from samarbeid.tjenere import prosess
from samarbeid.tjenere.feil import Tjenerfeil
from samarbeid.tjenere.programmer import postgres_mapper, velg_postgres

NAVN = "samarbeid"  # role and database alike
PROTOKOLL_3 = 196608
IKKE_KLAR = b"57P03"  # SQLSTATE cannot_connect_now
STARTTID = 60  # recovery after a power cut may take its time
RASK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@dataclass(frozen=True)
class Postgres:
    """A server with its data in `data` and its socket in `sokler`; `rask` gives up safety for speed, for tests."""

    data: Path
    sokler: Path
    rask: bool = False
    mapper: list[Path] = field(default_factory=postgres_mapper)

    navn = "PostgreSQL"

    @property
    def url(self) -> str:
        return f"postgresql://{NAVN}@/{NAVN}?host={self.sokler}"

    @property
    def logg(self) -> Path:
        return self.data.with_suffix(".log")

    def svarer(self) -> bool:
        """Whether the server serves: one that is starting up or going down says so instead of asking who we are."""
        try:
            with socket.socket(socket.AF_UNIX) as linje:
                linje.settimeout(2)
                linje.connect(str(self.sokler / ".s.PGSQL.5432"))
                linje.sendall(_hilsen())
                svar = linje.recv(1024)
        except OSError:
            return False
        return svar[:1] in {b"R", b"E"} and IKKE_KLAR not in svar

    def start(self) -> None:
        """Start the server and wait until it answers; the caller holds the lock. Raises Tjenerfeil."""
        if self._prosesser() and prosess.vent(self._avklart, STARTTID) and self.svarer():
            return
        prosess.avslutt(self._prosesser, signal.SIGQUIT, 10)  # what a killed server left behind
        bin_, versjon = velg_postgres(self.mapper, self.data)
        if not (self.data / "PG_VERSION").exists():
            self._lag(bin_, versjon)
        self._fjern_spor()
        startet = prosess.start_loesrevet(self._kommando(bin_), mappe=self.data, logg=self.logg)
        prosess.vent(lambda: self.svarer() or startet.poll() is not None, STARTTID)
        if not self.svarer():
            raise Tjenerfeil(f"PostgreSQL startet ikke. Se slutten av {self.logg}.")

    def stopp(self) -> None:
        """Stop the server: politely, then firmly; the caller holds the lock."""
        for sig, sekunder in ((signal.SIGINT, 20), (signal.SIGQUIT, 10), (signal.SIGKILL, 5)):
            if prosess.avslutt(self._hovedprosess if sig == signal.SIGINT else self._prosesser, sig, sekunder):
                break
        if not prosess.vent(lambda: not self._prosesser(), 5):
            raise Tjenerfeil(f"PostgreSQL i {self.data} lot seg ikke stoppe.")

    def _avklart(self) -> bool:
        return self.svarer() or not self._prosesser()

    def _prosesser(self) -> list[int]:
        return prosess.i_mappe(self.data, "postgres")

    def _hovedprosess(self) -> list[int]:
        """The process that owns the others. After a `kill -9` of it the others have no such, and the list is empty."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split()[0])
        except (OSError, ValueError, IndexError):
            return []
        return [pid] if pid in self._prosesser() else []

    def _fjern_spor(self) -> None:
        """Drop pid files whose number now belongs to another program; PostgreSQL itself sees to those of the dead."""
        for spor in (self.data / "postmaster.pid", self.sokler / ".s.PGSQL.5432.lock"):
            if spor.exists() and prosess.lever(int(spor.read_text().split()[0])):
                spor.unlink()

    def _kommando(self, bin_: Path) -> list[str]:
        innstillinger = (
            "listen_addresses=",
            f"unix_socket_directories={self.sokler}",
            "unix_socket_permissions=0700",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_checkpoints=off",
            *(RASK if self.rask else ()),
        )
        valg = [ord_ for innstilling in innstillinger for ord_ in ("-c", innstilling)]
        return [*prosess.uten_root(self.data, self.sokler), str(bin_ / "postgres"), "-D", str(self.data), *valg]

    def _lag(self, bin_: Path, versjon: int) -> None:
        """Make the data folder whole or not at all: an interrupted start leaves only a folder that is thrown away."""
        ny = self.data.with_suffix(".ny")
        shutil.rmtree(ny, ignore_errors=True)
        ny.mkdir(mode=0o700)
        foran = prosess.uten_root(ny)
        spraak = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] if versjon >= 17 else []
        valg = ["-U", NAVN, "-E", "UTF8", "--locale=C.UTF-8", *spraak, "-A", "trust", "--no-instructions"]
        usikret = ["--no-sync"] if self.rask else []
        self._kjoer([*foran, str(bin_ / "initdb"), "-D", str(ny), *valg, *usikret])
        enslig = [str(bin_ / "postgres"), "--single", "-D", str(ny), "template1"]
        self._kjoer([*foran, *enslig], inn=f"CREATE DATABASE {NAVN};\n")
        ny.rename(self.data)

    def _kjoer(self, kommando: list[str], inn: str = "") -> None:
        svar = subprocess.run(
            kommando,
            input=inn,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=self.data.parent,
            env=prosess.rent_miljoe(),
            text=True,
            check=False,
        )
        with self.logg.open("a", encoding="utf-8") as logg:
            logg.write(svar.stdout)
        if svar.returncode:
            raise Tjenerfeil(f"Fikk ikke laget databasen. Se slutten av {self.logg}.")


def _hilsen() -> bytes:
    innhold = struct.pack("!i", PROTOKOLL_3) + f"user\0{NAVN}\0database\0{NAVN}\0\0".encode()
    return struct.pack("!i", len(innhold) + 4) + innhold
