"""Printing one report: take the job, print its frozen content, store the files. Running it twice changes nothing."""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from rapport import arkiv
from rapport.domene import bilde
from rapport.models import Jobbstatus, Rapportjobb
from rapport.press import html_for, pdf_for

logger = logging.getLogger(__name__)

MAKS_FORSOEK = 3


def kjoer_jobb(jobb_id: int) -> None:
    """Print the report of the job, unless it is done, given up, or in the hands of another worker.

    A failure is written on the row, which goes back in the queue until it has been tried MAKS_FORSOEK times.
    """
    jobb = _ta(jobb_id)
    if jobb is None:
        return
    try:
        filer = _trykk(jobb)
    except Exception as feil:  # whatever went wrong belongs to this job, and must not stop the worker
        logger.exception("Rapportjobb %s: forsøk %s mislyktes.", jobb.pk, jobb.forsoek)
        _mislyktes(jobb, feil)
    else:
        _ferdig(jobb, **filer)


@transaction.atomic
def _ta(jobb_id: int) -> Rapportjobb | None:
    """Mark the job as ours for a while. An attempt counts when it begins: a job that kills its worker counts too."""
    ledige = Rapportjobb.objects.select_for_update(skip_locked=True, of=("self",)).select_related("bilde")
    jobb = ledige.filter(pk=jobb_id).first()
    if jobb is None or not _kan_tas(jobb):
        return None
    if jobb.forsoek >= MAKS_FORSOEK:
        _gi_opp(jobb)
        return None
    jobb.forsoek += 1
    jobb.status = Jobbstatus.KJOERER
    jobb.laast_til = timezone.now() + timedelta(seconds=settings.RAPPORT_LAAS_SEKUNDER)
    jobb.save(update_fields=["forsoek", "status", "laast_til"])
    return jobb


def _kan_tas(jobb: Rapportjobb) -> bool:
    if jobb.status == Jobbstatus.KJOERER:
        return jobb.laast_til is None or jobb.laast_til <= timezone.now()
    return jobb.status == Jobbstatus.KOE


def _gi_opp(jobb: Rapportjobb) -> None:
    jobb.status, jobb.laast_til = Jobbstatus.FEILET, None
    jobb.feilmelding = jobb.feilmelding or _("Arbeidet ble avbrutt hver gang det ble forsøkt.")
    jobb.save(update_fields=["status", "laast_til", "feilmelding"])


def _trykk(jobb: Rapportjobb) -> dict[str, str | int]:
    oversikt = bilde.fra_json(jobb.bilde.innhold)
    html, pdf = html_for(oversikt).encode(), pdf_for(oversikt)
    return {
        "html_sha256": arkiv.lagre(html, "html"),
        "pdf_sha256": arkiv.lagre(pdf, "pdf"),
        "pdf_byte": len(pdf),
    }


def _ferdig(jobb: Rapportjobb, **filer: str | int) -> None:
    """Done exactly once, though two workers should come to the end: the first one's time stands."""
    Rapportjobb.objects.filter(pk=jobb.pk).exclude(status=Jobbstatus.FERDIG).update(
        status=Jobbstatus.FERDIG, ferdig=timezone.now(), laast_til=None, feilmelding="", **filer
    )


def _mislyktes(jobb: Rapportjobb, feil: Exception) -> None:
    """Back in the queue, or given up. The empty ``sendt`` lets finn_igjen send it at its next round."""
    status = Jobbstatus.FEILET if jobb.forsoek >= MAKS_FORSOEK else Jobbstatus.KOE
    Rapportjobb.objects.filter(pk=jobb.pk, status=Jobbstatus.KJOERER, forsoek=jobb.forsoek).update(
        status=status, laast_til=None, sendt=None, feilmelding=f"{type(feil).__name__}: {feil}"[:500]
    )
