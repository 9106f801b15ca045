"""The list of municipalities and the page of a region."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from avtaler.models import Avtale, Deltakelse
from kommuner.domene.fylkesnavn import fylkesnavn
from kommuner.domene.navn import sorteringsnoekkel
from kommuner.models import Identitet, Part, Parttype, Region, Regionmedlemskap
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import Navnebok

from .folketall import Folketall


@dataclass(frozen=True, kw_only=True)
class Kommunerad:
    """One municipality in a list, with its number and name of the day."""

    part_id: int
    nummer: str
    navn: str
    navn_parallelle: str
    fylke: str
    folketall: int | None
    antall_avtaler: int

    def passer(self, sok: str) -> bool:
        """Whether the words typed are part of a name it has, or begin its number."""
        navn = sorteringsnoekkel(f"{self.navn} {self.navn_parallelle}")
        return not sok or self.nummer.startswith(sok) or sorteringsnoekkel(sok) in navn


@dataclass(frozen=True, kw_only=True)
class Regionside:
    """A region on a date: its members, and how many agreements it keeps."""

    region: Region
    medlemmer: tuple[Kommunerad, ...]
    parter: tuple[Part, ...]
    antall_avtaler: int

    @property
    def kommuner(self) -> tuple[Part, ...]:
        """The members that have an ownership report."""
        return tuple(part for part in self.parter if part.type == Parttype.KOMMUNE)


def kommuneliste(*, dato: date, innsyn: Innsyn) -> tuple[Kommunerad, ...]:
    """All municipalities on ``dato`` in Norwegian order. Three queries."""
    rader = list(Identitet.objects.filter(gyldig(dato), part__type=Parttype.KOMMUNE).select_related("part"))
    antall = _antall_avtaler(dato, innsyn)
    folketall = Folketall((rad.part_id for rad in rader), bare_aar=dato.year)
    alle = [_rad(rad.part, rad.nummer, rad.navn, dato, folketall, antall) for rad in rader]
    return tuple(sorted(alle, key=lambda rad: (sorteringsnoekkel(rad.navn), rad.nummer)))


def _rad(part: Part, nummer: str, navn: str, dato: date, folketall: Folketall, antall: Counter[int]) -> Kommunerad:
    return Kommunerad(
        part_id=part.pk,
        nummer=nummer,
        navn=navn,
        navn_parallelle=part.navn_parallelle,
        fylke=fylkesnavn(nummer, dato),
        folketall=folketall.antall(part.pk, dato.year),
        antall_avtaler=antall[part.pk],
    )


def _antall_avtaler(dato: date, innsyn: Innsyn) -> Counter[int]:
    synlige = Avtale.objects.for_user(innsyn).gjeldende(dato)
    per_part = Deltakelse.objects.filter(gyldig(dato), avtale__in=synlige).order_by().values("part")
    return Counter(dict(per_part.annotate(antall=Count("pk")).values_list("part", "antall")))


def regionside(region: Region, *, dato: date, innsyn: Innsyn) -> Regionside:
    """The members of ``region`` on ``dato`` and the number of agreements the reader may see. Five queries."""
    medlemskap = Regionmedlemskap.objects.filter(gyldig(dato), region=region).select_related("part")
    parter = tuple(rad.part for rad in medlemskap.order_by("part__sortering", "part__nummer"))
    antall, folketall = _antall_avtaler(dato, innsyn), Folketall((part.pk for part in parter), bare_aar=dato.year)
    navn = Navnebok(parter, dato=dato)
    return Regionside(
        region=region,
        parter=parter,
        medlemmer=tuple(_rad(part, navn(part).nummer, navn(part).navn, dato, folketall, antall) for part in parter),
        antall_avtaler=Avtale.objects.for_user(innsyn).gjeldende(dato).filter(region=region).count(),
    )
