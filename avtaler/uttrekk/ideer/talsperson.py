"""Which municipalities a reader speaks for: those where they are politician or secretary."""

from datetime import date

from kommuner.models import Regionmedlemskap, Rolle, Tilgang
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn

TALER = (Rolle.POLITIKER, Rolle.SEKRETAER)


def taler_for(bruker_id: int | None, *, dato: date) -> frozenset[int]:
    """The parties the user speaks for on ``dato``. One query, none for a visitor."""
    if bruker_id is None:
        return frozenset()
    egne = Tilgang.objects.filter(gyldig(dato), bruker=bruker_id, rolle__in=TALER, part__isnull=False)
    return frozenset(egne.values_list("part", flat=True))


def kan_foreslaa_i(innsyn: Innsyn, taler: frozenset[int], *, dato: date) -> frozenset[int]:
    """The regions where the reader may propose an idea: those they keep, and those of their own municipalities.

    One query at most. An administrator may everywhere; ask ``innsyn.er_administrator`` first.
    """
    if not taler:
        return innsyn.regioner
    medlem = Regionmedlemskap.objects.filter(gyldig(dato), part__in=taler)
    return innsyn.regioner | frozenset(medlem.values_list("region", flat=True))
