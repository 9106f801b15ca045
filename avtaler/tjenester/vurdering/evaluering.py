"""An agreement that has been evaluated: the next time is counted from that day (needs 4.17)."""

from datetime import date

from django.db import transaction

from avtaler.models import Avtale
from avtaler.tjenester import laast


def meld_evaluert(*, avtale_id: int, dato: date) -> Avtale:
    """Say that the agreement was evaluated on ``dato``. Raises Avvist when it is gone."""
    with transaction.atomic():
        avtale = laast(Avtale, avtale_id, None)
        avtale.sist_evaluert = dato
        avtale.save()
    return avtale
