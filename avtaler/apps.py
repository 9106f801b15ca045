"""The register: agreements, who takes part, the law as data, and what the councils decide."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AvtalerConfig(AppConfig):
    name = "avtaler"
    verbose_name = "Avtaler"

    def ready(self) -> None:
        from avtaler import checks  # noqa: F401 -- registers the checks of the rules
        from avtaler.oppgaver import last_oppgaver

        post_migrate.connect(last_oppgaver, sender=self)
