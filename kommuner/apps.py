"""Ground floor: the parties, their reforms and statistics, the regions, and who may see what."""

from django.apps import AppConfig


class KommunerConfig(AppConfig):
    name = "kommuner"
    verbose_name = "Kommuner og tilganger"
