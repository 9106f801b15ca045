"""One embedded Valkey: the broker between pages and workers, reached only through a socket in a private folder."""

import signal
import socket
from dataclasses import dataclass
from pathlib import Path

from samarbeid.tjenere import prosess
from samarbeid.tjenere.feil import Tjenerfeil
from samarbeid.tjenere.programmer import valkey_program

STARTTID = 30


@dataclass(frozen=True)
class Valkey:
    """A server with its data in `data` and its socket in `sokler`; `rask` keeps nothing on disk, for tests."""

    data: Path
    sokler: Path
    rask: bool = False

    navn = "Valkey"

    @property
    def sokkel(self) -> Path:
        return self.sokler / "valkey.sock"

    @property
    def logg(self) -> Path:
        return self.data.with_suffix(".log")

    def svarer(self) -> bool:
        """Whether the server serves: one that is still reading its log says LOADING instead."""
        try:
            with socket.socket(socket.AF_UNIX) as linje:
                linje.settimeout(2)
                linje.connect(str(self.sokkel))
                linje.sendall(b"PING\r\n")
                return linje.recv(5) == b"+PONG"
        except OSError:
            return False

    def start(self) -> None:
        """Start the server and wait until it answers; the caller holds the lock. Raises Tjenerfeil."""
        if self._prosesser() and prosess.vent(self._avklart, STARTTID) and self.svarer():
            return
        prosess.avslutt(self._prosesser, signal.SIGKILL, 5)
        self.data.mkdir(mode=0o700, exist_ok=True)
        startet = prosess.start_loesrevet(self._kommando(), mappe=self.data, logg=self.logg)
        prosess.vent(lambda: self.svarer() or startet.poll() is not None, STARTTID)
        if not self.svarer():
            raise Tjenerfeil(f"Valkey startet ikke. Se slutten av {self.logg}.")

    def stopp(self) -> None:
        """Stop the server: politely, then firmly; the caller holds the lock."""
        for sig, sekunder in ((signal.SIGTERM, 10), (signal.SIGKILL, 5)):
            if prosess.avslutt(self._prosesser, sig, sekunder):
                return
        raise Tjenerfeil(f"Valkey i {self.data} lot seg ikke stoppe.")

    def _avklart(self) -> bool:
        return self.svarer() or not self._prosesser()

    def _prosesser(self) -> list[int]:
        return prosess.i_mappe(self.data, "valkey") or prosess.i_mappe(self.data, "redis")

    def _kommando(self) -> list[str]:
        innstillinger = {
            "port": "0",
            "unixsocket": str(self.sokkel),
            "unixsocketperm": "700",
            "dir": str(self.data),
            "save": "",
            "appendonly": "no" if self.rask else "yes",
            "appendfsync": "everysec",
        }
        return [
            str(valkey_program()),
            *(ord_ for navn, verdi in innstillinger.items() for ord_ in (f"--{navn}", verdi)),
        ]
