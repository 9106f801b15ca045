"""The latest day a meeting may be called, and whether it was called in time (IKS-loven § 8, koml. § 11-3)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Grunnlag(StrEnum):
    """What the deadline comes from."""

    LOV = "lov"
    AVTALE = "avtale"
    RIMELIG = "rimelig"  # koml. § 11-3: in reasonable time, which is no number
    INGEN = "ingen"  # neither law nor agreement says anything
    UKJENT = "ukjent"  # the agreement says nothing, and the law has not been read for it


class Innkallingsstatus(StrEnum):
    """How the notice of a meeting stands on a date."""

    UTEN_FRIST = "uten_frist"
    I_RUTE = "i_rute"
    NAERMER_SEG = "naermer_seg"  # to be sent within a week
    FOR_SENT = "for_sent"  # not sent, and the last day has passed
    SENDT = "sendt"
    SENDT_FOR_SENT = "sendt_for_sent"
    ETTER_MOETET = "etter_moetet"  # said to be sent after the meeting itself


VARSLES_FOER = timedelta(days=7)


@dataclass(frozen=True)
class Innkallingsfrist:
    """The least number of days before the meeting and the last day to call it; both None without a number."""

    dager: int | None
    siste_dag: date | None
    grunnlag: Grunnlag


def innkallingsfrist(
    moetedato: date, *, lovens_dager: int | None, avtalens_dager: int | None, er_rimelig: bool = False,
    er_lest: bool = True,
) -> Innkallingsfrist:  # fmt: skip
    """The longer of the law's and the agreement's notice, counted in whole days back from the meeting.

    ``er_rimelig``: the law asks for reasonable notice without a number (koml. § 11-3). ``er_lest``: the law for
    such an organ has been read, so that a law without a deadline is known to have none. An agreement may lengthen the
    law's deadline, never shorten it (IKS-loven § 8: at least four weeks).
    """
    if not lovens_dager and not avtalens_dager:
        uten_tall = Grunnlag.RIMELIG if er_rimelig else Grunnlag.INGEN if er_lest else Grunnlag.UKJENT
        return Innkallingsfrist(None, None, uten_tall)
    dager = max(lovens_dager or 0, avtalens_dager or 0)
    grunnlag = Grunnlag.LOV if dager == lovens_dager else Grunnlag.AVTALE
    return Innkallingsfrist(dager, _dager_foer(moetedato, dager), grunnlag)


def innkallingsstatus(
    frist: Innkallingsfrist, *, moetedato: date, innkalt: date | None, dato: date
) -> Innkallingsstatus:
    """How the notice stands on ``dato``. A notice dated after ``dato`` is not sent yet."""
    if innkalt and innkalt <= dato:
        return _sendt(frist, moetedato, innkalt)
    if frist.siste_dag is None:
        return Innkallingsstatus.UTEN_FRIST
    if dato > frist.siste_dag:
        return Innkallingsstatus.FOR_SENT
    return Innkallingsstatus.NAERMER_SEG if frist.siste_dag - dato <= VARSLES_FOER else Innkallingsstatus.I_RUTE


def _sendt(frist: Innkallingsfrist, moetedato: date, innkalt: date) -> Innkallingsstatus:
    if innkalt > moetedato:
        return Innkallingsstatus.ETTER_MOETET
    for_sent = frist.siste_dag is not None and innkalt > frist.siste_dag
    return Innkallingsstatus.SENDT_FOR_SENT if for_sent else Innkallingsstatus.SENDT


def _dager_foer(moetedato: date, dager: int) -> date:
    """The day itself, or the first day there is when the calendar has no day so early."""
    return date.fromordinal(max(moetedato.toordinal() - dager, 1))
