"""What hangs on the points of a strategy: arrangements, projects and measures, within the reader's scope."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from avtaler.domene.prosjekter.fremdrift import status_paa
from avtaler.domene.strategi.fremdrift import FERDIGE_FRONTSAKER
from avtaler.models import Avtale, Frontsak, Prosjekt, Prosjektstatus, Strategi, Strategipunkt, Tiltak, Tiltaksstatus
from kommuner.tilgang import Innsyn

AVTALE, PROSJEKT, TILTAK, FRONTSAK = "avtale", "prosjekt", "tiltak", "frontsak"


@dataclass(frozen=True, kw_only=True)
class Arbeid:
    """One thing that is done, or was: ``er_aktivt`` tells which."""

    slag: str
    slag_navn: str
    id: int
    navn: str
    url: str
    status: str
    er_aktivt: bool
    er_eksempel: bool


def arbeid_per_punkt(strategi: Strategi, innsyn: Innsyn, *, dato: date) -> dict[int, tuple[Arbeid, ...]]:
    """Point → what hangs on it: arrangements, projects, measures, front cases. Four queries."""
    funnet: dict[int, list[Arbeid]] = defaultdict(list)
    for punkt, arbeid in (
        *_avtaler(strategi, innsyn, dato), *_prosjekter(strategi, innsyn, dato),
        *_tiltak(strategi), *_frontsaker(strategi),
    ):  # fmt: skip
        funnet[punkt].append(arbeid)
    return {punkt: tuple(rader) for punkt, rader in funnet.items()}


def avtalestatus(avtale: Avtale, dato: date) -> tuple[str, bool]:
    """How far the arrangement is on the date, in words, and whether it is in force or on its way."""
    if avtale.er_utkast:
        return _("utkast"), True
    if avtale.til is not None and avtale.til <= dato:
        return _("avsluttet"), False
    if avtale.fra is not None and avtale.fra > dato:
        return _("kommende"), True
    return _("gjelder"), True


def aarene(fra: int, til: int) -> str:
    """«2026» or «2025–2027»."""
    return str(fra) if fra == til else f"{fra}–{til}"


def _avtaler(strategi: Strategi, innsyn: Innsyn, dato: date) -> Iterable[tuple[int, Arbeid]]:
    koblinger = Strategipunkt.avtaler.through.objects.filter(
        strategipunkt__strategi=strategi, avtale__in=Avtale.objects.for_user(innsyn).order_by().values("pk")
    )
    for rad in koblinger.select_related("avtale").order_by("avtale__sortering", "avtale_id"):
        status, er_aktivt = avtalestatus(rad.avtale, dato)
        yield rad.strategipunkt_id, Arbeid(
            slag=AVTALE, slag_navn=_("samarbeid"), id=rad.avtale_id, navn=rad.avtale.navn,
            url=rad.avtale.get_absolute_url(), status=status, er_aktivt=er_aktivt, er_eksempel=rad.avtale.er_eksempel,
        )  # fmt: skip


def _prosjekter(strategi: Strategi, innsyn: Innsyn, dato: date) -> Iterable[tuple[int, Arbeid]]:
    koblinger = Strategipunkt.prosjekter.through.objects.filter(
        strategipunkt__strategi=strategi, prosjekt__in=Prosjekt.objects.for_user(innsyn).order_by().values("pk")
    )
    for rad in koblinger.select_related("prosjekt").order_by("prosjekt__sortering", "prosjekt_id"):
        status = Prosjektstatus(status_paa(rad.prosjekt.status, rad.prosjekt.til, dato))
        yield rad.strategipunkt_id, Arbeid(
            slag=PROSJEKT, slag_navn=_("prosjekt"), id=rad.prosjekt_id, navn=rad.prosjekt.navn,
            url=rad.prosjekt.get_absolute_url(), status=str(status.label),
            er_aktivt=status == Prosjektstatus.PAAGAAENDE, er_eksempel=rad.prosjekt.er_eksempel,
        )  # fmt: skip


def _tiltak(strategi: Strategi) -> Iterable[tuple[int, Arbeid]]:
    for rad in Tiltak.objects.filter(strategi=strategi, punkt__isnull=False):
        yield rad.punkt_id, Arbeid(
            slag=TILTAK, slag_navn=_("tiltak"), id=rad.pk, navn=rad.tittel, url="",
            status=f"{rad.get_status_display()}, {aarene(rad.fra_aar, rad.til_aar)}",
            er_aktivt=rad.status != Tiltaksstatus.AVLYST, er_eksempel=rad.er_eksempel,
        )  # fmt: skip


def _frontsaker(strategi: Strategi) -> Iterable[tuple[int, Arbeid]]:
    for rad in Frontsak.objects.filter(punkt__strategi=strategi, region=strategi.region_id):
        yield rad.punkt_id, Arbeid(
            slag=FRONTSAK, slag_navn=_("frontsak"), id=rad.pk, navn=rad.tittel, url="",
            status=rad.get_status_display(), er_aktivt=rad.status not in FERDIGE_FRONTSAKER,
            er_eksempel=rad.er_eksempel,
        )  # fmt: skip
