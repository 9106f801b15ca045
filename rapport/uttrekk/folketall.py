"""Population of several parties over the years, read in one query."""

from collections.abc import Iterable
from datetime import date

from kommuner.models import Statistikk


class Folketall:
    """The whole series of the parties; ask for the one that held on 1 January of a year.

    With ``bare_aar`` only that year is read, for lists of several hundred parties.
    """

    def __init__(self, parter: Iterable[int], *, bare_aar: int | None = None) -> None:
        rader = Statistikk.objects.filter(part__in=set(parter), variabel="folketall").order_by("-dato", "pk")
        if bare_aar is not None:
            rader = rader.filter(dato__lte=date(bare_aar, 1, 1)).order_by("part_id", "-dato").distinct("part_id")
        self._serier: dict[int, list[Statistikk]] = {}
        for rad in rader:
            self._serier.setdefault(rad.part_id, []).append(rad)

    def rad(self, part_id: int, aar: int) -> Statistikk | None:
        """The figure of 1 January of ``aar``, or the latest earlier one."""
        frist = date(aar, 1, 1)
        return next((rad for rad in self._serier.get(part_id, []) if rad.dato <= frist), None)

    def antall(self, part_id: int, aar: int) -> int | None:
        """The same as a whole number of people."""
        rad = self.rad(part_id, aar)
        return int(rad.verdi) if rad else None
