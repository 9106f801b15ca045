"""Meetings: many at once, and taking one away."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.models import Moete, Organ
from avtaler.tjenester.avvisning import Avvist
from avtaler.tjenester.laas import laast


@transaction.atomic
def opprett_serie(organ: Organ, datoer: Iterable[date], felt: Mapping[str, Any]) -> list[Moete]:
    """Plan a meeting of the organ on each of the days (needs 4.19). Raises Avvist when there are none."""
    moeter = [Moete.objects.create(organ=organ, dato=dato, **felt) for dato in datoer]
    if not moeter:
        raise Avvist(_("Velg minst én dato."))
    return moeter


@transaction.atomic
def slett_moete(moete_id: int, versjon: int | None = None) -> None:
    """Take a meeting away with its agenda. Raises Avvist when something has been decided in it, and Konflikt."""
    moete = laast(Moete, moete_id, versjon)
    if moete.saker.exclude(vedtak="").exists():
        raise Avvist(_("Møtet har gjort vedtak og kan ikke slettes."))
    moete.delete()
