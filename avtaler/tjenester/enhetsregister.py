"""Bringing parties up to what Enhetsregisteret says of them; agreements are never changed by it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db import transaction

from avtaler.uttrekk.enhetsavvik import Enhetsavvik, enhetsavvik
from kommuner.domene.enhetsregister import Registerutdrag, penskrevet
from kommuner.models import Part
from kommuner.tjenester import registrer_part


def oppdater_fra_registeret(utdrag: Registerutdrag, *, dato: date, opprett: bool = False) -> list[Enhetsavvik]:
    """Write what differs on the parties, and with ``opprett`` enter the units that nobody is. All of it or nothing.

    Returns what differed. Raises Avvist (PartFinnes) when a new party would take a name that is here already.
    """
    with _laast(utdrag):
        avvik = enhetsavvik(utdrag, dato=dato)
        for ett in avvik:
            if ett.part is not None and ett.endringer:
                _endre(ett.part, ett)
            elif opprett and ett.ny_type is not None and ett.enhet is not None:
                registrer_part(navn=penskrevet(ett.enhet.navn), type=ett.ny_type, orgnr=ett.orgnr)
        return avvik


@contextmanager
def _laast(utdrag: Registerutdrag) -> Iterator[None]:
    """Run in a transaction in which nobody else changes the parties in question."""
    with transaction.atomic():
        list(Part.objects.filter(orgnr__in=[*utdrag.enheter]).order_by("pk").select_for_update(of=("self",)))
        yield


def _endre(part: Part, avvik: Enhetsavvik) -> None:
    for endring in avvik.endringer:
        setattr(part, endring.felt, endring.etter)
    part.save(update_fields=[endring.felt for endring in avvik.endringer])
