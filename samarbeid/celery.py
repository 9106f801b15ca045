"""The Celery application; everything it needs stands in settings under CELERY_."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samarbeid.settings")

app = Celery("samarbeid")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
