"""The register's pages: one function each, in three steps: the reader's objects, the form or the read, the answer."""

from .avtalesider import avtale, deltakere, lovkrav, vedtak
from .avtaleskjema import avslutt, endre, ny
from .deltakerskjema import avslutt_deltaker, endre_deltaker, ny_deltaker
from .dokumenter import bibliotek, dokument, dokumenter, dokumentfil
from .dokumentskjema import endre_dokument, nytt_dokument, slett_dokument
from .historikk import endringslogg, historikk
from .omdanning import gjennomgaa, omdann, omdanning_i_kraft
from .raadsvedtak import registrer_raadsvedtak
from .reformer import reform, reformer
from .registersiden import register
from .rundedebatt import forbehandling, laas_runde, nytt_innspill, svar_innspill
from .rundehandlinger import foelge, meld_statsforvalter, minn
from .rundeoversikt import runder
from .runder import endre_runde, ny_runde, runde
from .rydding import ryddefunn, rydding
from .sammenheng import sammenheng
from .sletting import slett, trekk_runde
from .uttreden import angre_oppsigelse, tre_ut
from .versjoner import sammenlign, versjon, versjoner
from .versjonsskjema import endre_versjon, ny_versjon, sett_i_kraft, slett_versjon

__all__ = [
    "angre_oppsigelse",
    "avslutt",
    "avslutt_deltaker",
    "avtale",
    "bibliotek",
    "deltakere",
    "dokument",
    "dokumenter",
    "dokumentfil",
    "endre",
    "endre_deltaker",
    "endre_dokument",
    "endre_runde",
    "endre_versjon",
    "endringslogg",
    "foelge",
    "forbehandling",
    "gjennomgaa",
    "historikk",
    "laas_runde",
    "lovkrav",
    "meld_statsforvalter",
    "minn",
    "ny",
    "ny_deltaker",
    "ny_runde",
    "ny_versjon",
    "nytt_dokument",
    "nytt_innspill",
    "omdann",
    "omdanning_i_kraft",
    "reform",
    "reformer",
    "register",
    "registrer_raadsvedtak",
    "runde",
    "runder",
    "ryddefunn",
    "rydding",
    "sammenheng",
    "sammenlign",
    "sett_i_kraft",
    "slett",
    "slett_dokument",
    "slett_versjon",
    "svar_innspill",
    "tre_ut",
    "trekk_runde",
    "vedtak",
    "versjon",
    "versjoner",
]
