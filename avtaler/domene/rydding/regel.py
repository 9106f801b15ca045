"""What a rule of the clean-up list says: how much it matters, in which words, and where it is put right."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from avtaler.domene.tekst import Tekst


class Alvor(StrEnum):
    """How much a finding matters; the first is the gravest."""

    HASTER = "haster"  # the law demands it, or a deadline has passed
    BOER = "boer"  # the register cannot be trusted without it
    KAN_VENTE = "kan_vente"


class Sted(StrEnum):
    """The tab of the agreement where the finding is put right."""

    SKJEMA = "skjema"
    DELTAKERE = "deltakere"
    DOKUMENTER = "dokumenter"
    KOSTNAD = "kostnad"
    LOVKRAV = "lovkrav"
    VEDTAK = "vedtak"
    OM = "om"
    REFORM = "reform"  # the page of reforms, which is not the agreement's own


@dataclass(frozen=True)
class Rydderegel:
    """One rule. ``tekst`` is None for a rule that speaks with the law's own finding."""

    kode: str
    alvor: Alvor
    sted: Sted
    tittel: Tekst
    tekst: Tekst | None
    tiltak: Tekst


#: The rules by code, gravest first, as the list shows them.
Rydderegler = Mapping[str, Rydderegel]
