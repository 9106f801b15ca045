"""The cost room's pages: one function each, in three steps: the reader's objects, the form or the read, the answer."""

from .avtaleside import avtale
from .budsjettskjema import budsjett, nytt_budsjett
from .fordelinger import fordeling, fordeling_data
from .forslag import forslag, vedta
from .noekkelskjema import ny_noekkel

__all__ = [
    "avtale",
    "budsjett",
    "fordeling",
    "fordeling_data",
    "forslag",
    "ny_noekkel",
    "nytt_budsjett",
    "vedta",
]
