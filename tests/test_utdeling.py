"""The tests can be run without what shares them out."""

import subprocess
import sys
from pathlib import Path


def test_tests_are_found_without_xdist():
    kommando = [sys.executable, "-m", "pytest", "-p", "no:xdist", "-p", "no:cacheprovider", "--collect-only", "-q"]
    svar = subprocess.run(
        [*kommando, "tests/test_utdeling.py"],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "test_tests_are_found_without_xdist" in svar.stdout, svar.stderr
