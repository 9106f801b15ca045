"""What one municipality says to an idea."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.models.idee import Ide, Interesse
from avtaler.tjenester.avvisning import Avvist, oversatt
from avtaler.tjenester.laas import laast
from kommuner.models import Part

SETNINGER = {
    "interesse_en_per_kommune": (
        None, lambda: _("Noen andre har nettopp svart for kommunen. Åpne siden på nytt og se hva som ble svart.")
    )
}  # fmt: skip


@transaction.atomic
def svar_paa_ide(ide: Ide, part: Part, felt: Mapping[str, Any], *, versjon: int | None = None) -> Interesse:
    """Record what the municipality says; ``versjon`` is that of the answer it replaces, 0 when there was none.

    Raises Avvist when the idea is merged into another, which is then the one to answer, and Konflikt: also when the
    first answer has come meanwhile.
    """
    ide = Ide.objects.select_for_update(of=("self",)).get(pk=ide.pk)
    if ide.slaatt_sammen_med_id is not None:
        raise Avvist(_("Ideen er slått sammen med en annen. Svar på den."))
    gammelt = Interesse.objects.filter(ide=ide, part=part).first()
    with oversatt(SETNINGER):
        svar = laast(Interesse, gammelt.pk, versjon) if gammelt else Interesse(ide=ide, part=part)
        for navn, verdi in felt.items():
            setattr(svar, navn, verdi)
        svar.er_eksempel = bool(felt.get("er_eksempel", False))
        svar.save()
    return svar
