"""What the cooperation costs and who pays: keys, budgets and exact, explained splits."""

from django.apps import AppConfig


class KostnadConfig(AppConfig):
    name = "kostnad"
    verbose_name = "Kostnad"

    def ready(self) -> None:
        """Tell the register below where it may ask about money."""
        from avtaler.uttrekk.oekonomifakta import meld_kilde
        from kostnad.uttrekk.fakta import Kostnadsfakta

        meld_kilde(Kostnadsfakta())
