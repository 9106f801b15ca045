"""``python -m bench [NAME …]``: every measurement in turn, each in a process of its own. See README.md beside this."""

import os
import subprocess
import sys
from pathlib import Path

MAPPE = Path(__file__).parent
IKKE_MAALINGER = {"__init__", "__main__", "admin_urls", "admin_settings", "maaling"}


def maalinger() -> list[str]:
    """The names of the measurements, in alphabetical order."""
    return sorted(sti.stem for sti in MAPPE.glob("*.py") if sti.stem not in IKKE_MAALINGER)


def main(valgte: list[str]) -> int:
    ukjente = set(valgte) - set(maalinger())
    if ukjente:
        print(f"Unknown: {', '.join(sorted(ukjente))}. There are: {', '.join(maalinger())}", file=sys.stderr)
        return 2
    # The servers of the tests: nothing measured here touches the data of `make run`.
    os.environ["SAMARBEID_TEST"] = "1"
    koder = []
    for navn in valgte or maalinger():
        print(f"\n== {navn}", flush=True)
        koder.append(subprocess.run([sys.executable, "-m", f"bench.{navn}"], check=False).returncode)
    return max(koder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
