"""Every decision of the meetings with its follow-up, as a page and as a sheet (needs 4.12)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from avtaler.domene.moeter.oppfoelging import Oppfoelging
from avtaler.models import Avtale, Moete, Moetesak
from kommuner.filer.ark import Ark, Celle, Kolonne, Slag
from kommuner.tilgang import Innsyn

from .liste import eier_navn
from .saker import Sakenes, Saksrad, avtalene, saksrad


@dataclass(frozen=True, kw_only=True)
class Loggfilter:
    """What the reader asked for; empty means everything."""

    region: int | None = None
    avtale: int | None = None
    organ: int | None = None
    oppfoelging: str = ""


@dataclass(frozen=True, kw_only=True)
class Loggrad:
    """One decision, and the meeting that made it."""

    sak: Saksrad
    moete_id: int
    moete_dato: date
    organ_navn: str
    eier_navn: str


@dataclass(frozen=True, kw_only=True)
class Vedtakslogg:
    """The decisions, newest first, and how many there are of each state before the state was chosen."""

    rader: tuple[Loggrad, ...]
    antall: dict[str, int]


def vedtakslogg(innsyn: Innsyn, filter: Loggfilter, *, dato: date) -> Vedtakslogg:
    """What was decided by ``dato``. Three queries whatever their number."""
    med_innsyn = set(Moete.objects.med_innsyn_for(innsyn).order_by().values_list("pk", flat=True))
    saker = list(_saker(innsyn, filter, dato))
    ledd = Sakenes(avtalene(saker, innsyn), {})
    rader = [_rad(sak, ledd, har_innsyn=sak.moete_id in med_innsyn, dato=dato) for sak in saker]
    antall = {status.value: sum(rad.sak.oppfoelging is status for rad in rader) for status in Oppfoelging}
    valgt = [rad for rad in rader if not filter.oppfoelging or rad.sak.oppfoelging == filter.oppfoelging]
    return Vedtakslogg(rader=tuple(valgt), antall=antall)


def loggark(logg: Vedtakslogg) -> Ark:
    """The same rows to take away; what is closed to the reader is closed here too."""
    kolonner = [
        Kolonne(_("Dato"), Slag.DATO), Kolonne(_("Organ")), Kolonne(_("Samarbeid")), Kolonne(_("Saksnummer")),
        Kolonne(_("Sak"), bredde=40), Kolonne(_("Vedtak"), bredde=60), Kolonne(_("Følges opp av")),
        Kolonne(_("Frist"), Slag.DATO), Kolonne(_("Utført"), Slag.DATO), Kolonne(_("Status")),
        Kolonne(_("Hjemmel for å lukke")), Kolonne(_("Merknad")),
    ]  # fmt: skip
    return Ark(_("Vedtakslogg"), kolonner, [_celler(rad) for rad in logg.rader], faste_kolonner=1)


def avtalevalg(innsyn: Innsyn) -> Iterable[tuple[int, str]]:
    """The agreements whose organs have decided something the reader may see. One query."""
    synlige = Moete.objects.for_user(innsyn).order_by()
    rader = Avtale.objects.for_user(innsyn).filter(pk__in=synlige.values("organ__avtale"))
    return rader.order_by("navn").values_list("pk", "navn")


def _saker(innsyn: Innsyn, filter: Loggfilter, dato: date) -> QuerySet[Moetesak]:
    saker = Moetesak.objects.filter(moete__in=Moete.objects.for_user(innsyn).order_by().values("pk"))
    saker = saker.filter(moete__dato__lte=dato).exclude(vedtak="")
    if filter.region is not None:
        saker = saker.filter(Q(moete__organ__avtale__region=filter.region) | Q(moete__organ__region=filter.region))
    if filter.avtale is not None:
        saker = saker.filter(_om_avtalen(filter.avtale))
    if filter.organ is not None:
        saker = saker.filter(moete__organ=filter.organ)
    ledd = ("moete__organ__avtale", "moete__organ__region", "runde", "initiativ__fra_organ", "initiativ__til_organ")
    return saker.select_related(*ledd).order_by("-moete__dato", "moete", "rekkefoelge", "pk")


def _om_avtalen(avtale: int) -> Q:
    """Decided in its organs, or said to be about it; what a closed item is about is not told by a filter."""
    return Q(moete__organ__avtale=avtale) | Q(avtale=avtale, er_lukket=False, moete__er_aapent=True)


def _rad(sak: Moetesak, ledd: Sakenes, *, har_innsyn: bool, dato: date) -> Loggrad:
    organ = sak.moete.organ
    return Loggrad(
        sak=saksrad(sak, ledd, har_innsyn=har_innsyn, moetets_avtale=organ.avtale_id, dato=dato),
        moete_id=sak.moete_id, moete_dato=sak.moete.dato, organ_navn=str(organ), eier_navn=eier_navn(organ),
    )  # fmt: skip


def _celler(rad: Loggrad) -> list[Celle]:
    sak = rad.sak
    return [
        rad.moete_dato, rad.organ_navn, rad.eier_navn, sak.saksnummer,
        _("Unntatt offentlighet") if sak.er_skjult else sak.tittel, sak.vedtak, sak.ansvarlig, sak.frist, sak.utfoert,
        sak.oppfoelging_navn, sak.hjemmel if sak.er_lukket else "", _("eksempel") if sak.er_eksempel else "",
    ]  # fmt: skip
