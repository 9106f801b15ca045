"""The Celery application; everything it needs stands in settings under CELERY_."""

import os
from typing import Any

from celery import Celery, Task

from kommuner.hvem import som_regel_med_hvem

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samarbeid.settings")


class Oppgave(Task):
    """A task that signs what it writes in the change log."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        with som_regel_med_hvem(f"jobb {self.name}"):
            return super().__call__(*args, **kwargs)


app = Celery("samarbeid", task_cls=Oppgave)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
