"""Merging ideas that are the same, and parting them again. Nothing of either is lost: each keeps its own rows."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from avtaler.models.idee import Ide, Idestatus
from avtaler.tjenester.avvisning import Avvist
from avtaler.tjenester.laas import laast

#: Ideas that may be merged: what has become something, or been said no to, has its own end.
KAN_SLAAS_SAMMEN = (Idestatus.NY, Idestatus.VURDERES)


@transaction.atomic
def slaa_sammen(*, behold_id: int, innlem: Iterable[int]) -> Ide:
    """Let ``behold_id`` stand for the ideas ``innlem`` too; what was merged into those follows them.

    Texts, answers, wanted partners and input stay with the idea they were given to, and are read together: a
    municipality counts once, with its newest answer. Raises Avvist.
    """
    andre = sorted(set(innlem) - {behold_id})
    if not andre:
        raise Avvist(_("Velg minst én idé til som skal slås sammen med den du beholder."))
    rader = {ide.pk: ide for ide in Ide.objects.select_for_update(of=("self",)).filter(pk__in=[behold_id, *andre])}
    if len(rader) < len(andre) + 1:
        raise Avvist(_("Noen andre har slettet en av ideene."))
    behold = rader[behold_id]
    for ide in rader.values():
        _krev_aapen(ide, behold)
    Ide.objects.filter(slaatt_sammen_med__in=andre).update(slaatt_sammen_med=behold, versjon=F("versjon") + 1)
    for ide in (rader[pk] for pk in andre):
        ide.status, ide.slaatt_sammen_med, ide.versjon = Idestatus.SLAATT_SAMMEN, behold, ide.versjon + 1
        ide.save()
    behold.versjon += 1
    behold.save()
    return behold


@transaction.atomic
def skill_ut(*, ide_id: int, versjon: int | None = None) -> Ide:
    """Let a merged idea stand on its own again, with all it had. Raises Avvist when it already does, and Konflikt."""
    ide = laast(Ide, ide_id, versjon)
    if ide.slaatt_sammen_med_id is None:
        raise Avvist(_("Ideen står allerede for seg selv."))
    har_kommet_lenger = ide.interesser.exists() or ide.klarhet.exists()
    ide.slaatt_sammen_med = None
    ide.status = Idestatus.VURDERES if har_kommet_lenger else Idestatus.NY
    ide.save()
    return ide


def _krev_aapen(ide: Ide, behold: Ide) -> None:
    if ide.status not in KAN_SLAAS_SAMMEN:
        raise Avvist(_("«%(ide)s» er ikke lenger åpen, og kan ikke slås sammen med andre.") % {"ide": ide.tittel})
    if ide.region_id != behold.region_id:
        raise Avvist(_("Bare ideer i samme region kan slås sammen."))
