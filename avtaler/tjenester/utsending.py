"""From debate to decision: the text is locked, and the case goes to the councils."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from avtaler.models import Runde
from avtaler.regler.runderegler import rundeart

from .avvisning import Avvist
from .laas import laast


@transaction.atomic
def laas_og_send(*, runde_id: int, versjon: int | None, dato: date) -> Runde:
    """Lock the text and the points on ``dato``; from then on the councils can answer. Raises Avvist and Konflikt."""
    runde = laast(Runde, runde_id, versjon)
    if hinder := hinder_for_laasing(runde):
        raise Avvist(hinder)
    runde.laast = dato
    runde.save()
    return runde


def hinder_for_laasing(runde: Runde) -> str:
    """Why the text cannot be locked yet, as a sentence; empty when it can. Every input has an answer first (4.22)."""
    if runde.laast is not None:
        return _("Teksten er allerede låst.")
    ubesvart = runde.innspill.filter(svar="").count()
    if ubesvart:
        return ngettext(
            "%(antall)s innspill er ikke besvart. Svar på det før teksten låses.",
            "%(antall)s innspill er ikke besvart. Svar på dem før teksten låses.",
            ubesvart,
        ) % {"antall": ubesvart}
    ulest = runde.innbyggerinnspill.filter(status="nytt").count()
    if ulest:
        return ngettext(
            "%(antall)s innspill fra en innbygger er ikke lest. Les det og svar før teksten låses.",
            "%(antall)s innspill fra innbyggere er ikke lest. Les dem og svar før teksten låses.",
            ulest,
        ) % {"antall": ulest}
    if rundeart(runde.slag, runde.avtale.form).forbehandles and runde.forbehandlet is None:
        return _("Felles formannskap skal behandle saken før rådene. Før inn møtedatoen først.")
    return ""


@transaction.atomic
def foer_inn_forbehandling(*, runde_id: int, versjon: int | None, dato: date, merknad: str) -> Runde:
    """Record the joint meeting that treats the case before the councils (needs 4.18). Raises Avvist and Konflikt."""
    runde = laast(Runde, runde_id, versjon)
    if runde.laast is not None:
        raise Avvist(_("Teksten er allerede låst."))
    runde.forbehandlet, runde.forbehandlet_merknad = dato, merknad.strip()
    runde.save()
    return runde
