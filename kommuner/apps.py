"""Ground floor: the parties, their reforms and statistics, the regions, and who may see what."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from kommuner.hvem import foelg_med


class KommunerConfig(AppConfig):
    name = "kommuner"
    verbose_name = "Kommuner og tilganger"

    def ready(self) -> None:
        connection_created.connect(foelg_med)
