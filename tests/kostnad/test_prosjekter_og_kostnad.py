"""The common cost follows fixed criteria, whichever projects a municipality is in (needs 2.9)."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from avtaler.models import Avtale
from avtaler.tjenester.prosjekter.deltakelse import bli_med, gaa_ut
from kostnad.uttrekk import forslag
from tests.fabrikker import START
from tests.fabrikker_prosjekter import lag_prosjekt
from tests.kostnad.fabrikker_kostnad import HALVT, lag_delt_avtale

pytestmark = pytest.mark.django_db

KOMMUNER = 4
#: For each project: who joins, in how many hours' worth of work, and who of them leaves again.
PROSJEKTER = st.lists(
    st.tuples(
        st.sets(st.integers(0, KOMMUNER - 1), min_size=1), st.integers(0, 5000), st.sets(st.integers(0, KOMMUNER - 1))
    ),
    max_size=4,
)


@pytest.fixture
def avtale() -> Avtale:
    return lag_delt_avtale(1200, 3400, 560, 8900, steg=HALVT, beloep=620_000)


def _deler(avtale: Avtale) -> object:
    return forslag(avtale.budsjetter.get()).resultat


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(prosjekter=PROSJEKTER)
def test_split_is_the_same_whoever_joins_or_leaves_which_projects(avtale, prosjekter):
    foer = _deler(avtale)
    assert foer.sum_oere == 620_000_00
    parter = [rad.part for rad in avtale.deltakelser.all()]
    with transaction.atomic():
        for med, timer, ut in prosjekter:
            prosjekt = lag_prosjekt(avtale)
            bli_med(prosjekt.pk, parter=[parter[i] for i in med], fra=START, egeninnsats_timer=timer)
            for i in ut:
                gaa_ut(prosjekt, parter[i].pk, dato=START + timedelta(days=30))
        etter = _deler(avtale)
        transaction.set_rollback(True)
    assert etter == foer
