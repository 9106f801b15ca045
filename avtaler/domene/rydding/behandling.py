"""A person's judgement laid onto a computed finding: it answers the facts it was made on, and no others."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sakstilstand(StrEnum):
    """Where a finding is."""

    AAPEN = "aapen"
    FORFALT = "forfalt"
    GJENAAPNET = "gjenaapnet"
    AVKLART = "avklart"


@dataclass(frozen=True, kw_only=True)
class Behandling:
    """What is recorded about the handling of a finding. ``avtrykk`` is of the facts that were judged."""

    eier: str = ""
    frist: date | None = None
    merknad: str = ""
    kvittert: date | None = None
    kvittert_av: str = ""
    begrunnelse: str = ""
    avtrykk: str = ""
    versjon: int = 0


INGEN = Behandling()


def tilstand(avtrykk: str, behandling: Behandling, *, dato: date) -> Sakstilstand:
    """The state of the finding with ``avtrykk`` on ``dato``.

    A sign-off holds only while the facts are those that were judged: tomorrow's change opens the finding again.
    """
    if behandling.kvittert is not None and behandling.kvittert <= dato:
        return Sakstilstand.AVKLART if behandling.avtrykk == avtrykk else Sakstilstand.GJENAAPNET
    return Sakstilstand.FORFALT if behandling.frist is not None and behandling.frist < dato else Sakstilstand.AAPEN
