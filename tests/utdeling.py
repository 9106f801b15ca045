"""How the tests are shared out among processes: what is dear to make is made in one of them only.

pytest-xdist's own ``--dist loadgroup`` writes its mark in the node id, which pytest 9.2 no longer reads; a scheduler of
one's own is its documented way.
"""

from xdist.scheduler import LoadScopeScheduling

from .rekkefoelge import NETTLESER


class Fordeler(LoadScopeScheduling):
    """One file at a time to each process; the browser tests share a site, and so a process."""

    def _split_scope(self, nodeid: str) -> str:
        return NETTLESER if nodeid.startswith(NETTLESER) else nodeid.partition("::")[0]
