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
from .laas import laast
from .runde import avtrykk_runde, endre_runde, hinder_for_endring, registrer_vedtak, start_runde, trekk_runde
from .sletting import hinder_for_sletting, slett_utkast
from .sted import endre_sted, registrer_sted

__all__ = [
    "Avvist",
    "Konflikt",
    "avslutt_avtale",
    "avtrykk",
    "avtrykk_runde",
    "bekreft_avtale",
    "endre_avtale",
    "endre_deloppgave",
    "endre_deloppgavedeltakelse",
    "endre_deltakelse",
    "endre_runde",
    "endre_sted",
    "fjern_deloppgavedeltakelse",
    "hinder_for_endring",
    "hinder_for_sletting",
    "knytt",
    "la_delta",
    "laast",
    "meld_inn",
    "meld_inn_ny_part",
    "meld_ut",
    "opprett_deloppgave",
    "registrer_avtale",
    "registrer_sted",
    "registrer_vedtak",
    "slett_utkast",
    "start_runde",
    "trekk_runde",
]
