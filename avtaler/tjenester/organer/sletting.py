"""Deleting an organ: only one that should not have been entered. One that has been in use is ended instead."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.models import Moete, Moetesak, Moetestatus, Organ, Verv
from avtaler.tjenester.avvisning import Avvist
from avtaler.tjenester.laas import laast
from avtaler.tjenester.rad import slett_rad


@transaction.atomic
def slett_organ(organ_id: int, versjon: int | None = None, *, idag: date) -> None:
    """Delete the organ with the meetings planned for it. Raises Konflikt, and Avvist when it has been in use."""
    organ = laast(Organ, organ_id, versjon)
    for rader in (Moete.objects.filter(organ=organ), Moetesak.objects.filter(moete__organ=organ)):
        list(rader.select_for_update(of=("self",)).order_by("pk"))
    if setning := hinder_for_organsletting(organ, idag=idag):
        raise Avvist(setning)
    slett_rad(Organ, organ_id)


def hinder_for_organsletting(organ: Organ, *, idag: date) -> str:
    """Why the organ cannot be deleted; empty when it can. Three queries at most."""
    if Moetesak.objects.filter(moete__organ=organ).exclude(vedtak="").exists():
        return _("Organet har gjort vedtak. Sett siste dag for organet i stedet, så står møtene igjen.")
    if Moete.objects.filter(organ=organ, status=Moetestatus.HOLDT).exists():
        return _("Organet har holdt møter. Sett siste dag for organet i stedet, så står møtene igjen.")
    if Verv.objects.filter(organ=organ, fra__lt=idag).exists():
        return _(
            "Noen har eller har hatt verv i organet. Sett siste dag for organet i stedet, så ser vi fortsatt hvem som "
            "satt der. Er vervene ført inn ved en feil, slett dem først."
        )
    return ""
