"""The page of one strategy: its tree as it is read, with what hangs on each point."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from avtaler.domene.strategi.tre import LESEREKKEFOELGE, TOPP, Plass, slag_under
from avtaler.models import Avtale, Handlingsplan, Strategi, Strategipunkt
from kommuner.models import Region
from kommuner.tilgang import Innsyn

from .arbeid import Arbeid, arbeid_per_punkt

Slag = Strategipunkt.Slag
#: What a group of points is called above them.
GRUPPENAVN = {
    Slag.MAAL: gettext_lazy("Mål"), Slag.BEIN: gettext_lazy("Hovedretninger"), Slag.TEMA: gettext_lazy("Temaer"),
    Slag.SATSINGSOMRAADE: gettext_lazy("Satsingsområder"), Slag.PILAR: gettext_lazy("Pilarer, på tvers av alt"),
    Slag.VEI: gettext_lazy("Slik gjør vi det"), Slag.PREMISS: gettext_lazy("Premisser for samarbeidet"),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Punkt:
    """One point with what hangs on it and what is under it."""

    id: int
    slag: str
    slag_navn: str
    nummer: int
    tekst: str
    forklaring: str
    arbeid: tuple[Arbeid, ...]
    er_eksempel: bool
    er_foerst: bool
    er_sist: bool
    under: "tuple[Punktgruppe, ...]"
    kan_faa: tuple[tuple[str, str], ...]
    """The kinds that may be added under it, as (code, name)."""


@dataclass(frozen=True, kw_only=True)
class Punktgruppe:
    """Points of one kind under the same point."""

    slag: str
    navn: str
    er_nummerert: bool
    punkter: tuple[Punkt, ...]


@dataclass(frozen=True, kw_only=True)
class Strategirad:
    """One strategy in the list."""

    id: int
    tittel: str
    slagord: str
    periode: str
    region: str
    region_slug: str
    maalform: str
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Strategiside:
    """One strategy as its page shows it."""

    strategi: Strategi
    periode: str
    avtale: Avtale | None
    grupper: tuple[Punktgruppe, ...]
    kan_faa: tuple[tuple[str, str], ...]
    planer: tuple[Handlingsplan, ...]
    antall: dict[str, int]


def strategiside(strategi: Strategi, innsyn: Innsyn, *, dato: date) -> Strategiside:
    """The tree and the plans: seven queries."""
    punkter = list(strategi.punkter.all())
    arbeid = arbeid_per_punkt(strategi, innsyn, dato=dato)
    avtale = Avtale.objects.for_user(innsyn).filter(pk=strategi.avtale_id).first() if strategi.avtale_id else None
    return Strategiside(
        strategi=strategi, periode=perioden(strategi), avtale=avtale, kan_faa=_kan_faa(TOPP),
        grupper=_grupper(_barn(punkter), None, arbeid), planer=tuple(strategi.handlingsplaner.all()),
        antall={slag: sum(punkt.slag == slag for punkt in punkter) for slag in Slag.values},
    )  # fmt: skip


def strategiliste(*, region: Region | None) -> tuple[Strategirad, ...]:
    """The strategies of one region, or of all: one query."""
    rader = Strategi.objects.select_related("region").order_by("region__sortering", "-fra_aar", "pk")
    if region is not None:
        rader = rader.filter(region=region)
    return tuple(_rad(rad) for rad in rader)


def perioden(strategi: Strategi) -> str:
    """«2019–2030», «fra 2023», «til 2030», or nothing."""
    fra, til = strategi.fra_aar, strategi.til_aar
    if fra and til:
        return f"{fra}–{til}" if fra != til else str(fra)
    if fra:
        return _("fra %(aar)s") % {"aar": fra}
    return _("til %(aar)s") % {"aar": til} if til else ""


def plasser(punkter: Iterable[Strategipunkt]) -> tuple[Plass, ...]:
    """The points as the rules of the tree want them."""
    return tuple(Plass(id=punkt.pk, over=punkt.over_id, slag=punkt.slag, nummer=punkt.rekkefoelge) for punkt in punkter)


def _rad(rad: Strategi) -> Strategirad:
    return Strategirad(
        id=rad.pk, tittel=rad.tittel, slagord=rad.slagord or rad.visjon, periode=perioden(rad), region=rad.region.navn,
        region_slug=rad.region.slug, maalform=rad.maalform, er_eksempel=rad.er_eksempel,
    )  # fmt: skip


def _barn(punkter: Iterable[Strategipunkt]) -> dict[int | None, list[Strategipunkt]]:
    barn: dict[int | None, list[Strategipunkt]] = {}
    for punkt in punkter:
        barn.setdefault(punkt.over_id, []).append(punkt)
    return barn


def _grupper(
    barn: Mapping[int | None, Sequence[Strategipunkt]], over: int | None, arbeid: Mapping[int, tuple[Arbeid, ...]]
) -> tuple[Punktgruppe, ...]:
    grupper = []
    for slag in LESEREKKEFOELGE:
        like = [punkt for punkt in barn.get(over, ()) if punkt.slag == slag]
        if like:
            punkter = tuple(_punkt(punkt, barn, arbeid, punkt is like[0], punkt is like[-1]) for punkt in like)
            navn = str(GRUPPENAVN[Slag(slag)])
            grupper.append(
                Punktgruppe(slag=slag, navn=navn, er_nummerert=slag in (Slag.VEI, Slag.PREMISS), punkter=punkter)
            )
    return tuple(grupper)


def _punkt(
    punkt: Strategipunkt,
    barn: Mapping[int | None, Sequence[Strategipunkt]],
    arbeid: Mapping[int, tuple[Arbeid, ...]],
    er_foerst: bool,
    er_sist: bool,
) -> Punkt:
    return Punkt(
        id=punkt.pk, slag=punkt.slag, slag_navn=punkt.get_slag_display(), nummer=punkt.rekkefoelge, tekst=punkt.tekst,
        forklaring=punkt.forklaring, arbeid=arbeid.get(punkt.pk, ()), er_eksempel=punkt.er_eksempel,
        er_foerst=er_foerst, er_sist=er_sist, under=_grupper(barn, punkt.pk, arbeid), kan_faa=_kan_faa(punkt.slag),
    )  # fmt: skip


def _kan_faa(over: str) -> tuple[tuple[str, str], ...]:
    return tuple((slag, str(Slag(slag).label)) for slag in slag_under(over))
