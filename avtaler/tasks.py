"""The doorway from the queue: an id or a day in, one call, nothing else."""

from datetime import date

from celery import shared_task

from avtaler import tjenester
from avtaler.tjenester import innlesing, ryddetelling
from avtaler.tjenester.aarshjul.sammendrag import send_alle
from kommuner.foresporsel import idag


@shared_task(name="avtaler.tasks.minn_om_vedtak")
def minn_om_vedtak(*, dato: str = "") -> None:
    """Remind the councils whose reminder is due on ``dato`` (ISO; today when left out). Running twice sends once."""
    tjenester.minn_alle(dato=date.fromisoformat(dato) if dato else idag())


@shared_task(name="avtaler.tasks.les_liste")
def les_liste(*, innlesing_id: str) -> None:
    """Read the file of one upload. Running twice reads once."""
    innlesing.les_liste(innlesing_id)


@shared_task(name="avtaler.tasks.tell_rydding")
def tell_rydding() -> int:
    """Remember tonight how every region's clean-up list stands."""
    return ryddetelling.tell_rydding(dato=idag())


@shared_task(name="avtaler.tasks.send_sammendrag")
def send_sammendrag(*, dato: str = "") -> int:
    """Send the letters about what is coming that are due on ``dato`` (ISO; today when left out). Twice sends once."""
    return send_alle(dato=date.fromisoformat(dato) if dato else idag())
