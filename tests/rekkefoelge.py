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
    return sorted(tester, key=lambda test: _plass(test.nodeid))


def _plass(nodeid: str) -> int:
    treff = (nummer for nummer, start in enumerate(REKKEFOELGE) if nodeid.startswith(start))
    return next(treff, len(REKKEFOELGE))
