"""All grants of a region, from projects and from the budgets of agreements, what ends soon first (needs 3.14)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from avtaler.domene.prosjektoekonomi.finansiering import Frist
from avtaler.models import Avtale, Finansiering, Prosjekt
from avtaler.uttrekk.prosjektoekonomi.finansieringsside import som_del
from kommuner.models import Region
from kommuner.tilgang import Innsyn
from kostnad.models import Tilskudd
from kostnad.tilgang import aarsinnsyn_i

#: Money from others than the participants themselves, and that is not paid back.
EKSTERNT = (Finansiering.Type.TILSKUDD, Finansiering.Type.SELSKAP)
#: A grant in an agreement's budget has no state of its own: it is reckoned with.
BUDSJETT = "budsjett"


@dataclass(frozen=True, kw_only=True)
class Tilskuddsrad:
    """One grant. ``aar``: the budget year, or the year the offer ends; None when there is none."""

    giver: str
    hvor: str
    hvor_url: str
    aar: int | None
    status: str
    status_navn: str
    beloep_oere: int | None
    utbetalt_oere: int | None
    vilkaar: str
    frist: date | None
    fristen: Frist
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Giverrad:
    """The sums of one funder, in øre. ``ukjente``: how many of its grants have no amount."""

    navn: str
    antall: int
    soekt: int
    innvilget: int
    i_budsjettet: int
    ukjente: int


@dataclass(frozen=True, kw_only=True)
class Tilskuddsoversikt:
    """``alle`` before any filter has been laid on: what the filter may choose among."""

    rader: tuple[Tilskuddsrad, ...]
    alle: tuple[Tilskuddsrad, ...]

    @property
    def givere(self) -> tuple[Giverrad, ...]:
        """Each funder once, in the order they come; a name written with other letters is the same name."""
        per_giver: dict[str, list[Tilskuddsrad]] = {}
        for rad in self.rader:
            per_giver.setdefault(rad.giver.casefold(), []).append(rad)
        givere = (_giver(rader) for rader in per_giver.values())
        return tuple(sorted(givere, key=lambda rad: -rad.innvilget - rad.i_budsjettet))

    @property
    def innvilget(self) -> int:
        return sum(rad.innvilget for rad in self.givere)

    @property
    def i_budsjettet(self) -> int:
        """Kept apart: what is granted to a project may stand in the agreement's budget as well."""
        return sum(rad.i_budsjettet for rad in self.givere)

    @property
    def soekt(self) -> int:
        return sum(rad.soekt for rad in self.givere)

    @property
    def ukjente(self) -> int:
        return sum(rad.ukjente for rad in self.givere)

    @property
    def snart(self) -> int:
        """How many end within half a year, or should have been used already."""
        return sum(rad.fristen in (Frist.SNART, Frist.UTLOEPT) for rad in self.rader)


def tilskuddsoversikt(
    region: Region, innsyn: Innsyn, *, dato: date, giver: str = "", aar: int | None = None, status: str = ""
) -> Tilskuddsoversikt:
    """The grants whose money the reader may see. Three queries."""
    alle = sorted([*_fra_prosjekter(region, innsyn, dato), *_fra_budsjetter(region, innsyn, dato)], key=_rekke)
    rader = (rad for rad in alle if not giver or rad.giver.casefold() == giver.casefold())
    rader = (rad for rad in rader if aar is None or rad.aar == aar)
    return Tilskuddsoversikt(
        rader=tuple(rad for rad in rader if not status or rad.status == status), alle=tuple(alle)
    )  # fmt: skip


def statusnavn() -> dict[str, str]:
    """The states in words, by code."""
    navn = {status.value: str(status.label) for status in Finansiering.Status}
    return navn | {BUDSJETT: _("i budsjettet")}


def _fra_prosjekter(region: Region, innsyn: Innsyn, dato: date) -> Iterable[Tilskuddsrad]:
    prosjekter = Prosjekt.objects.med_oekonomi_for(innsyn).filter(region=region).order_by().values("pk")
    funnet = Finansiering.objects.filter(prosjekt__in=prosjekter, type__in=EKSTERNT)
    for rad in funnet.select_related("prosjekt", "part"):
        yield Tilskuddsrad(
            giver=rad.part.navn if rad.part else rad.navn, hvor=rad.prosjekt.navn,
            hvor_url=reverse("avtaler:finansiering", args=[rad.prosjekt_id]),
            aar=rad.frist.year if rad.frist else None, status=rad.status, status_navn=rad.get_status_display(),
            beloep_oere=rad.beloep_oere, utbetalt_oere=rad.utbetalt_oere, vilkaar=rad.vilkaar, frist=rad.frist,
            fristen=som_del(rad).fristen(dato), er_eksempel=rad.er_eksempel,
        )  # fmt: skip


def _fra_budsjetter(region: Region, innsyn: Innsyn, dato: date) -> Iterable[Tilskuddsrad]:
    avtaler = Avtale.objects.med_oekonomi_for(innsyn).filter(region=region).order_by().values("pk")
    funnet = list(Tilskudd.objects.filter(budsjett__avtale__in=avtaler).select_related("budsjett__avtale"))
    ser = aarsinnsyn_i({rad.budsjett.avtale for rad in funnet}, innsyn, dato=dato)
    for rad in funnet:
        if ser[rad.budsjett.avtale_id].ser(rad.budsjett.aar):
            yield _fra_budsjett(rad)


def _fra_budsjett(rad: Tilskudd) -> Tilskuddsrad:
    avtale = rad.budsjett.avtale
    return Tilskuddsrad(
        giver=rad.navn, hvor=avtale.navn, hvor_url=reverse("kostnad:avtale", args=[avtale.pk]), aar=rad.budsjett.aar,
        status=BUDSJETT, status_navn=statusnavn()[BUDSJETT], beloep_oere=rad.beloep_oere, utbetalt_oere=None,
        vilkaar="", frist=None, fristen=Frist.INGEN, er_eksempel=rad.budsjett.er_eksempel,
    )  # fmt: skip


def _rekke(rad: Tilskuddsrad) -> tuple[bool, date, int, str, str]:
    """What can still lapse stands first, the first day first; the rest from the newest year."""
    kan_falle_bort = rad.fristen is not Frist.INGEN
    return (
        not kan_falle_bort,
        rad.frist if kan_falle_bort and rad.frist else date.max,
        -(rad.aar or 0),
        rad.giver,
        rad.hvor,
    )


def _giver(rader: Sequence[Tilskuddsrad]) -> Giverrad:
    gitt = (Finansiering.Status.INNVILGET, Finansiering.Status.UTBETALT)
    return Giverrad(
        navn=rader[0].giver, antall=len(rader),
        soekt=sum(rad.beloep_oere or 0 for rad in rader if rad.status == Finansiering.Status.SOEKT),
        innvilget=sum(rad.beloep_oere or 0 for rad in rader if rad.status in gitt),
        i_budsjettet=sum(rad.beloep_oere or 0 for rad in rader if rad.status == BUDSJETT),
        ukjente=sum(rad.beloep_oere is None for rad in rader),
    )  # fmt: skip
