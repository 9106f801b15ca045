"""Processes: locks, detached starts, and finding a server again after whatever happened to the one that started it.

A server is recognised by its working folder, never by a pid file: a pid file survives `kill -9` and reboots, and its
number may by then belong to something else.
"""

import contextlib
import fcntl
import os
import pwd
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

NABO = 65534  # nobody on Debian; PostgreSQL needs a uid that is in passwd
PAUSE = 0.02
_STARTET: list[subprocess.Popen[bytes]] = []  # kept, so that those that end are reaped and no one warns of the rest


@contextlib.contextmanager
def laas(fil: Path) -> Iterator[None]:
    """Hold `fil` alone; the lock goes with the process, so nothing can leave it behind."""
    with fil.open("w") as aapen:
        fcntl.flock(aapen, fcntl.LOCK_EX)
        yield


def start_loesrevet(argumenter: Sequence[str], *, mappe: Path, logg: Path) -> subprocess.Popen[bytes]:
    """Start a process in its own session, working in `mappe`, that outlives this one and never hears its Ctrl-C."""
    _STARTET[:] = [prosess for prosess in _STARTET if prosess.poll() is None]
    with logg.open("ab") as ut:
        startet = subprocess.Popen(
            argumenter,
            cwd=mappe,
            stdin=subprocess.DEVNULL,
            stdout=ut,
            stderr=ut,
            env=rent_miljoe(),
            start_new_session=True,
        )
    _STARTET.append(startet)
    return startet


def rent_miljoe() -> dict[str, str]:
    """The environment without what would change a server's or a client's mind."""
    rent = {navn: verdi for navn, verdi in os.environ.items() if not navn.startswith(("PG", "LC_"))}
    return rent | {"LC_ALL": "C.UTF-8"}


def i_mappe(mappe: Path, program: str) -> list[int]:
    """Process ids of every `program` whose working folder is `mappe`, lowest first."""
    return sorted(int(p.name) for p in Path("/proc").iterdir() if p.name.isdigit() and _er(p, mappe, program))


def _er(proc: Path, mappe: Path, program: str) -> bool:
    try:
        if not (proc / "comm").read_text().startswith(program):
            return False
        return os.readlink(proc / "cwd") == str(mappe)
    except PermissionError:  # root in a container may not look into nobody's processes, but sees how they were called
        return os.fsencode(mappe) in (proc / "cmdline").read_bytes().split(b"\0")
    except OSError:  # it ended while we looked
        return False


def lever(pid: int) -> bool:
    """Whether any process has this number now."""
    return Path(f"/proc/{pid}").exists()


def vent(klar: Callable[[], bool], sekunder: float) -> bool:
    """Whether `klar` became true within `sekunder`."""
    slutt = time.monotonic() + sekunder
    while not klar():
        if time.monotonic() > slutt:
            return False
        time.sleep(PAUSE)
    return True


def avslutt(pid_er: Callable[[], list[int]], sig: signal.Signals, sekunder: float) -> bool:
    """Send `sig` to the processes that `pid_er` names and wait until there are none; False when some are left."""
    for pid in pid_er():
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, sig)
    return vent(lambda: not pid_er(), sekunder)


def uten_root(*mapper: Path) -> list[str]:
    """The words to put before a PostgreSQL command, which refuses to run as root or as a uid without a name.

    A user namespace is first choice: it makes no user and changes no permission. Where the kernel or a container
    forbids it, the process becomes nobody, but may still reach a checkout that lies in root's own folder. Either way
    `mapper` get the owner that fits.
    """
    if os.geteuid() != 0 and _har_navn(os.geteuid()):
        return []
    navnerom = ["unshare", "--user", f"--map-user={NABO}", f"--map-group={NABO}", "--"]
    if shutil.which("unshare") and _gaar([*navnerom, "true"]):
        _gi_til(os.geteuid(), os.getegid(), mapper)
        return navnerom
    _gi_til(NABO, NABO, mapper)
    evne = ("--inh-caps=+dac_override", "--ambient-caps=+dac_override")
    return ["setpriv", f"--reuid={NABO}", f"--regid={NABO}", "--clear-groups", *evne, "--"]


def _gaar(kommando: Sequence[str]) -> bool:
    return subprocess.run(kommando, capture_output=True, check=False).returncode == 0


def _har_navn(uid: int) -> bool:
    try:
        pwd.getpwuid(uid)
    except KeyError:
        return False
    return True


def _gi_til(uid: int, gid: int, mapper: Sequence[Path]) -> None:
    """Change the owner of folders that a start of the other kind left behind."""
    for mappe in mapper:
        if mappe.stat().st_uid != uid:
            for sti in (mappe, *mappe.rglob("*")):
                os.chown(sti, uid, gid, follow_symlinks=False)
