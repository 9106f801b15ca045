"""``python -m samarbeid.tjenere start|stopp|status [--test]``: the embedded servers by hand."""

import argparse
import sys

from samarbeid.tjenere import Tjenerfeil, tjenerne
from samarbeid.tjenere.oppsett import soerg_for, stopp


def main() -> int:
    leser = argparse.ArgumentParser(prog="python -m samarbeid.tjenere", description=__doc__)
    leser.add_argument("handling", choices=["start", "stopp", "stop", "status"])
    leser.add_argument("--test", action="store_true", help="tjenerne som testene bruker")
    valg = leser.parse_args()
    try:
        return _utfoer(valg.handling, test=valg.test)
    except Tjenerfeil as feil:
        print(feil, file=sys.stderr)
        return 1


def _utfoer(handling: str, *, test: bool) -> int:
    servere = tjenerne(test=test)
    if handling == "status":
        for tjener in servere:
            print(f"{tjener.navn}: {'kjører' if tjener.svarer() else 'kjører ikke'} ({tjener.data})")
        return 0 if all(tjener.svarer() for tjener in servere) else 3
    for tjener in servere:
        soerg_for(tjener) if handling == "start" else stopp(tjener)
    return 0


if __name__ == "__main__":
    sys.exit(main())
