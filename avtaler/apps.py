"""The register: agreements, who takes part, the law as data, and what the councils decide."""

from django.apps import AppConfig


class AvtalerConfig(AppConfig):
    name = "avtaler"
    verbose_name = "Avtaler"

    def ready(self) -> None:
        from avtaler import checks  # noqa: F401 -- registers the checks of the rules
