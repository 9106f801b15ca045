"""What the councils are asked, whether they must say it in the same words, and what follows when they have.

The kinds and their paragraphs are data (`avtaler/regler/runder.yaml`); the same kind can be another in another form.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from avtaler.domene.hjemmel import Hjemmel
from avtaler.domene.tekst import Tekst


class Samsvarskrav(StrEnum):
    """How the councils' answers must fit each other."""

    LIKELYDENDE = "likelydende"  # every council adopts the same words
    EGET_VEDTAK = "eget_vedtak"  # every council asked decides for itself, in words of its own
    BEHANDLING = "behandling"  # every council treats the case, with or without remarks


class Spoerres(StrEnum):
    """Which councils are asked."""

    DELTAKERNE = "deltakerne"
    DELTAKERNE_OG_PARTEN = "deltakerne_og_parten"  # those who are in, and the one who is to join
    PARTEN = "parten"  # only the one who leaves
    SAMARBEIDSKOMMUNENE = "samarbeidskommunene"  # all but the host


class Foelge(StrEnum):
    """An act that a finished round opens for; a person does it."""

    AVTALEN_GJELDER = "avtalen_gjelder"
    VERSJONEN_GJELDER = "versjonen_gjelder"
    UTENFOR = "utenfor"
    MELD_INN = "meld_inn"
    MELD_UT = "meld_ut"
    OMDANN = "omdann"
    AVSLUTT = "avslutt"


@dataclass(frozen=True, kw_only=True)
class Rundeart:
    """One kind of round in one form of cooperation. No `hjemmel`: practice or the agreement, not the law."""

    slag: str
    krav: Samsvarskrav
    spoerres: Spoerres
    tekst: Tekst
    hjemmel: Hjemmel | None
    foelger: tuple[Foelge, ...]
    forbehandles: bool


@dataclass(frozen=True, kw_only=True)
class Runderegel:
    """A kind for the forms it names; without any, for those no other rule of the kind names."""

    former: tuple[str, ...]
    art: Rundeart


Runderegler = Mapping[str, tuple[Runderegel, ...]]


def rundeart(regler: Runderegler, slag: str, form: str) -> Rundeart:
    """The kind `slag` in the form: the rule that names the form, otherwise the general one. LookupError without."""
    egne = (regel.art for regel in regler[slag] if form in regel.former)
    vanlige = (regel.art for regel in regler[slag] if not regel.former)
    for art in (*egne, *vanlige):
        return art
    raise LookupError(f"{slag} has no rule for {form}.")
