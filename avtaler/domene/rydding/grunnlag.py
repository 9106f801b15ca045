"""The facts of one agreement that the clean-up rules ask about, beside those the law asks about."""

from dataclasses import dataclass
from datetime import date

from avtaler.domene.avtalegrunnlag import Avtalegrunnlag


@dataclass(frozen=True, kw_only=True)
class Ryddegrunnlag:
    """What is recorded on a date. ``None`` means "not recorded"; names are as they were on that date."""

    avtale: Avtalegrunnlag
    registrert: date
    """When the agreement was entered: nobody is asked to confirm what was typed yesterday."""
    andre_deltakere: int = 0
    har_avtaledokument: bool = False
    har_dataeier: bool = False
    bekreftet: date | None = None
    evalueres_hvert_aar: int | None = None
    sist_evaluert: date | None = None
    siste_hendelse: date | None = None
    """The newest thing that has happened in the cooperation: a decision, a wording, somebody in or out, a budget."""
    har_etterfoelger: bool = False
    like: tuple[str, ...] = ()
    """Other agreements in force that look like the same one."""
    opphoerte: tuple[str, ...] = ()
    """Participants whose municipality no longer exists."""
    sene_raad: tuple[str, ...] = ()
    """Councils that have not decided although the window has closed."""
