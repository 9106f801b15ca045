"""Recording that the state has been told (koml. § 20-4(5)); until then the task stays open."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.models import Avtale

from .avvisning import Avvist
from .laas import laast


@transaction.atomic
def foer_inn_statsmelding(*, avtale_id: int, versjon: int | None, dato: date, idag: date) -> Avtale:
    """The host told the state on ``dato``. Raises Avvist for a day to come, and Konflikt."""
    if dato > idag:
        raise Avvist(_("Datoen er ikke kommet ennå. Før den inn når meldingen er sendt."), felt="dato")
    avtale = laast(Avtale, avtale_id, versjon)
    avtale.meldt_statsforvalter = dato
    avtale.save()
    return avtale
