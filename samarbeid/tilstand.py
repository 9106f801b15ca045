"""The health of what the site stands on: database, broker, and how long the oldest report job has waited."""

from datetime import timedelta

from django.db import DatabaseError
from django.utils import timezone
from kombu.exceptions import OperationalError

from rapport.models import Jobbstatus, Rapportjobb
from samarbeid.celery import app

LENGSTE_KOE = timedelta(minutes=10)


def tilstand() -> dict[str, bool | int | None]:
    """``koe_sekunder`` is the age of the oldest waiting job, 0 when none waits, None when the database is silent.

    A silent broker does not stop the pages: jobs wait in the database until it is back.
    """
    alder = koealder()
    return {
        "database": alder is not None,
        "megler": megler_svarer(),
        "koe": alder is not None and alder < LENGSTE_KOE,
        "koe_sekunder": None if alder is None else int(alder.total_seconds()),
    }


def koealder() -> timedelta | None:
    """How long the oldest unfinished job has waited; None when the database does not answer."""
    venter = Rapportjobb.objects.filter(status__in=[Jobbstatus.KOE, Jobbstatus.KJOERER])
    try:
        eldste = venter.order_by("opprettet").values_list("opprettet", flat=True).first()
    except DatabaseError:
        return None
    return timezone.now() - eldste if eldste else timedelta(0)


def megler_svarer(adresse: str | None = None) -> bool:
    """Whether the broker (the one in settings, unless ``adresse`` says another) takes a connection in two seconds."""
    try:
        with app.connection_for_write(adresse, connect_timeout=2) as forbindelse:
            forbindelse.ensure_connection(max_retries=0, timeout=2)
    except (OperationalError, OSError):
        return False
    return True
