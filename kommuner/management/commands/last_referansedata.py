"""``manage.py last_referansedata``: municipalities, reforms and population, as they ship with the product."""

from django.core.management.base import BaseCommand

from kommuner.tjenester import last_referansedata


class Command(BaseCommand):
    help = "Load the reference data that ships with the product (idempotent)."

    def handle(self, *args, **options):
        antall = last_referansedata()
        self.stdout.write(", ".join(f"{navn}: {tall}" for navn, tall in antall.items()))
