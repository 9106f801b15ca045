"""Meetings: many at once, and taking one away."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.models import Moete, Organ
from avtaler.tjenester.avvisning import Avvist
from avtaler.tjenester.laas import laast
from avtaler.tjenester.rad import endre_rad
from avtaler.uttrekk.moeter.organet import har_aapne_moeter, organet_finnes

from .initiativ import foelg


@transaction.atomic
def opprett_serie(organ: Organ, datoer: Iterable[date], felt: Mapping[str, Any]) -> list[Moete]:
    """Plan a meeting of the organ on each of the days (needs 4.19), open where the law opens its doors.

    Raises Avvist when there are no days, and when the organ is not there on one of them.
    """
    dager = list(datoer)
    if not all(organet_finnes(organ, dag) for dag in dager):
        raise Avvist(_("Organet finnes ikke på en av dagene."))
    felt = {"er_aapent": har_aapne_moeter(organ)} | dict(felt)
    moeter = [Moete.objects.create(organ=organ, dato=dag, **felt) for dag in dager]
    if not moeter:
        raise Avvist(_("Velg minst én dato."))
    return moeter


@transaction.atomic
def endre_moete(moete_id: int, versjon: int, felt: Mapping[str, Any]) -> Moete:
    """Change a meeting read as ``versjon``. Raises Konflikt and Avvist."""
    moete = endre_rad(Moete, moete_id, versjon, felt)
    foelg(_initiativene(moete))
    return moete


@transaction.atomic
def slett_moete(moete_id: int, versjon: int | None = None) -> None:
    """Take a meeting away with its agenda. Raises Avvist when something has been decided in it, and Konflikt."""
    moete = laast(Moete, moete_id, versjon)
    if moete.saker.exclude(vedtak="").exists():
        raise Avvist(_("Møtet har gjort vedtak og kan ikke slettes."))
    initiativer = _initiativene(moete)
    moete.delete()
    foelg(initiativer)


def _initiativene(moete: Moete) -> list[int]:
    """Those its items answer."""
    return list(moete.saker.filter(initiativ__isnull=False).values_list("initiativ", flat=True))
