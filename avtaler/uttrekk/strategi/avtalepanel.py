"""The strategy on an agreement's page: what it was adopted with, its premises, and the points the agreement serves."""

from dataclasses import dataclass

from avtaler.models import Avtale, Strategi, Strategipunkt


@dataclass(frozen=True, kw_only=True)
class Strategipanel:
    """Empty when the agreement has to do with no strategy."""

    strategier: tuple[tuple[Strategi, tuple[str, ...]], ...]
    """Each strategy the cooperation has adopted, with its premises in order (needs 1.11)."""
    punkter: tuple[Strategipunkt, ...]

    def __bool__(self) -> bool:
        return bool(self.strategier or self.punkter)


def strategipanel(avtale: Avtale) -> Strategipanel:
    """Two queries, and one more when there are strategies."""
    strategier = list(avtale.strategier.all())
    premisser: dict[int, list[str]] = {}
    if strategier:
        rader = Strategipunkt.objects.filter(strategi__in=strategier, slag=Strategipunkt.Slag.PREMISS)
        for strategi_id, tekst in rader.order_by("rekkefoelge").values_list("strategi", "tekst"):
            premisser.setdefault(strategi_id, []).append(tekst)
    punkter = avtale.strategipunkter.select_related("strategi").order_by("strategi", "slag", "rekkefoelge")
    return Strategipanel(
        strategier=tuple((en, tuple(premisser.get(en.pk, ()))) for en in strategier), punkter=tuple(punkter)
    )
