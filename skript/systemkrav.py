"""What the product needs from the operating system, and getting it: run by make before anything is installed.

Standard library only, and any Python 3.11 or newer: ``python3 skript/systemkrav.py [--test]``. Missing packages are
installed with apt when that needs no password; otherwise it says exactly which command to run, and stops.
"""

import argparse
import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

ELDSTE_PYTHON = (3, 11)


@dataclass(frozen=True)
class Krav:
    """A Debian package, and how to see that what we want from it is here, whatever it came from."""

    pakke: str
    finnes: Callable[[], bool]


def bibliotek(fil: str) -> Callable[[], bool]:
    """Whether the shared library `fil` can be loaded."""

    def finnes() -> bool:
        try:
            ctypes.CDLL(fil)
        except OSError:
            return False
        return True

    return finnes


def program(*navn: str) -> Callable[[], bool]:
    """Whether one of the programs is on the path."""
    return lambda: any(shutil.which(ett) for ett in navn)


def kan_lage_venv() -> bool:
    """Debian splits ensurepip from Python; uv does without it, and so does a .venv that is already there."""
    return os.path.exists(".venv/bin/python") or bool(shutil.which("uv") or importlib.util.find_spec("ensurepip"))


DRIFT = [
    Krav("python3-venv", kan_lage_venv),
    Krav("gettext", program("msgfmt")),
    Krav("libpango-1.0-0", bibliotek("libpango-1.0.so.0")),
    Krav("libpangoft2-1.0-0", bibliotek("libpangoft2-1.0.so.0")),
    Krav("libharfbuzz-subset0", bibliotek("libharfbuzz-subset.so.0")),
]
TEST = [
    Krav("chromium", program("chromium", "chromium-browser", "google-chrome")),
    Krav("poppler-utils", program("pdftotext")),
    Krav("qpdf", program("qpdf")),
    Krav("default-jre-headless", program("java")),
]


def mangler(krav: list[Krav]) -> list[str]:
    """The packages that are missing, in the order they are listed."""
    return [ett.pakke for ett in krav if not ett.finnes()]


def apt_foran() -> list[str] | None:
    """What to put before apt-get to use it without a password; None when we may not."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and lykkes(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def lykkes(kommando: list[str]) -> bool:
    """Run `kommando` with its ordinary output hidden; whether it went well."""
    return subprocess.run(kommando, stdout=subprocess.DEVNULL, check=False).returncode == 0


def installer(pakker: list[str]) -> bool:
    """Install `pakker` with apt; False when we may not, or apt could not."""
    foran = apt_foran()
    if foran is None:
        return False
    print(f"Installerer systempakker: {' '.join(pakker)}", flush=True)
    apt = [*foran, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    return lykkes([*apt, "update"]) and lykkes([*apt, "install", "-y", "--no-install-recommends", *pakker])


def forklar(pakker: list[str]) -> str:
    """The sentence for a person who must install `pakker` by hand."""
    sudo = "" if os.geteuid() == 0 else "sudo "
    return (
        f"Samarbeid mangler disse systempakkene: {', '.join(pakker)}\n"
        f"Installer dem og kjør kommandoen igjen:\n\n"
        f"    {sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {' '.join(pakker)}\n"
    )


def main() -> int:
    leser = argparse.ArgumentParser(description=__doc__)
    leser.add_argument("--test", action="store_true", help="også det testene trenger")
    krav = DRIFT + (TEST if leser.parse_args().test else [])
    if sys.version_info < ELDSTE_PYTHON:
        print(f"Samarbeid trenger Python 3.11 eller nyere; dette er {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    pakker = mangler(krav)
    if pakker and installer(pakker):
        pakker = mangler(krav)
    if pakker:
        print(forklar(pakker), file=sys.stderr)
    return 1 if pakker else 0


if __name__ == "__main__":
    sys.exit(main())
