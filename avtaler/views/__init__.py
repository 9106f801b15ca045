"""The register's pages: one function each, in three steps: the reader's objects, the form or the read, the answer."""

from .avtalesider import avtale, deltakere, lovkrav, vedtak
from .avtaleskjema import avslutt, endre, ny
from .deltakerskjema import avslutt_deltaker, endre_deltaker, ny_deltaker
from .registersiden import register
from .raadsvedtak import registrer_raadsvedtak
from .rundedebatt import forbehandling, laas_runde, nytt_innspill, svar_innspill
from .rundehandlinger import foelge, meld_statsforvalter, minn
from .rundeoversikt import runder
from .runder import endre_runde, ny_runde, runde
from .rydding import ryddefunn, rydding
from .sletting import slett, trekk_runde
from .uttreden import angre_oppsigelse, tre_ut

__all__ = [
    "runder",
    "minn",
    "meld_statsforvalter",
    "foelge",
    "svar_innspill",
    "nytt_innspill",
    "laas_runde",
    "forbehandling",
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
