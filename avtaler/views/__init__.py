"""The register's pages: one function each, in three steps: the reader's objects, the form or the read, the answer."""

from .avtalesider import avtale, deltakere, lovkrav, vedtak
from .avtaleskjema import avslutt, endre, ny
from .deltakerskjema import avslutt_deltaker, endre_deltaker, ny_deltaker
from .registersiden import register
from .runder import endre_runde, ny_runde, registrer_raadsvedtak, runde
from .rydding import ryddefunn, rydding
from .sletting import slett, trekk_runde
from .uttreden import angre_oppsigelse, tre_ut

__all__ = [
    "angre_oppsigelse",
    "avslutt",
    "avslutt_deltaker",
    "avtale",
    "deltakere",
    "endre",
    "endre_deltaker",
    "endre_runde",
    "lovkrav",
    "ny",
    "ny_deltaker",
    "ny_runde",
    "register",
    "registrer_raadsvedtak",
    "runde",
    "ryddefunn",
    "rydding",
    "slett",
    "tre_ut",
    "trekk_runde",
    "vedtak",
]
