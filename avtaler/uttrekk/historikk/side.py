"""One page of the change log: the changes one person made to one agreement at once are one entry."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils import timezone
from django.utils.translation import gettext as _

from avtaler.models import Avtale
from kommuner.models import Handling, Hendelse
from kommuner.tilgang import Innsyn

from .endringer import Endring, endring_av, samlet
from .lesbare import lesbare
from .navn import navn_i
from .verdier import GRUPPER, Navn, tabeller_med_oekonomi

PER_SIDE = 25
#: An import touches thousands of rows at once; so many of one entry are shown.
HOEYST_I_ET_INNSLAG = 60
#: What a coordinator sees that belongs to a region and no agreement.
REGIONENS = ("kommuner_region", "kommuner_regionmedlemskap")
AVTALETABELL = Avtale._meta.db_table


@dataclass(frozen=True, kw_only=True)
class Historikkfilter:
    """What the reader asks for. Both days are included."""

    hvem: str = ""
    hva: str = ""
    avtale: str = ""
    fra: date | None = None
    til: date | None = None
    side: str = "1"

    def som_q(self) -> Q:
        q = Q()
        if self.hvem:
            q &= Q(hvem__icontains=self.hvem)
        if self.avtale:
            q &= Q(avtale_id__in=Avtale.objects.filter(navn__icontains=self.avtale).values("pk"))
        if self.hva in GRUPPER:
            q &= Q(tabell__in=GRUPPER[self.hva][1] or tabeller_med_oekonomi())
        if self.fra:
            q &= Q(tid__gte=_midnatt(self.fra))
        if self.til:
            q &= Q(tid__lt=_midnatt(self.til + timedelta(days=1)))
        return q


def _midnatt(dag: date) -> datetime:
    return timezone.make_aware(datetime.combine(dag, time.min))


@dataclass(frozen=True, kw_only=True)
class Innslag:
    """All that one request or command did to one agreement. ``flere`` rows more are not shown."""

    tid: datetime
    hvem: str
    setning: str
    begrunnelse: str
    avtale_id: int | None
    avtale_navn: str
    avtale_finnes: bool
    endringer: tuple[Endring, ...]
    flere: int


@dataclass(frozen=True)
class Historikkside:
    """The entries of one page, newest first, and the pages to turn."""

    innslag: tuple[Innslag, ...]
    sider: Page


def historikkside(
    innsyn: Innsyn, oensket: Historikkfilter, *, maalform: str, avtale: Avtale | None = None
) -> Historikkside:
    """The change log of one agreement, or of all the reader follows, within the reader's scope."""
    synlige = Hendelse.objects.filter(lesbare(innsyn), _innenfor(innsyn, avtale), oensket.som_q())
    innslag = synlige.values("foresporsel", "avtale_id").annotate(siste=Max("pk"), antall=Count("pk"))
    sider = Paginator(innslag.order_by("-siste"), PER_SIDE).get_page(oensket.side)
    hendelser = _hendelser(synlige, list(sider))
    navn = navn_i(hendelser, innsyn)
    finnes = set(Avtale.objects.filter(pk__in={h.avtale_id for h in hendelser}).values_list("pk", flat=True))
    grupper = _gruppert(hendelser)
    rader = [
        _innslag(rad, grupper[rad["foresporsel"], rad["avtale_id"]], navn, finnes, maalform, alene=avtale is not None)
        for rad in sider
    ]
    return Historikkside(tuple(rad for rad in rader if rad.endringer), sider)


def _innenfor(innsyn: Innsyn, avtale: Avtale | None) -> Q:
    """What the reader asks for, as far as the role reaches. A deleted agreement stays with the region it was in."""
    if avtale is not None:
        ut = Q(tabell="avtaler_avtalerelasjon") & (Q(etter__til_avtale_id=avtale.pk) | Q(foer__til_avtale_id=avtale.pk))
        return Q(avtale_id=avtale.pk) | ut
    if innsyn.er_administrator:
        return Q()
    mine = Q(avtale_id__in=Avtale.objects.med_historikk_for(innsyn).values("pk"))
    borte = Q(avtale_id__isnull=False) & ~Exists(Avtale.objects.filter(pk=OuterRef("avtale_id")))
    egen_region = Q(region_id__in=innsyn.regioner)
    return mine | (egen_region & (borte | Q(tabell__in=REGIONENS)))


def _hendelser(synlige: QuerySet[Hendelse], rader: Sequence[dict[str, Any]]) -> list[Hendelse]:
    """The first events of each entry on the page, in the order they happened."""
    plass = Window(RowNumber(), partition_by=[F("foresporsel"), F("avtale_id")], order_by=F("pk").asc())
    paa_siden = synlige.filter(foresporsel__in={rad["foresporsel"] for rad in rader})
    med = {(rad["foresporsel"], rad["avtale_id"]) for rad in rader}
    foerste = paa_siden.annotate(plass=plass).filter(plass__lte=HOEYST_I_ET_INNSLAG).order_by("pk")
    return [hendelse for hendelse in foerste if (hendelse.foresporsel, hendelse.avtale_id) in med]


def _gruppert(hendelser: Iterable[Hendelse]) -> dict[tuple[Any, Any], list[Hendelse]]:
    grupper: dict[tuple[Any, Any], list[Hendelse]] = defaultdict(list)
    for hendelse in hendelser:
        grupper[hendelse.foresporsel, hendelse.avtale_id].append(hendelse)
    return grupper


def _innslag(
    rad: dict[str, Any], hendelser: list[Hendelse], navn: Navn, finnes: set[int], maalform: str, *, alene: bool
) -> Innslag:
    foerste = hendelser[0]
    endringer = tuple(e for h in samlet(hendelser) if (e := endring_av(h, navn, maalform)) and _sier_noe(e))
    avtale_navn = navn.get((AVTALETABELL, str(foerste.avtale_id)), "")
    hvem = hvem_navn(foerste)
    setning = _setning(hvem, endringer)
    if avtale_navn and not alene and not _er_avtalen(endringer):
        setning = _("%(setning)s på avtalen «%(avtale)s»") % {"setning": setning, "avtale": avtale_navn}
    return Innslag(
        tid=foerste.tid, hvem=hvem, setning=f"{setning}.", begrunnelse=foerste.begrunnelse, endringer=endringer,
        avtale_id=foerste.avtale_id, avtale_navn=avtale_navn, avtale_finnes=foerste.avtale_id in finnes,
        flere=rad["antall"] - len(hendelser),
    )  # fmt: skip


def _sier_noe(endring: Endring) -> bool:
    return bool(endring.felt) or endring.handling != Handling.ENDRET


def _er_avtalen(endringer: Sequence[Endring]) -> bool:
    return len(endringer) == 1 and endringer[0].tabell == AVTALETABELL and endringer[0].handling != Handling.ENDRET


def hvem_navn(hendelse: Hendelse) -> str:
    """The person by name then, or the machine in words."""
    slag, _rom, navn = hendelse.hvem.partition(" ")
    if hendelse.bruker_id is None and navn:
        if slag == "kommando":
            return _("Kommandoen %(navn)s") % {"navn": navn}
        if slag == "jobb":
            return _("Den faste jobben %(navn)s") % {"navn": navn}
        if slag == "database":
            return _("Noen rett i databasen (%(navn)s)") % {"navn": navn}
        if hendelse.hvem == "ikke innlogget":
            return _("Noen som ikke var logget inn")
    return hendelse.hvem


def _setning(hvem: str, endringer: Sequence[Endring]) -> str:
    """What was done in one sentence; the details stand below it."""
    if len(endringer) != 1:
        return _("%(hvem)s gjorde %(antall)s endringer") % {"hvem": hvem, "antall": len(endringer)}
    (ene,) = endringer
    if ene.handling == Handling.ENDRET and len(ene.felt) == 1 and ene.felt[0].ordene is None:
        return _ett_felt(hvem, ene)
    setninger = {
        Handling.OPPRETTET: _("%(hvem)s la til %(hva)s"),
        Handling.ENDRET: _("%(hvem)s endret %(hva)s"),
        Handling.SLETTET: _("%(hvem)s slettet %(hva)s"),
    }
    return setninger[Handling(ene.handling)] % {"hvem": hvem, "hva": ene.hva}


def _ett_felt(hvem: str, ene: Endring) -> str:
    felt = ene.felt[0]
    verdier = {"hvem": hvem, "felt": felt.navn, "foer": felt.foer, "etter": felt.etter, "hva": ene.hva}
    if not felt.foer:
        setning = _("%(hvem)s fylte ut %(felt)s: %(etter)s") % verdier
    elif not felt.etter:
        setning = _("%(hvem)s fjernet %(felt)s, som var %(foer)s") % verdier
    else:
        setning = _("%(hvem)s endret %(felt)s fra %(foer)s til %(etter)s") % verdier
    return setning if ene.tabell == AVTALETABELL else f"{setning} ({ene.hva})"
