"""Handing jobs to the queue. The queue only carries ids and may lose them: the rows are the truth."""

import logging
from collections.abc import Iterable

import redis
from celery import current_app
from django.utils import timezone
from redis.backoff import NoBackoff
from redis.retry import Retry

from rapport.models import Rapportjobb

logger = logging.getLogger(__name__)

#: The task by name: this room lies below rapport.tasks and does not know it.
LAG_RAPPORT = "rapport.tasks.lag_rapport"

#: The longest a reader waits to learn that the queue is away.
SEKUNDER = 2


def send(jobber: Iterable[int]) -> bool:
    """Send the jobs' ids. When the queue does not answer this is logged, and finn_igjen sends them later."""
    sendt: list[int] = []
    try:
        _krev_svar()
        for jobb_id in jobber:
            current_app.send_task(LAG_RAPPORT, kwargs={"jobb_id": jobb_id})
            sendt.append(jobb_id)
    except Exception as feil:  # whatever the transport raises: an order must never fail because the queue is away
        logger.warning("Køen svarer ikke (%s). Jobbene blir sendt når den er tilbake.", feil)
        return False
    finally:
        Rapportjobb.objects.filter(pk__in=sendt).update(sendt=timezone.now())
    return True


def _krev_svar() -> None:
    """One question without retries: Celery's own way would keep the reader waiting for seven seconds."""
    adresse = current_app.conf.broker_url.replace("redis+socket://", "unix://").replace("virtual_host=", "db=")
    with redis.Redis.from_url(
        adresse, retry=Retry(NoBackoff(), 0), socket_timeout=SEKUNDER, socket_connect_timeout=SEKUNDER
    ) as klient:
        klient.ping()
