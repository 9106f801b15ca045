"""How the tests are shared out: the long ones first, and what is dear to make is made in one process only.

pytest-xdist's own ``--dist loadgroup`` writes its mark in the node id, which pytest 9.2 no longer reads; a scheduler of
one's own is its documented way.
"""

from collections.abc import Sequence

import pytest
from xdist.scheduler import LoadScopeScheduling

NETTLESER = "tests/nettleser/"
#: What takes longest, first: else one process ends long after the other.
REKKEFOELGE = (
    NETTLESER,
    "tests/test_tilgang",
    "tests/test_kanarifugler",
    "tests/test_sider",
    "tests/rapport/",
    "tests/test_",
)


class Fordeler(LoadScopeScheduling):
    """One file at a time to each process; the browser tests share a site, and so a process."""

    def _split_scope(self, nodeid: str) -> str:
        return NETTLESER if nodeid.startswith(NETTLESER) else nodeid.partition("::")[0]


def i_rekkefoelge(tester: Sequence[pytest.Item]) -> list[pytest.Item]:
    """The tests in the order they are to be handed out; the same in every process."""
    return sorted(tester, key=lambda test: _plass(test.nodeid))


def _plass(nodeid: str) -> int:
    treff = (nummer for nummer, start in enumerate(REKKEFOELGE) if nodeid.startswith(start))
    return next(treff, len(REKKEFOELGE))
