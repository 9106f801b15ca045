"""Discussion documents: their alternatives in order, and what each would cost whom (needs 4.22)."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import F, Max

from avtaler.models import Alternativ, Alternativkostnad, Diskusjonsdokument
from avtaler.tjenester import laast
from kommuner.models import Part

#: Beyond any place in a document: rows stand there while they change places.
_UTENFOR = 10_000


def neste_plass(dokument: Diskusjonsdokument) -> int:
    """The place after the last alternative."""
    return (dokument.alternativer.aggregate(siste=Max("rekkefoelge"))["siste"] or 0) + 1


def sett_foerst(*, alternativ_id: int) -> None:
    """Make it the one that the others are compared with. Raises Avvist when it is gone."""
    with transaction.atomic():
        valgt = laast(Alternativ, alternativ_id, None)
        andre = [en for en in valgt.dokument.alternativer.all() if en.pk != valgt.pk]
        valgt.dokument.alternativer.update(rekkefoelge=F("rekkefoelge") + _UTENFOR)
        valgt.rekkefoelge = 1
        valgt.save()
        for plass, en in enumerate(andre, 2):
            Alternativ.objects.filter(pk=en.pk).update(rekkefoelge=plass)


def sett_kostnader(
    alternativ: Alternativ, beloep: Mapping[Part, int | None], *, versjon: int | None = None, er_eksempel: bool = False
) -> None:
    """Say what each municipality would pay under the alternative: øre a year, None to take the amount away.

    Those not mentioned keep what they have.

    Typed by people now; a what-if may give the same. Raises Konflikt when the alternative has been changed since
    ``versjon``, and Avvist when it is gone.
    """
    with transaction.atomic():
        rad = laast(Alternativ, alternativ.pk, versjon)
        rad.save()
        gamle = {kostnad.part_id: kostnad for kostnad in rad.kostnader.all()}
        for part in (part for part, oere in beloep.items() if oere is None and part.pk in gamle):
            gamle[part.pk].delete()
        for part, oere in ((part, oere) for part, oere in beloep.items() if oere is not None):
            kostnad = gamle.get(part.pk) or Alternativkostnad(alternativ=rad, part=part, er_eksempel=er_eksempel)
            if kostnad._state.adding or kostnad.beloep_oere != oere:
                kostnad.beloep_oere, kostnad.er_eksempel = oere, er_eksempel
                kostnad.save()
