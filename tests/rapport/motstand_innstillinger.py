"""The settings of the worker in the drill: the product's own, with shorter clocks."""

import os
from pathlib import Path

from samarbeid.settings import *  # noqa: F403

MEDIA_ROOT = Path(os.environ["MEDIA_ROOT"])
RAPPORT_LAAS_SEKUNDER = 12
FINN_IGJEN_SEKUNDER = 2
CELERY_BEAT_SCHEDULE = {
    "reconcile": {"task": "rapport.tasks.finn_igjen_jobber", "schedule": 1.0, "options": {"expires": 1}}
}
