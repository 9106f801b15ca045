"""The doorway from the queue: a day in, one call, nothing else."""

from datetime import date

from celery import shared_task

from avtaler import tjenester
from kommuner.foresporsel import idag


@shared_task(name="avtaler.tasks.minn_om_vedtak")
def minn_om_vedtak(*, dato: str = "") -> None:
    """Remind the councils whose reminder is due on ``dato`` (ISO; today when left out). Running twice sends once."""
    tjenester.minn_alle(dato=date.fromisoformat(dato) if dato else idag())
