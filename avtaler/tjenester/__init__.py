"""Writes to the register: verbs of the trade, one transaction each. Views, imports and demo data all come this way.

A refused act raises :class:`Avvist` with a sentence for the user; a change made on top of somebody else's raises
:class:`Konflikt` with what is stored. Nothing else is raised for what a person can type.
"""

from .avtale import avslutt_avtale, endre_avtale, knytt, registrer_avtale
from .avvisning import Avvist, Konflikt
from .bekreftelse import bekreft_avtale
from .deloppgave import (
    endre_deloppgave,
    endre_deloppgavedeltakelse,
    fjern_deloppgavedeltakelse,
    la_delta,
    opprett_deloppgave,
)
from .deltakelse import avtrykk, endre_deltakelse, meld_inn, meld_inn_ny_part, meld_ut
from .innspill import gi_innspill, svar_paa_innspill
from .laas import laast
from .paaminnelse import Utsending, minn_alle, minn_runde
from .raadsvedtak import registrer_vedtak
from .runde import MED_RAAD, Punkttekst, endre_runde, er_laast, hinder_for_trekking, start_runde, trekk_runde
from .rundefoelger import gjoer_foelge
from .sletting import hinder_for_sletting, slett_utkast
from .statsmelding import foer_inn_statsmelding
from .sted import endre_sted, registrer_sted
from .utsending import foer_inn_forbehandling, hinder_for_laasing, laas_og_send

__all__ = [
    "MED_RAAD",
    "Avvist",
    "Konflikt",
    "Punkttekst",
    "Utsending",
    "avslutt_avtale",
    "avtrykk",
    "bekreft_avtale",
    "endre_avtale",
    "endre_deloppgave",
    "endre_deloppgavedeltakelse",
    "endre_deltakelse",
    "endre_runde",
    "endre_sted",
    "er_laast",
    "fjern_deloppgavedeltakelse",
    "foer_inn_forbehandling",
    "foer_inn_statsmelding",
    "gi_innspill",
    "gjoer_foelge",
    "hinder_for_laasing",
    "hinder_for_sletting",
    "hinder_for_trekking",
    "knytt",
    "la_delta",
    "laas_og_send",
    "laast",
    "meld_inn",
    "meld_inn_ny_part",
    "meld_ut",
    "minn_alle",
    "minn_runde",
    "opprett_deloppgave",
    "registrer_avtale",
    "registrer_sted",
    "registrer_vedtak",
    "slett_utkast",
    "start_runde",
    "svar_paa_innspill",
    "trekk_runde",
]
