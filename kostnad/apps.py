"""What the cooperation costs and who pays: keys, budgets and exact, explained splits."""

from django.apps import AppConfig


class KostnadConfig(AppConfig):
    name = "kostnad"
    verbose_name = "Kostnad"
