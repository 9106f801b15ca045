"""Recording a council's answer while somebody else has hold of its round."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import OperationalError, connection, transaction

from avtaler.models import Raadsvedtak, Runde
from avtaler.tjenester import registrer_vedtak
from tests.fabrikker import lag_avtale, lag_kommune, lag_runde

pytestmark = pytest.mark.django_db(transaction=True)


def _svar_uten_aa_vente(vedtak_id: int) -> str:
    """Record an answer in a connection of its own, which gives up at once; what the row's status is asked to be."""
    try:
        with connection.cursor() as peker:
            peker.execute("SET lock_timeout = '200ms'")
        return registrer_vedtak(vedtak_id=vedtak_id, versjon=None, status="likelydende", dato=date(2026, 10, 1)).status
    finally:
        connection.close()


def test_answer_waits_while_the_round_is_being_taken_back():
    vedtak = lag_runde(lag_avtale(kommuner=[lag_kommune("Os")])).vedtak.get()
    with ThreadPoolExecutor(1) as traad, transaction.atomic():
        Runde.objects.select_for_update().get(pk=vedtak.runde_id)
        with pytest.raises(OperationalError, match="lock timeout"):
            traad.submit(_svar_uten_aa_vente, vedtak.pk).result(timeout=30)
    assert Raadsvedtak.objects.get().status != "likelydende"
    with ThreadPoolExecutor(1) as traad:
        assert traad.submit(_svar_uten_aa_vente, vedtak.pk).result(timeout=30) == "likelydende"
