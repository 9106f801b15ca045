"""Where the embedded servers keep their files: everything inside the checkout, except sockets that would not fit.

A unix socket's path may be about 100 bytes, and it becomes part of an address. In a checkout whose path is longer, or
has spaces or letters that addresses spell otherwise, the sockets live in a private folder under /tmp, named after the
checkout so that every process finds the same one.
"""

import hashlib
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from samarbeid.tjenere.feil import Tjenerfeil

ROT = Path(__file__).resolve().parents[2]
LENGSTE_SOKKELSTI = 100
LENGSTE_SOKKELNAVN = len(".s.PGSQL.5432.lock")


@dataclass(frozen=True)
class Steder:
    """The folders of one set of servers: one set for running, one for tests."""

    data: Path
    sokler: Path


def steder(rot: Path = ROT, *, test: bool = False) -> Steder:
    """The folders for the checkout `rot`, made and private to their owner."""
    data = rot / ".data" / ("test" if test else "")
    sokler = rot / ".data" / ("s-test" if test else "s")
    if not _taaler_sokkel(sokler):
        avtrykk = hashlib.sha256(os.fsencode(sokler)).hexdigest()[:12]
        sokler = Path("/tmp") / f"samarbeid-{os.geteuid()}-{avtrykk}"
    for mappe in (rot / ".data", data, sokler):
        lag_privat_mappe(mappe)
    return Steder(data=data, sokler=sokler)


def _taaler_sokkel(mappe: Path) -> bool:
    lengste = len(str(mappe)) + 1 + LENGSTE_SOKKELNAVN
    return lengste <= LENGSTE_SOKKELSTI and re.fullmatch(r"[A-Za-z0-9/._-]+", str(mappe)) is not None


def lag_privat_mappe(mappe: Path) -> None:
    """Make `mappe` with mode 0700; refuse one that someone else put there first."""
    try:
        mappe.mkdir(mode=0o700, parents=True, exist_ok=True)
        tilstand = mappe.lstat()
    except OSError as feil:
        raise Tjenerfeil(f"Får ikke laget mappen {mappe}: {feil.strerror}.") from feil
    if not stat.S_ISDIR(tilstand.st_mode) or not _kan_bruke(tilstand.st_uid):
        raise Tjenerfeil(f"Mappen {mappe} tilhører en annen bruker. Slett den, eller kjør som den brukeren.")


def _kan_bruke(eier: int) -> bool:
    return os.geteuid() == 0 or eier == os.geteuid()
