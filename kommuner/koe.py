"""Handing a task to the queue by name. The queue only carries ids and may be away: the rows are the truth."""

import logging
from typing import Any

import redis
from celery import current_app
from redis.backoff import NoBackoff
from redis.retry import Retry

logger = logging.getLogger(__name__)

#: The longest a reader waits to learn that the queue is away.
SEKUNDER = 2


def send(oppgave: str, **argumenter: Any) -> bool:
    """Send the task; False when the queue does not answer, and whoever asks must do it some other way."""
    try:
        _krev_svar()
        current_app.send_task(oppgave, kwargs=argumenter)
    except Exception as feil:  # whatever the transport raises: nobody's work fails because the queue is away
        logger.warning("Køen svarer ikke (%s).", feil)
        return False
    return True


def _krev_svar() -> None:
    """One question without retries: Celery's own way would keep the reader waiting for seven seconds."""
    adresse = current_app.conf.broker_url.replace("redis+socket://", "unix://").replace("virtual_host=", "db=")
    with redis.Redis.from_url(
        adresse, retry=Retry(NoBackoff(), 0), socket_timeout=SEKUNDER, socket_connect_timeout=SEKUNDER
    ) as klient:
        klient.ping()
