"""The yearly confirmation: one who keeps the agreement has looked, and says that the data are right."""

from datetime import date

from django.db import transaction

from avtaler.models import Avtale
from kommuner.models import Bruker

from .laas import laast


@transaction.atomic
def bekreft_avtale(*, avtale_id: int, versjon: int, av: Bruker, dato: date) -> Avtale:
    """Record that ``av`` confirmed on ``dato`` what was read as ``versjon``. Raises Konflikt when it has changed since.

    The version is not raised: nothing that somebody else may be editing has changed.
    """
    avtale = laast(Avtale, avtale_id, versjon)
    avtale.bekreftet_dato, avtale.bekreftet_av = dato, av
    avtale.save(update_fields=["bekreftet_dato", "bekreftet_av"])
    avtale.versjon = versjon
    return avtale
