"""The yearly confirmation: one who keeps the agreement has looked, and says that the data are right."""

from datetime import date

from django.db import transaction

from avtaler.models import Avtale
from avtaler.uttrekk.bekreftelsesavtrykk import bekreftelsesavtrykk
from kommuner.models import Bruker

from .avvisning import Konflikt
from .laas import laast


@transaction.atomic
def bekreft_avtale(*, avtale_id: int, lest: str, av: Bruker, dato: date) -> Avtale:
    """Record that ``av`` confirmed on ``dato`` what was read with the fingerprint ``lest`` (``bekreftelsesavtrykk``).

    Raises Konflikt when the agreement, a participation or a place has changed since. The version is not raised:
    nothing that somebody else may be editing has changed.
    """
    avtale = laast(Avtale, avtale_id, None)
    avtale.versjon -= 1
    if bekreftelsesavtrykk(avtale) != lest:
        raise Konflikt(avtale)
    avtale.bekreftet_dato, avtale.bekreftet_av = dato, av
    avtale.save(update_fields=["bekreftet_dato", "bekreftet_av"])
    return avtale
