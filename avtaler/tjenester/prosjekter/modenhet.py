"""Answering the maturity check."""

from collections.abc import Mapping

from django.db import transaction

from avtaler.models import Modenhetssvar
from avtaler.regler.modenhet import modenhetskoder

from .deltakelse import krev_aapent
from .steg import laas_prosjekt


@transaction.atomic
def svar_modenhet(prosjekt_id: int, svar: Mapping[str, tuple[str, str]], *, er_eksempel: bool = False) -> None:
    """Store (answer, remark) for each question; an empty answer takes the answer away. Raises Avvist when closed."""
    if ukjente := set(svar) - set(modenhetskoder()):
        raise TypeError(f"unknown questions: {', '.join(sorted(ukjente))}")
    prosjekt = laas_prosjekt(prosjekt_id)
    krev_aapent(prosjekt)
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
