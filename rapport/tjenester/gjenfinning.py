"""Finding again what the queue or a worker lost. This alone is enough after an emptied Redis and killed workers."""

from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from rapport import koe
from rapport.models import Jobbstatus, Rapportjobb

#: The advisory lock that lets one reconciler work at a time, whoever started it.
LAAS = 4640_0001

#: So many a round, the oldest first: a long queue must not be filled with copies of itself.
HOEYST = 100


def finn_igjen() -> int:
    """Send again the jobs that have waited too long, and those whose worker is gone. Returns how many were sent."""
    with transaction.atomic():
        if not _alene():
            return 0
        tapte = list(_tapte().values_list("pk", flat=True)[:HOEYST])
        # Marked before they are sent: the next round, and another reconciler, must not send the same ones again.
        Rapportjobb.objects.filter(pk__in=tapte).update(sendt=timezone.now())
    koe.send(tapte)
    return len(tapte)


def _tapte():
    naa = timezone.now()
    foer = naa - timedelta(seconds=settings.FINN_IGJEN_SEKUNDER)
    ventet_lenge = Q(status=Jobbstatus.KOE) & (Q(sendt__isnull=True) | Q(sendt__lt=foer))
    uten_arbeider = Q(status=Jobbstatus.KJOERER, laast_til__lt=naa)
    return Rapportjobb.objects.filter(ventet_lenge | uten_arbeider).order_by("opprettet", "pk")


def _alene() -> bool:
    with connection.cursor() as peker:
        peker.execute("SELECT pg_try_advisory_xact_lock(%s)", [LAAS])
        return peker.fetchone()[0]
