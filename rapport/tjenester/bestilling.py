"""Ordering reports: the content is frozen now, the printing comes later."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from django.db import transaction

from kommuner.models import Bruker, Part, Region
from kommuner.tilgang import Innsyn, med_forgjengere
from rapport import arkiv, koe
from rapport.domene import bilde
from rapport.models import Bestilling, Jobbstatus, Oeyeblikksbilde, Rapportjobb
from rapport.uttrekk import kommuneoversikt


@transaction.atomic
def bestill(
    *,
    parter: Iterable[Part],
    dato: date,
    av: Bruker | None,
    region: Region | None = None,
    maalform: str | None = None,
) -> Bestilling:
    """Order the report of each of ``parter`` as of ``dato``, in ``maalform`` or else in the municipality's own.

    The content is read with full access to that municipality, whoever orders. What is printed already is not
    printed again. The jobs are sent when the transaction is safe.
    """
    bestilling = Bestilling.objects.create(bestilt_av=av, region=region, dato=dato)
    jobber = [_jobb(part, dato, maalform or part.rapportspraak) for part in parter]
    bestilling.jobber.set(jobber)
    _send_etterpaa(jobber)
    return bestilling


@transaction.atomic
def proev_igjen(bestilling: Bestilling) -> int:
    """Put the failed jobs of the order back in the queue. Returns how many they were."""
    feilet = list(bestilling.jobber.select_for_update().filter(status=Jobbstatus.FEILET))
    for jobb in feilet:
        _tilbake_i_koe(jobb)
    _send_etterpaa(feilet)
    return len(feilet)


def _send_etterpaa(jobber: Iterable[Rapportjobb]) -> None:
    i_koe = [jobb.pk for jobb in jobber if jobb.status == Jobbstatus.KOE]
    transaction.on_commit(partial(koe.send, i_koe))


def _jobb(part: Part, dato: date, maalform: str) -> Rapportjobb:
    jobb, _ny = Rapportjobb.objects.get_or_create(
        part=part, dato=dato, maalform=maalform, bilde=_oeyeblikksbilde(part, dato, maalform)
    )
    if jobb.status == Jobbstatus.FEILET or _er_borte(jobb):
        _tilbake_i_koe(jobb)
    return jobb


def _oeyeblikksbilde(part: Part, dato: date, maalform: str) -> Oeyeblikksbilde:
    alt = Innsyn(parter=med_forgjengere(frozenset({part.pk})))
    innhold = bilde.til_json(kommuneoversikt(part, dato=dato, maalform=maalform, innsyn=alt))
    rad, _ny = Oeyeblikksbilde.objects.get_or_create(sha256=bilde.sha256(innhold), defaults={"innhold": innhold})
    return rad


def _er_borte(jobb: Rapportjobb) -> bool:
    """Printed once, but a file is no longer on the disk."""
    if jobb.status != Jobbstatus.FERDIG:
        return False
    return not (arkiv.finnes(jobb.pdf_sha256, "pdf") and arkiv.finnes(jobb.html_sha256, "html"))


def _tilbake_i_koe(jobb: Rapportjobb) -> None:
    jobb.status, jobb.forsoek, jobb.feilmelding = Jobbstatus.KOE, 0, ""
    jobb.laast_til = jobb.sendt = jobb.ferdig = None
    jobb.save(update_fields=["status", "forsoek", "feilmelding", "laast_til", "sendt", "ferdig"])
