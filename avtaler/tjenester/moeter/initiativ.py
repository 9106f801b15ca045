"""A matter one organ raises for the one above it, followed to its end (needs 1.5c), and the items that answer it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from avtaler.models import Initiativ, Moete, Moetesak, Moetestatus
from avtaler.tjenester.avvisning import Avvist
from avtaler.tjenester.laas import laast
from avtaler.tjenester.rad import endre_rad, registrer_rad

#: Until it is answered, an initiative stands where the agendas say.
_FOELGER = (Initiativ.Status.REIST, Initiativ.Status.PAA_SAKLISTA)


@transaction.atomic
def sett_paa_saklista(moete: Moete, felt: Mapping[str, Any]) -> Moetesak:
    """Put an item on the agenda; an initiative it answers is then on an agenda. Raises Avvist."""
    sak = registrer_rad(Moetesak(moete=moete), felt)
    foelg([sak.initiativ_id])
    return sak


@transaction.atomic
def endre_sak(sak_id: int, versjon: int, felt: Mapping[str, Any]) -> Moetesak:
    """Change an item read as ``versjon``; it swaps places with the one that has its number. Raises Konflikt, Avvist."""
    foer = laast(Moetesak, sak_id, versjon)
    annen = _den_paa_plassen(foer, felt)
    if annen is not None:
        Moetesak.objects.filter(pk=annen.pk).update(rekkefoelge=_ledig(foer.moete_id))
    sak = endre_rad(Moetesak, sak_id, versjon, felt)
    if annen is not None:
        annen.rekkefoelge = foer.rekkefoelge
        annen.save()
    foelg([foer.initiativ_id, sak.initiativ_id])
    return sak


@transaction.atomic
def slett_sak(sak_id: int, versjon: int | None = None) -> None:
    """Take an item off the agenda. Raises Avvist when something has been decided in it, and Konflikt."""
    sak = laast(Moetesak, sak_id, versjon)
    if sak.vedtak:
        raise Avvist(_("Det er gjort vedtak i saken, og den kan ikke slettes."))
    sak.delete()
    foelg([sak.initiativ_id])


@transaction.atomic
def slett_initiativ(initiativ_id: int, versjon: int | None = None) -> None:
    """Take an initiative away. Raises Avvist when it has been answered, and Konflikt."""
    initiativ = laast(Initiativ, initiativ_id, versjon)
    if initiativ.behandlet:
        raise Avvist(_("Initiativet er behandlet og kan ikke slettes."))
    initiativ.delete()


def foelg(initiativer: Iterable[int | None]) -> None:
    """Each is on an agenda when an item of a meeting that is not cancelled answers it, unless it has come further."""
    for pk in sorted({pk for pk in initiativer if pk}):
        initiativ = laast(Initiativ, pk, None)
        saker = initiativ.moetesaker.exclude(moete__status=Moetestatus.AVLYST)
        status = Initiativ.Status.PAA_SAKLISTA if saker.exists() else Initiativ.Status.REIST
        if initiativ.status in _FOELGER and initiativ.status != status:
            initiativ.status = status
            initiativ.save()


def _den_paa_plassen(sak: Moetesak, felt: Mapping[str, Any]) -> Moetesak | None:
    """The other item that has the number this one is given, locked."""
    andre = Moetesak.objects.filter(moete=sak.moete_id, rekkefoelge=felt.get("rekkefoelge", sak.rekkefoelge))
    pk = andre.exclude(pk=sak.pk).values_list("pk", flat=True).first()
    return laast(Moetesak, pk, None) if pk else None


def _ledig(moete_id: int) -> int:
    """A number nobody has, for the time it takes to swap."""
    return Moetesak.objects.filter(moete=moete_id).aggregate(siste=Max("rekkefoelge"))["siste"] + 1
