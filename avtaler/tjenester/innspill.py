"""The debate before the text is locked: input from councils and meetings, and the answer each of them gets."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.models import Innspill, Runde
from kommuner.models import Part

from .avvisning import Avvist
from .laas import laast


@transaction.atomic
def gi_innspill(
    runde: Runde, *, fra_hvem: str, tekst: str, dato: date, part: Part | None = None, er_eksempel: bool = False
) -> Innspill:
    """Record what somebody said about the proposal. Raises Avvist when the text is locked."""
    runde = Runde.objects.select_for_update().get(pk=runde.pk)
    if runde.laast is not None:
        raise Avvist(_("Teksten er låst. Innspill etter det hører til en ny runde."))
    return Innspill.objects.create(
        runde=runde, fra_hvem=fra_hvem.strip(), tekst=tekst.strip(), dato=dato, part=part, er_eksempel=er_eksempel
    )


@transaction.atomic
def svar_paa_innspill(*, innspill_id: int, versjon: int | None, svar: str, dato: date) -> Innspill:
    """Answer an input: everybody who said something is told what became of it (needs 4.22). Raises Konflikt."""
    innspill = laast(Innspill, innspill_id, versjon)
    if not svar.strip():
        raise Avvist(_("Skriv hva som ble gjort med innspillet, og hvorfor."), felt="svar")
    innspill.svar, innspill.svar_dato = svar.strip(), dato
    innspill.save()
    return innspill
