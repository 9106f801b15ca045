"""The wiring: loads the Celery application with Django, so that a task sent from a page finds its broker."""

from django.apps import AppConfig


class SamarbeidConfig(AppConfig):
    name = "samarbeid"

    def ready(self) -> None:
        from samarbeid import celery  # noqa: F401 -- registers the app as Celery's default
