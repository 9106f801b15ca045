"""What the clock asks of the ground floor each night."""

import logging

from celery import shared_task

from kommuner import innsending
from kommuner.kjede import brudd_i_kjedene, brudd_mot_tabellene, fingeravtrykk

logg = logging.getLogger(__name__)


@shared_task(name="kommuner.tasks.verifiser_historikk")
def verifiser_historikk() -> None:
    """Reckon the change log again; the line in the log is what a later check is held against."""
    for brudd in [*brudd_i_kjedene(), *brudd_mot_tabellene()]:
        logg.error("historikken er endret: %s", brudd)
    avtrykk = fingeravtrykk()
    logg.info("historikk til nr. %s: %s hendelser, %s", avtrykk.til, avtrykk.antall, avtrykk.sha256)


@shared_task(name="kommuner.tasks.glem_innsendinger")
def glem_innsendinger() -> None:
    """Forget which forms were sent some days ago."""
    innsending.glem_gamle()
