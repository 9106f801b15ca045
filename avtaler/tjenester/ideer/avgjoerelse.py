"""Judging an idea: taken up, answered point by point, said no to with a reason."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.models.idee import Ide, Idestatus, Klarhetssvar
from avtaler.regler.klarhetsregler import les_klarhetspunkter
from avtaler.tjenester.avvisning import Avvist
from avtaler.tjenester.laas import laast


@transaction.atomic
def ta_opp(*, ide_id: int, versjon: int | None = None) -> Ide:
    """Take a new idea up for judgement, or one that was said no to, or that became something that is gone, up again.

    Raises Avvist when it is merged into another or still leads somewhere, and Konflikt.
    """
    ide = laast(Ide, ide_id, versjon)
    if ide.slaatt_sammen_med_id is not None:
        raise Avvist(_("Ideen er slått sammen med en annen. Skill den ut først."))
    if ide.er_blitt_til_noe:
        raise Avvist(_("Ideen er blitt til noe. Det må bort før ideen kan tas opp igjen."))
    ide.status, ide.runde = Idestatus.VURDERES, None
    ide.save()
    return ide


@transaction.atomic
def si_nei(*, ide_id: int, versjon: int | None, begrunnelse: str) -> Ide:
    """End an idea with a reason: a normal end (needs 4.17). Raises Avvist without one, and Konflikt."""
    ide = laast(Ide, ide_id, versjon)
    if not begrunnelse.strip():
        raise Avvist(_("Skriv hvorfor det blir sagt nei."), felt="begrunnelse")
    if ide.status not in (Idestatus.NY, Idestatus.VURDERES):
        raise Avvist(_("Ideen er ikke lenger åpen."))
    ide.status, ide.begrunnelse = Idestatus.FORKASTET, begrunnelse.strip()
    ide.save()
    return ide


@transaction.atomic
def vurder_klarhet(
    *, ide_id: int, versjon: int | None, svar: Mapping[str, tuple[str, str]], er_eksempel: bool = False
) -> Ide:
    """Answer the points of the checklist: code → (answer, remark); an empty answer takes the old one away.

    A new idea is under judgement from then on. Raises Avvist for a remark without an answer, and Konflikt.
    """
    ide = laast(Ide, ide_id, versjon)
    if ukjente := set(svar) - {punkt.kode for punkt in les_klarhetspunkter()}:
        raise TypeError(f"unknown points: {', '.join(sorted(ukjente))}")
    for kode, (valgt, merknad) in svar.items():
        if merknad and not valgt:
            raise Avvist(_("Velg et svar når du skriver en merknad."), felt=kode)
    ide.klarhet.filter(kode__in=[kode for kode, (valgt, _merknad) in svar.items() if not valgt]).delete()
    for kode, (valgt, merknad) in svar.items():
        if valgt:
            _sett_svar(ide, kode, valgt, merknad, er_eksempel=er_eksempel)
    if ide.status == Idestatus.NY:
        ide.status = Idestatus.VURDERES
    ide.save()
    return ide


def _sett_svar(ide: Ide, kode: str, valgt: str, merknad: str, *, er_eksempel: bool) -> None:
    """Nothing is written when nothing is changed: an example stays one until somebody has judged it."""
    gammelt = ide.klarhet.filter(kode=kode).first()
    if gammelt is not None and (gammelt.svar, gammelt.merknad) == (valgt, merknad):
        return
    felt = {"svar": valgt, "merknad": merknad, "er_eksempel": er_eksempel}
    Klarhetssvar.objects.update_or_create(ide=ide, kode=kode, defaults=felt)
