"""The doorway from the queue."""

import pytest
from celery import current_app

from rapport import koe
from rapport.models import Jobbstatus
from rapport.tasks import finn_igjen_jobber, lag_rapport
from rapport.tjenester import bestill
from tests.rapport.sogn import DATO, lag_sogn


@pytest.mark.django_db
@pytest.mark.usefixtures("filmappe")
def test_lag_rapport_prints_the_job_with_this_id():
    jobb = bestill(parter=[lag_sogn().vik], dato=DATO, av=None).jobber.get()
    lag_rapport(jobb_id=jobb.pk)
    jobb.refresh_from_db()
    assert jobb.status == Jobbstatus.FERDIG


def test_lag_rapport_takes_the_id_only_by_name():
    with pytest.raises(TypeError, match="positional"):
        lag_rapport(1)


def test_the_names_that_others_send_are_the_tasks_names():
    planlagt = [oppgave["task"] for oppgave in current_app.conf.beat_schedule.values()]
    current_app.loader.import_default_modules()
    assert finn_igjen_jobber.name in planlagt
    assert set(planlagt) <= set(current_app.tasks)
    assert lag_rapport.name == koe.LAG_RAPPORT
