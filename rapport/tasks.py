"""The doorway from the queue: an id in, one call, nothing else."""

from celery import shared_task
from celery.signals import worker_ready

from rapport import tjenester


@shared_task(name="rapport.tasks.lag_rapport")
def lag_rapport(*, jobb_id: int) -> None:
    """Print the report of one job."""
    tjenester.kjoer_jobb(jobb_id)


@shared_task(name="rapport.tasks.finn_igjen_jobber")
def finn_igjen_jobber() -> None:
    """Send again what was lost; the clock asks for this every half minute."""
    tjenester.finn_igjen()


@worker_ready.connect
def finn_igjen_ved_oppstart(**_: object) -> None:
    """A worker that has just started looks for what an earlier one left behind."""
    finn_igjen_jobber.delay()
