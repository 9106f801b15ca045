"""An inhabitant's say: received, read, and shown with an answer or not shown at all (needs 4.8)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.models import Runde
from avtaler.models.idee import Ide, Idestatus, Innbyggerinnspill
from avtaler.tjenester.avvisning import Avvist
from avtaler.tjenester.laas import laast
from kommuner.models import Part

Status = Innbyggerinnspill.Status


@transaction.atomic
def ta_imot(emne: Ide | Runde, *, tekst: str, dato: date, part: Part | None = None) -> Innbyggerinnspill:
    """Receive an input, unread. The same words about the same on the same day are one input.

    Nothing is kept of who wrote it or from where. The subject is locked, so that one sent twice at once is one too.
    Raises Avvist when the time for input is over.
    """
    emne = type(emne).objects.select_for_update(of=("self",)).get(pk=emne.pk)
    if hinder := hinder_for_innspill(emne):
        raise Avvist(hinder)
    felt = {"tekst": tekst.strip(), "dato": dato, "part": part}
    like = emne.innbyggerinnspill.filter(**felt).first()
    return like or emne.innbyggerinnspill.create(**felt)


def hinder_for_innspill(emne: Ide | Runde) -> str:
    """Why inhabitants can no longer have their say, as a sentence; empty while they can."""
    if isinstance(emne, Ide):
        return "" if emne.status in (Idestatus.NY, Idestatus.VURDERES) else _("Ideen tar ikke lenger imot innspill.")
    return _("Teksten er låst. Det er for sent å gi innspill til forslaget.") if emne.laast else ""


@transaction.atomic
def behandle(*, innspill_id: int, versjon: int | None, status: str, svar: str, dato: date) -> Innbyggerinnspill:
    """Say whether a read input is shown. Every one that is shown has an answer, shown with it (needs 4.22).

    An answer to one that is not shown is kept for the keepers. Raises Avvist and Konflikt.
    """
    innspill = laast(Innbyggerinnspill, innspill_id, versjon)
    if status not in (Status.VIST, Status.AVVIST):
        raise Avvist(_("Velg om innspillet skal vises."), felt="status")
    if status == Status.VIST and not svar.strip():
        raise Avvist(_("Skriv et svar. Alle innspill som vises, har et svar."), felt="svar")
    if svar.strip() != innspill.svar:
        innspill.svar_dato = dato if svar.strip() else None
    innspill.status, innspill.svar = status, svar.strip()
    innspill.save()
    return innspill
