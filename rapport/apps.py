"""What leaves the house: the municipality's overview and the ownership report, on screen and on paper."""

from django.apps import AppConfig


class RapportConfig(AppConfig):
    name = "rapport"
    verbose_name = "Rapporter"
