"""The meetings the reader follows, coming and past."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from django.db.models import Q, QuerySet

from avtaler.models import Moete, Moetestatus, Organ
from kommuner.models import Region
from kommuner.tilgang import Innsyn

from .innkalling import innkalling_av
from .tittel import vist_tittel


@dataclass(frozen=True, kw_only=True)
class Moetefilter:
    """What the reader asked for; empty means everything. ``mine``: only of their own regions and municipalities."""

    mine: bool = False
    region: int | None = None
    organ: int | None = None
    aar: int | None = None


@dataclass(frozen=True, kw_only=True)
class Moeterad:
    """One meeting as a line. ``advarsel``: what is wrong with its notice, for those who keep it."""

    id: int
    tittel: str
    organ_id: int
    organ_navn: str
    eier_navn: str
    """The agreement, or the region of a joint organ."""
    avtale_id: int | None
    dato: date
    klokka: time | None
    sted: str
    status: str
    status_navn: str
    er_aapent: bool
    lukket_hjemmel: str
    """Empty also where the law does not open the doors of the organ."""
    er_eksempel: bool
    advarsel: str
    skal_foeres: bool
    """The day has passed, and nobody has said whether it was held."""


_FERDIG = frozenset({Moetestatus.HOLDT.value, Moetestatus.AVLYST.value})


def kommende(innsyn: Innsyn, filter: Moetefilter, *, dato: date) -> QuerySet[Moete]:
    """Those to be held on ``dato`` or after, the nearest first."""
    return _moeter(innsyn, filter).filter(dato__gte=dato).exclude(status__in=_FERDIG).order_by("dato", "pk")


def tidligere(innsyn: Innsyn, filter: Moetefilter, *, dato: date) -> QuerySet[Moete]:
    """Those that are past, held or cancelled, the newest first."""
    return _moeter(innsyn, filter).filter(Q(dato__lt=dato) | Q(status__in=_FERDIG))


def moeterader(moeter: Iterable[Moete], innsyn: Innsyn, *, dato: date, maalform: str) -> tuple[Moeterad, ...]:
    """One query, when the meetings have not been read yet."""
    return tuple(moeterad(moete, innsyn, har_innsyn=moete.har_innsyn, dato=dato, maalform=maalform) for moete in moeter)


def moeterad(moete: Moete, innsyn: Innsyn, *, har_innsyn: bool, dato: date, maalform: str) -> Moeterad:
    """No queries when the organ with its agreement and region is at hand."""
    organ = moete.organ
    kan_redigere = innsyn.kan_redigere(organ.regionens_pk)
    innkalling = innkalling_av(moete, dato=dato, maalform=maalform)
    return Moeterad(
        id=moete.pk, tittel=vist_tittel(moete, har_innsyn=har_innsyn), organ_id=organ.pk, organ_navn=str(organ),
        eier_navn=eier_navn(organ), avtale_id=organ.avtale_id, dato=moete.dato, klokka=moete.klokka, sted=moete.sted,
        status=moete.status, status_navn=moete.get_status_display(), er_aapent=moete.er_aapent,
        lukket_hjemmel=moete.lukket_hjemmel,
        er_eksempel=moete.er_eksempel, advarsel=innkalling.advarsel if kan_redigere else "",
        skal_foeres=moete.dato < dato and moete.status not in _FERDIG,
    )  # fmt: skip


def eier_navn(organ: Organ) -> str:
    """The agreement the organ is of, or the region of a joint one."""
    return str(organ.avtale.navn if organ.avtale else organ.region.navn)


def har_egne_moeter(innsyn: Innsyn) -> bool:
    """Whether «mine» means anything to the reader."""
    return bool(innsyn.regioner | innsyn.sekretaer_regioner | innsyn.parter)


def regionvalg(innsyn: Innsyn) -> Iterable[tuple[int, str]]:
    """The regions that have meetings the reader may see. One query."""
    synlige = Moete.objects.for_user(innsyn).order_by()
    med = Q(pk__in=synlige.values("organ__avtale__region")) | Q(pk__in=synlige.values("organ__region"))
    return Region.objects.filter(med).values_list("pk", "navn")


def organvalg(innsyn: Innsyn) -> Iterable[tuple[int, str]]:
    """The organs that have meetings the reader may see, by agreement. One query."""
    pk = Moete.objects.for_user(innsyn).order_by().values("organ")
    organer = Organ.objects.filter(pk__in=pk).select_related("avtale", "region").order_by("avtale__navn", "navn", "pk")
    return [(organ.pk, f"{organ} ({eier_navn(organ)})") for organ in organer]


def aarvalg(innsyn: Innsyn) -> Iterable[int]:
    """The years that have meetings the reader may see, newest first. One query."""
    datoer = Moete.objects.for_user(innsyn).dates("dato", "year", order="DESC")
    return [dato.year for dato in datoer]


def _moeter(innsyn: Innsyn, filter: Moetefilter) -> QuerySet[Moete]:
    moeter = Moete.objects.for_user(innsyn).med_innsyn(innsyn).select_related("organ__avtale__region", "organ__region")
    if filter.mine:
        moeter = moeter.filter(pk__in=Moete.objects.som_angaar(innsyn).order_by().values("pk"))
    if filter.region is not None:
        moeter = moeter.filter(Q(organ__avtale__region=filter.region) | Q(organ__region=filter.region))
    if filter.organ is not None:
        moeter = moeter.filter(organ=filter.organ)
    return moeter.filter(dato__year=filter.aar) if filter.aar is not None else moeter
