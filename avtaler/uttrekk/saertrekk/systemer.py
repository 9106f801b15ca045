"""Systems and assets that municipalities share: who runs each, and who uses it since when (needs 3.6, 3.11)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from avtaler.models import Avtale, Fellessystem, Systembruk
from kommuner.models import Part, Region
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import Betegnelse, Navnebok, medlemmer


@dataclass(frozen=True, kw_only=True)
class Bruk:
    """One municipality's part in one system on the date. Neither: the municipality is not in it."""

    kommune: str
    bruker: bool = False
    drifter: bool = False
    fra: date | None = None
    merknad: str = ""
    er_eksempel: bool = False


@dataclass(frozen=True, kw_only=True)
class Systemrad:
    """One system with a cell for each column; ``utenfor`` are users that are not members of the region."""

    id: int
    navn: str
    type_navn: str
    drives_av: str
    avtale_id: int | None
    avtale_navn: str
    merknad: str
    er_eksempel: bool
    celler: tuple[Bruk, ...]
    utenfor: tuple[str, ...]

    @property
    def antall(self) -> int:
        return sum(celle.bruker for celle in self.celler) + len(self.utenfor)

    @property
    def brukere(self) -> tuple[str, ...]:
        return (*(celle.kommune for celle in self.celler if celle.bruker), *self.utenfor)


@dataclass(frozen=True, kw_only=True)
class Systemside:
    """The matrix of a region on a date."""

    kolonner: tuple[Betegnelse, ...]
    rader: tuple[Systemrad, ...]


def systemside(region: Region, innsyn: Innsyn, *, dato: date) -> Systemside:
    """Every system of the region against its members. Five queries at most."""
    egne = list(medlemmer(region.pk, dato=dato))
    systemer = list(_med_bruk(Fellessystem.objects.filter(region=region), dato))
    navn = Navnebok([*egne, *_parter(systemer)], dato=dato)
    synlige = _synlige_avtaler(systemer, innsyn)
    return Systemside(
        kolonner=tuple(navn(part) for part in egne),
        rader=tuple(_rad(rad, egne, navn, synlige) for rad in systemer),
    )


def systemer_under(avtale: Avtale, *, dato: date) -> tuple[Systemrad, ...]:
    """The systems of one agreement, with their users. Three queries at most."""
    systemer = list(_med_bruk(Fellessystem.objects.filter(avtale=avtale), dato))
    if not systemer:
        return ()
    navn = Navnebok(_parter(systemer), dato=dato)
    return tuple(_rad(rad, [], navn, {avtale.pk}) for rad in systemer)


def _med_bruk(systemer, dato: date):
    bruk = Systembruk.objects.filter(gyldig(dato)).select_related("part")
    return systemer.select_related("avtale", "driftspart").prefetch_related(Prefetch("bruk", queryset=bruk))


def _parter(systemer: Iterable[Fellessystem]) -> list[Part]:
    brukere = [bruk.part for system in systemer for bruk in system.bruk.all()]
    return brukere + [system.driftspart for system in systemer if system.driftspart]


def _synlige_avtaler(systemer: Iterable[Fellessystem], innsyn: Innsyn) -> set[int]:
    avtaler = {system.avtale_id for system in systemer if system.avtale_id}
    return set(Avtale.objects.for_user(innsyn).filter(pk__in=avtaler).order_by().values_list("pk", flat=True))


def _rad(system: Fellessystem, medlemmer: list[Part], navn: Navnebok, synlige: set[int]) -> Systemrad:
    bruk = {rad.part_id: rad for rad in system.bruk.all()}
    egne = {part.pk for part in medlemmer}
    vist = system.avtale if system.avtale_id in synlige else None
    return Systemrad(
        id=system.pk, navn=system.navn, type_navn=system.get_type_display(),
        drives_av=navn(system.driftspart).navn if system.driftspart else system.drives_av,
        avtale_id=vist.pk if vist else None, avtale_navn=vist.navn if vist else "", merknad=system.merknad,
        er_eksempel=system.er_eksempel,
        celler=tuple(_celle(system, part, bruk.get(part.pk), navn) for part in medlemmer),
        utenfor=tuple(navn(rad.part).navn for pk, rad in bruk.items() if pk not in egne),
    )  # fmt: skip


def _celle(system: Fellessystem, part: Part, bruk: Systembruk | None, navn: Navnebok) -> Bruk:
    drifter = system.driftspart_id == part.pk
    if bruk is None:
        return Bruk(kommune=navn(part).navn, drifter=drifter)
    return Bruk(
        kommune=navn(part).navn, bruker=True, drifter=drifter, fra=bruk.fra, merknad=bruk.merknad,
        er_eksempel=bruk.er_eksempel,
    )  # fmt: skip
