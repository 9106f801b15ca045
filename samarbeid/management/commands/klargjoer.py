"""``manage.py klargjoer``: bring the database to what this version of the program expects; safe to run again."""

from argparse import ArgumentParser

from django.core.management import BaseCommand, call_command


class Command(BaseCommand):
    help = "Migrerer databasen og laster referansedata; med --demo også demodata."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--demo", action="store_true", help="last også demodata og demobrukere")

    def handle(self, *args: object, demo: bool, **options: object) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("last_referansedata", stdout=self.stdout)
        if demo:
            call_command("last_demodata", stdout=self.stdout)
