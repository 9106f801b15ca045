"""``manage.py last_demodata``: six real regions and a login for every role. For trying, never for a real site."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from kommuner.tjenester import last_referansedata
from rapport.demodata import REGIONER
from rapport.demodata.aarshjul import last_aarshjul
from rapport.demodata.avtaletekster import last_avtaletekster
from rapport.demodata.brukere import PASSORD, last_brukere
from rapport.demodata.deler import fordel_dataeiere
from rapport.demodata.ideer import last_ideer
from rapport.demodata.moeter import last_moeter
from rapport.demodata.organer import last_organer
from rapport.demodata.prosjekter import last_prosjekter
from rapport.demodata.prosjektoekonomi import last_prosjektoekonomi
from rapport.demodata.regioner import last_region
from rapport.demodata.runder import fordel_ansvar
from rapport.demodata.saertrekk import last_saertrekk
from rapport.demodata.strategi import last_strategi
from rapport.demodata.vurdering import last_vurdering


class Command(BaseCommand):
    help = "Load the demonstration data and print the demo logins (idempotent)."

    def add_arguments(self, parser):
        parser.add_argument("--likevel", action="store_true", help="Load on a machine that is not a person's own.")

    def handle(self, *args, likevel, **options):
        if not (settings.LOKAL or settings.TEST or likevel):
            raise CommandError(
                "The demo passwords are public: only loaded on a person's own machine. Say --likevel to do it."
            )
        last_referansedata()
        for filnavn in REGIONER:
            last_region(filnavn)
        last_avtaletekster()
        brukere = last_brukere()
        fordel_ansvar()
        fordel_dataeiere()
        last_aarshjul()
        last_prosjekter()
        last_prosjektoekonomi()
        last_saertrekk()
        last_strategi()
        last_organer()
        last_moeter()
        last_ideer()
        last_vurdering()
        bredde = max(len(bruker.email) for bruker in brukere)
        self.stdout.write(f"Demo logins, all with the password {PASSORD}")
        for bruker in brukere:
            self.stdout.write(f"  {bruker.email:<{bredde}}  {bruker.navn}")
