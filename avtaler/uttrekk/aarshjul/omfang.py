"""What a year is about: a region, a municipality, or everything one person has a role in."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from avtaler.models import Deltakelse
from kommuner.models import Bruker, Region, Regionmedlemskap, Tilgang
from kommuner.querysets import gyldig, loepende_eller_kommende
from kommuner.tilgang import med_forgjengere


@dataclass(frozen=True, kw_only=True)
class Omfang:
    """Primary keys. ``regioner`` are those whose agreements are in; ``om_regioner`` those whose own events are."""

    regioner: frozenset[int] = frozenset()
    parter: frozenset[int] = frozenset()
    om_regioner: frozenset[int] = frozenset()

    def avtaler(self, dato: date) -> Q:
        """The agreements: of the regions, and those the parties take part in on the date or are to."""
        inne = Deltakelse.objects.filter(loepende_eller_kommende(dato), part__in=self.parter).order_by()
        return Q(region__in=self.regioner) | Q(pk__in=inne.values("avtale"))

    def __or__(self, annet: "Omfang") -> "Omfang":
        return Omfang(
            regioner=self.regioner | annet.regioner, parter=self.parter | annet.parter,
            om_regioner=self.om_regioner | annet.om_regioner,
        )  # fmt: skip


def regionens_omfang(region: Region) -> Omfang:
    """The agreements the region keeps, and its own events. No queries."""
    return Omfang(regioner=frozenset({region.pk}), om_regioner=frozenset({region.pk}))


def partens_omfang(parter: frozenset[int], *, dato: date) -> Omfang:
    """What the parties take part in, and the events of the regions they are members of. Two queries at most."""
    if not parter:
        return Omfang()
    alle = med_forgjengere(parter)
    medlemskap = Regionmedlemskap.objects.filter(gyldig(dato), part__in=alle)
    return Omfang(parter=alle, om_regioner=frozenset(medlemskap.values_list("region_id", flat=True)))


def eget_omfang(bruker: Bruker, *, dato: date) -> Omfang:
    """Every region and municipality the person has a role in on the date; empty for an administrator."""
    steder = list(Tilgang.objects.filter(gyldig(dato), bruker=bruker).values_list("region_id", "part_id"))
    regioner = frozenset(region for region, _part in steder if region is not None)
    parter = frozenset(part for _region, part in steder if part is not None)
    return Omfang(regioner=regioner, om_regioner=regioner) | partens_omfang(parter, dato=dato)
