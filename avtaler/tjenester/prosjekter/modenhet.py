"""Answering the maturity check."""

from collections.abc import Mapping

from django.db import transaction

from avtaler.models import Modenhetssvar, Prosjekt
from avtaler.regler.modenhet import modenhetskoder
from avtaler.tjenester.laas import laast

from .deltakelse import krev_aapent


@transaction.atomic
def svar_modenhet(
    prosjekt_id: int, svar: Mapping[str, tuple[str, str]], *, versjon: int | None = None, er_eksempel: bool = False
) -> None:
    """Store (answer, remark) for each question; an empty answer takes the answer away.

    Raises Avvist when the project is closed, and Konflikt when somebody has changed it since ``versjon`` was read.
    """
    if ukjente := set(svar) - set(modenhetskoder()):
        raise TypeError(f"unknown questions: {', '.join(sorted(ukjente))}")
    prosjekt = laast(Prosjekt, prosjekt_id, versjon)
    krev_aapent(prosjekt)
    prosjekt.save()
    lagret = {rad.kode: rad for rad in prosjekt.modenhet.all()}
    for kode, (ett, merknad) in svar.items():
        _skriv(lagret.get(kode) or Modenhetssvar(prosjekt=prosjekt, kode=kode, er_eksempel=er_eksempel), ett, merknad)


def _skriv(rad: Modenhetssvar, svar: str, merknad: str) -> None:
    if not svar:
        if rad.pk:
            rad.delete()
    elif (rad.svar, rad.merknad) != (svar, merknad):
        rad.svar, rad.merknad = svar, merknad
        rad.save()
