"""The cases a region fronts, the most important first, and which of them are late (needs 1.9)."""

from dataclasses import dataclass
from datetime import date

from avtaler.domene.strategi.fremdrift import FERDIGE_FRONTSAKER, Frontfakta, frontvarsler
from avtaler.models import Frontsak
from kommuner.models import Region

from .tiltak import varseltekst

_FARGE = {
    Frontsak.Status.PLANLAGT: "neutral", Frontsak.Status.I_ARBEID: "info", Frontsak.Status.NAADD: "success",
    Frontsak.Status.TAPT: "danger",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Frontrad:
    """One case as a line."""

    sak: Frontsak
    status_navn: str
    farge: str
    varsler: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Frontside:
    """One region's cases, or everybody's: those worked on, and those decided."""

    region: Region | None
    aapne: tuple[Frontrad, ...]
    avgjorte: tuple[Frontrad, ...]

    @property
    def forsinkede(self) -> int:
        return sum(bool(rad.varsler) for rad in self.aapne)


def frontside(region: Region | None, *, dato: date) -> Frontside:
    """One query."""
    saker = Frontsak.objects.select_related("region", "punkt")
    if region is not None:
        saker = saker.filter(region=region)
    rader = [_rad(sak, dato) for sak in saker.order_by("region__sortering", "prioritet", "pk")]
    return Frontside(
        region=region, aapne=tuple(rad for rad in rader if rad.sak.status not in FERDIGE_FRONTSAKER),
        avgjorte=tuple(rad for rad in rader if rad.sak.status in FERDIGE_FRONTSAKER),
    )  # fmt: skip


def _rad(sak: Frontsak, dato: date) -> Frontrad:
    fakta = Frontfakta(
        status=sak.status, avgjoeres=sak.dato, neste_dato=sak.neste_dato, har_driver=bool(sak.ansvarlig.strip())
    )
    return Frontrad(
        sak=sak, status_navn=sak.get_status_display(), farge=_FARGE[Frontsak.Status(sak.status)],
        varsler=tuple(varseltekst(ett) for ett in frontvarsler(fakta, dato)),
    )  # fmt: skip
