"""What the organs have raised for those above them, and how far each matter has come (needs 1.5c)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from avtaler.models import Avtale, Initiativ, Moete, Moetesak, Organ
from kommuner.models import Region
from kommuner.tilgang import Innsyn

from .liste import eier_navn

AAPNE = frozenset({Initiativ.Status.REIST.value, Initiativ.Status.PAA_SAKLISTA.value})


@dataclass(frozen=True, kw_only=True)
class Initiativfilter:
    """What the reader asked for; empty means everything."""

    region: int | None = None
    organ: int | None = None
    """Raised by the organ, or for it."""
    status: str = ""


@dataclass(frozen=True, kw_only=True)
class Initiativrad:
    """One initiative as a line."""

    id: int
    tittel: str
    fra_organ: str
    fra_organ_id: int
    til_organ: str
    til_organ_id: int
    eier_navn: str
    avtale_id: int | None
    dato: date
    status: str
    status_navn: str
    behandlet: date | None
    er_aapent: bool
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Behandling:
    """A meeting that has the initiative on its agenda, within the reader's scope."""

    moete_id: int
    sak_id: int
    organ_navn: str
    dato: date
    vedtak: str


@dataclass(frozen=True, kw_only=True)
class Initiativside:
    """One initiative with all that has come of it, and the purposes of the cooperation it is raised in."""

    rad: Initiativrad
    tekst: str
    svar: str
    runde_id: int | None
    runde_tittel: str
    behandlinger: tuple[Behandling, ...]
    formaal: tuple[str, ...]
    maalform: str


def synlige(innsyn: Innsyn) -> QuerySet[Initiativ]:
    """The initiatives between organs the reader may see, with what a row shows."""
    organer = Organ.objects.for_user(innsyn).order_by().values("pk")
    rader = Initiativ.objects.filter(fra_organ__in=organer, til_organ__in=organer)
    return rader.select_related("fra_organ__avtale", "fra_organ__region", "til_organ", "runde")


def initiativer(innsyn: Innsyn, filter: Initiativfilter, *, dato: date) -> tuple[Initiativrad, ...]:
    """Those raised by ``dato``: the open ones first, then the newest. One query."""
    rader = synlige(innsyn).filter(dato__lte=dato)
    if filter.region is not None:
        rader = rader.filter(Q(fra_organ__avtale__region=filter.region) | Q(fra_organ__region=filter.region))
    if filter.organ is not None:
        rader = rader.filter(Q(fra_organ=filter.organ) | Q(til_organ=filter.organ))
    if filter.status:
        rader = rader.filter(status=filter.status)
    return tuple(sorted((initiativrad(rad) for rad in rader), key=lambda rad: not rad.er_aapent))


def initiativside(initiativ: Initiativ, innsyn: Innsyn) -> Initiativside:
    """Three queries. Wants what ``synlige`` brings."""
    avtale = initiativ.fra_organ.avtale
    runde = initiativ.runde if initiativ.runde and _ser_runden(initiativ, innsyn) else None
    return Initiativside(
        rad=initiativrad(initiativ), tekst=initiativ.tekst, svar=initiativ.svar,
        runde_id=runde.pk if runde else None, runde_tittel=runde.tittel if runde else "",
        behandlinger=tuple(_behandlinger(initiativ, innsyn)),
        formaal=tuple(avtale.formaal.values_list("tekst", flat=True)) if avtale else (),
        maalform=avtale.maalform if avtale else "",
    )  # fmt: skip


def regionvalg(innsyn: Innsyn) -> Iterable[tuple[int, str]]:
    """The regions that have initiatives the reader may see. One query."""
    rader = synlige(innsyn).select_related(None).order_by()
    med = Q(pk__in=rader.values("fra_organ__avtale__region")) | Q(pk__in=rader.values("fra_organ__region"))
    return Region.objects.filter(med).values_list("pk", "navn")


def organvalg(innsyn: Innsyn) -> Iterable[tuple[int, str]]:
    """The organs that have raised or been sent initiatives the reader may see. One query."""
    rader = synlige(innsyn).select_related(None).order_by()
    med = Q(pk__in=rader.values("fra_organ")) | Q(pk__in=rader.values("til_organ"))
    organer = Organ.objects.filter(med).select_related("avtale", "region").order_by("avtale__navn", "navn", "pk")
    return [(organ.pk, f"{organ} ({eier_navn(organ)})") for organ in organer]


def initiativrad(rad: Initiativ) -> Initiativrad:
    """No queries when the organs are at hand."""
    return Initiativrad(
        id=rad.pk, tittel=rad.tittel, fra_organ=str(rad.fra_organ), fra_organ_id=rad.fra_organ_id,
        til_organ=str(rad.til_organ), til_organ_id=rad.til_organ_id, eier_navn=eier_navn(rad.fra_organ),
        avtale_id=rad.fra_organ.avtale_id, dato=rad.dato, status=rad.status, status_navn=rad.get_status_display(),
        behandlet=rad.behandlet, er_aapent=rad.status in AAPNE, er_eksempel=rad.er_eksempel,
    )  # fmt: skip


def _ser_runden(initiativ: Initiativ, innsyn: Innsyn) -> bool:
    return Avtale.objects.for_user(innsyn).filter(pk=initiativ.runde.avtale_id).exists()


def _behandlinger(initiativ: Initiativ, innsyn: Innsyn) -> Iterable[Behandling]:
    """Where it has been on the agenda; an item behind closed doors only for those with insight."""
    aapen = Q(er_lukket=False, moete__er_aapent=True)
    innsikt = Exists(Moete.objects.med_innsyn_for(innsyn).filter(pk=OuterRef("moete")))
    saker = Moetesak.objects.filter(aapen | innsikt, initiativ=initiativ)
    saker = saker.filter(moete__in=Moete.objects.for_user(innsyn).order_by().values("pk"))
    for sak in saker.select_related("moete__organ").order_by("moete__dato", "pk"):
        yield Behandling(
            moete_id=sak.moete_id, sak_id=sak.pk, organ_navn=str(sak.moete.organ), dato=sak.moete.dato,
            vedtak=sak.vedtak,
        )  # fmt: skip
