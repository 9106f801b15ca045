"""What the register may ask about an agreement's money (``avtaler.uttrekk.oekonomifakta``)."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Max

from kostnad.models import Budsjett, Noekkel


class Kostnadsfakta:
    """Answers from the keys and budgets, one query each."""

    def med_noekkel(self, avtaler: Collection[int]) -> frozenset[int]:
        """Those with a cost key."""
        return frozenset(Noekkel.objects.filter(avtale__in=avtaler).values_list("avtale_id", flat=True))

    def siste_budsjett(self, avtaler: Collection[int], *, dato: date) -> Mapping[int, date]:
        """The first day of the newest budget year that has begun, for those that have one."""
        begynte = Budsjett.objects.filter(avtale__in=avtaler, aar__lte=dato.year)
        siste = begynte.order_by().values_list("avtale_id").annotate(siste=Max("aar"))
        return {avtale_id: date(aar, 1, 1) for avtale_id, aar in siste}
