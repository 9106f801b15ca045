"""Who shares the cost of an agreement in one calendar year: number, name and days as they were that year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.db.models import Q
from django.utils.translation import gettext as _

from avtaler.domene.avtalegrunnlag import UTENFOR
from avtaler.domene.avvisning import Avvist
from avtaler.models import Avtale, Deltakelse
from kommuner.domene.navn import sorteringsnoekkel
from kommuner.models import Part
from kommuner.uttrekk import navn_paa, nummer_paa


@dataclass(frozen=True)
class Aarsdeltaker:
    """A party in one year. ``id`` and ``navn`` are those of its first day; the dates are cut to the year."""

    part: Part
    id: str
    navn: str
    fra: date
    til: date


def aarets_deltakere(avtale: Avtale, aar: int) -> list[Aarsdeltaker]:
    """The paying participants of the calendar year in Norwegian order; two queries.

    Raises Avvist when one is in, out and in again in the same year: a split by days knows one stretch each.
    """
    fra, til = date(aar, 1, 1), date(aar + 1, 1, 1)
    i_aaret = avtale.deltakelser.exclude(rolle__in=UTENFOR).filter(Q(til__isnull=True) | Q(til__gt=fra), fra__lt=til)
    rader = i_aaret.select_related("part").prefetch_related("part__identiteter").order_by("part_id", "fra")
    fra, til = max(fra, avtale.fra or fra), min(til, avtale.til or til)  # nobody is in before or after the agreement
    deltakere = [_deltaker(sammen, fra, til) for sammen in _per_part(rader)]
    levende = [deltaker for deltaker in deltakere if deltaker.fra < deltaker.til]
    return sorted(levende, key=lambda deltaker: (sorteringsnoekkel(deltaker.navn), deltaker.id))


def alle_nummer(deltakere: Iterable[Aarsdeltaker]) -> dict[str, str]:
    """Every number the participants have ever had → the id of the year, so that a key outlives a renumbering."""
    deltakere = list(deltakere)
    gamle = {i.nummer: deltaker.id for deltaker in deltakere for i in deltaker.part.identiteter.all()}
    return gamle | {deltaker.part.noekkel: deltaker.id for deltaker in deltakere} | {d.id: d.id for d in deltakere}


def deltakervalg(avtale: Avtale, aar: int) -> list[tuple[str, str]]:
    """(id, name) of the participants of the year, to choose from; none in a year that cannot be split."""
    try:
        return [(deltaker.id, deltaker.navn) for deltaker in aarets_deltakere(avtale, aar)]
    except Avvist:
        return []


def _per_part(rader: Iterable[Deltakelse]) -> Iterable[list[Deltakelse]]:
    samlet: dict[int, list[Deltakelse]] = {}
    for rad in rader:
        samlet.setdefault(rad.part_id, []).append(rad)
    return samlet.values()


def _deltaker(rader: list[Deltakelse], aarets_fra: date, aarets_til: date) -> Aarsdeltaker:
    """The participations of one party as one stretch; a change of role from one day to the next is no gap."""
    part = rader[0].part
    fra = max(rader[0].fra, aarets_fra, part.fra or aarets_fra)
    til = min(rader[-1].til or aarets_til, aarets_til, part.til or aarets_til)
    navn = navn_paa(part, fra)
    for foer, etter in pairwise(rader):
        if foer.til != etter.fra:
            setning = _("%(navn)s er med i to atskilte perioder i %(aar)s. Et slikt år kan ikke fordeles.")
            raise Avvist(setning % {"navn": navn, "aar": aarets_fra.year})
    return Aarsdeltaker(part, nummer_paa(part, fra) or part.noekkel, navn, fra, til)
