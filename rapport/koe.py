"""Handing jobs to the queue. The queue only carries ids and may lose them: the rows are the truth."""

import logging
from collections.abc import Iterable

from celery import current_app
from django.utils import timezone

from rapport.models import Rapportjobb

logger = logging.getLogger(__name__)

#: The tasks by name: this room lies below rapport.tasks and does not know it.
LAG_RAPPORT = "rapport.tasks.lag_rapport"


def send(jobber: Iterable[int]) -> bool:
    """Send the jobs' ids. When the queue does not answer this is logged, and finn_igjen sends them later."""
    sendt: list[int] = []
    try:
        for jobb_id in jobber:
            current_app.send_task(LAG_RAPPORT, kwargs={"jobb_id": jobb_id})
            sendt.append(jobb_id)
    except Exception:  # whatever the transport raises: an order must never fail because the queue is away
        logger.warning("Køen svarer ikke; jobbene blir sendt når den er tilbake.", exc_info=True)
        return False
    finally:
        Rapportjobb.objects.filter(pk__in=sendt).update(sendt=timezone.now())
    return True
