"""``manage.py verifiser_historikk``: whether anybody has tampered with the change log."""

from django.core.management.base import BaseCommand, CommandError

from kommuner.kjede import brudd_i_kjedene, brudd_mot_tabellene, fingeravtrykk


class Command(BaseCommand):
    help = "Reckon every hash of the change log again. Exit code 1 and the objects' names when something was changed."

    def add_arguments(self, parser):
        parser.add_argument("--tabeller", action="store_true", help="also compare the tables with what the log says")
        parser.add_argument("--til", type=int, help="the fingerprint of all events up to this number, as logged before")

    def handle(self, *args, tabeller, til, **options):
        brudd = brudd_i_kjedene() + (list(brudd_mot_tabellene()) if tabeller else [])
        if brudd:
            raise CommandError("Historikken er endret.\n" + "\n".join(str(et) for et in brudd))
        avtrykk = fingeravtrykk(til)
        self.stdout.write(f"Historikken er hel. {avtrykk.antall} hendelser til nr. {avtrykk.til}: {avtrykk.sha256}")
