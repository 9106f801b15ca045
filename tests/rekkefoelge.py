"""The order the tests are handed out in: the long ones first, else one process ends long after the other."""

from collections.abc import Sequence

import pytest

NETTLESER = "tests/nettleser/"
#: What takes longest, first.
REKKEFOELGE = (
    NETTLESER,
    "tests/test_tilgang",
    "tests/test_kanarifugler",
    "tests/test_sider",
    "tests/rapport/",
    "tests/test_",
)


def i_rekkefoelge(tester: Sequence[pytest.Item]) -> list[pytest.Item]:
    """The tests in the order they are to be handed out; the same in every process."""
    return sorted(tester, key=_plass)


def _plass(test: pytest.Item) -> int:
    """Those that commit come last: what they leave in the history would be counted by the others."""
    merke = test.get_closest_marker("django_db")
    if merke is not None and merke.kwargs.get("transaction"):
        return len(REKKEFOELGE) + 1
    treff = (nummer for nummer, start in enumerate(REKKEFOELGE) if test.nodeid.startswith(start))
    return next(treff, len(REKKEFOELGE))
