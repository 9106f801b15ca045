"""``manage.py ny_bruker``: an account with one role. The person chooses a password through «Nytt passord»."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from kommuner.foresporsel import idag
from kommuner.models import Bruker, Part, Region, Rolle, Tilgang


class Command(BaseCommand):
    help = "Make an account with a role at a region or a municipality, or give an existing account one more role."

    def add_arguments(self, parser):
        parser.add_argument("epost")
        parser.add_argument("rolle", choices=Rolle.values)
        parser.add_argument("--navn", default="")
        parser.add_argument("--region", help="slug of the region (koordinator, sekretaer)")
        parser.add_argument("--kommune", help="municipality number (politiker, sekretaer, rapportoer, innsyn)")
        parser.add_argument("--maalform", choices=["nb", "nn"], default="nb")

    @transaction.atomic
    def handle(self, *args, epost, rolle, navn, region, kommune, maalform, **options):
        bruker = Bruker.objects.filter(email__iexact=epost).first() or _ny(epost, navn, maalform)
        try:
            with transaction.atomic():
                Tilgang.objects.create(
                    bruker=bruker, rolle=rolle, region=_region(region), part=_kommune(kommune), fra=idag()
                )
        except IntegrityError:
            raise CommandError(f"{rolle} needs --region or --kommune, the one that fits the role.") from None
        self.stdout.write(f"{bruker.email}: {rolle}. Password: the person asks for a new one on the login page.")


def _ny(epost: str, navn: str, maalform: str) -> Bruker:
    try:
        validate_email(epost)
    except ValidationError:
        raise CommandError(f"{epost} is not an e-mail address.") from None
    return Bruker.objects.create_user(epost, navn=navn or epost, maalform=maalform)


def _region(slug: str | None) -> Region | None:
    if slug is None:
        return None
    try:
        return Region.objects.get(slug=slug)
    except Region.DoesNotExist:
        kjente = ", ".join(Region.objects.values_list("slug", flat=True))
        raise CommandError(f"No region is called {slug}. There are: {kjente}") from None


def _kommune(nummer: str | None) -> Part | None:
    if nummer is None:
        return None
    part = Part.objects.kommuner().gjeldende(idag()).filter(nummer=nummer).first()
    if part is None:
        raise CommandError(f"No municipality has number {nummer} today.")
    return part
