"""The list of a region's pages: one line brings a page to the region's front page, with what is counted there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from avtaler.domene.strategi.fremdrift import FERDIGE_FRONTSAKER
from avtaler.models import (
    Avtale,
    Kunngjoering,
    Moete,
    Moetestatus,
    Organ,
    Prosjekt,
    Prosjektstatus,
    Raadsvedtak,
    Runde,
    Vedtaksstatus,
)
from kommuner.models import Region, Regionmedlemskap
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn

from .moeter.initiativer import AAPNE as AAPNE_INITIATIVER
from .moeter.initiativer import synlige as synlige_initiativer
from .vurdering.diskusjoner import diskusjoner

#: (region, date, reader) → the rows that are counted.
Rader = Callable[[Region, date, Innsyn], QuerySet]

GJOER, VIL, MOETES, REGIONEN = _("Hva vi gjør"), _("Hva vi vil"), _("Hvem som møtes, og når"), _("Om regionen")
#: The order on the page.
GRUPPER = (GJOER, VIL, MOETES, REGIONEN)


@dataclass(frozen=True, kw_only=True)
class Linje:
    """One page of the region.

    ``adresse``: the name of the URL, reversed with the slug when ``med_slug``; otherwise ``spoerring`` follows it.
    ``antall``: what is said of the rows counted, an ``ngettext_lazy`` with ``antall``. ``tekst``: what is said without.
    """

    gruppe: Any
    navn: Any
    adresse: str
    med_slug: bool = False
    spoerring: str = "?region={region.slug}"
    rader: Rader | None = None
    antall: Any = None
    tekst: Any = ""
    bare_koordinator: bool = False
    bare_innlogget: bool = False

    def url(self, region: Region) -> str:
        """Where the page is, for this region."""
        if self.med_slug:
            return reverse(self.adresse, args=[region.slug])
        return reverse(self.adresse) + self.spoerring.format(region=region)

    def er_for(self, innsyn: Innsyn, region: Region, *, innlogget: bool) -> bool:
        """Whether the page is one the reader may open."""
        if self.bare_koordinator:
            return innsyn.kan_redigere(region.pk)
        return innlogget or not self.bare_innlogget


def _avtaler(region: Region, dato: date, innsyn: Innsyn) -> QuerySet:
    return Avtale.objects.for_user(innsyn).gjeldende(dato).filter(region=region)


def _saker(region: Region, dato: date, innsyn: Innsyn) -> QuerySet:
    """Cases some council has been sent and not decided."""
    behandlet = (Vedtaksstatus.LIKELYDENDE, Vedtaksstatus.AVVIK, Vedtaksstatus.AVVIST)
    venter = Raadsvedtak.objects.exclude(status__in=behandlet).order_by().values("runde")
    synlige = Avtale.objects.for_user(innsyn).filter(region=region).order_by().values("pk")
    return Runde.objects.filter(avtale__in=synlige, laast__lte=dato, pk__in=venter)


def _moeter(region: Region, dato: date, innsyn: Innsyn) -> QuerySet:
    """Those still to be held."""
    sted = Q(organ__avtale__region=region) | Q(organ__region=region)
    moeter = Moete.objects.for_user(innsyn).filter(sted, dato__gte=dato)
    return moeter.filter(status__in=(Moetestatus.PLANLAGT, Moetestatus.INNKALT))


def _initiativer(region: Region, dato: date, innsyn: Innsyn) -> QuerySet:
    """Those nobody has decided on."""
    sted = Q(fra_organ__avtale__region=region) | Q(fra_organ__region=region)
    return synlige_initiativer(innsyn).select_related(None).filter(sted, status__in=AAPNE_INITIATIVER, dato__lte=dato)


def _kunngjoeringer(region: Region, dato: date, innsyn: Innsyn) -> QuerySet:
    return Kunngjoering.objects.for_user(innsyn).filter(region=region, dato__year=dato.year, dato__lte=dato)


def _organer(region: Region, dato: date, innsyn: Innsyn) -> QuerySet:
    return Organ.objects.filter(gyldig(dato), region=region)


def _medlemmer(region: Region, dato: date, innsyn: Innsyn) -> QuerySet:
    return Regionmedlemskap.objects.filter(gyldig(dato), region=region)


def _strategier(region: Region, dato: date, innsyn: Innsyn) -> QuerySet:
    return region.strategier.all()


def _frontsaker(region: Region, dato: date, innsyn: Innsyn) -> QuerySet:
    return region.frontsaker.exclude(status__in=FERDIGE_FRONTSAKER)


def _systemer(region: Region, dato: date, innsyn: Innsyn) -> QuerySet:
    return region.fellessystemer.all()


def _prosjekter(region: Region, dato: date, innsyn: Innsyn) -> QuerySet:
    """Those that are neither closed nor stopped."""
    return Prosjekt.objects.for_user(innsyn).filter(region=region, status=Prosjektstatus.PAAGAAENDE)


def _ideer(region: Region, dato: date, innsyn: Innsyn) -> QuerySet:
    """Those that are not merged into others."""
    return region.ideer.filter(slaatt_sammen_med__isnull=True, dato__lte=dato)


def _diskusjoner(region: Region, dato: date, innsyn: Innsyn) -> QuerySet:
    return diskusjoner(innsyn, region)


def _lapperunder(region: Region, dato: date, innsyn: Innsyn) -> QuerySet:
    return region.lapperunder.all()


def _konferanser(region: Region, dato: date, innsyn: Innsyn) -> QuerySet:
    return region.konferanser.all()


LINJER: tuple[Linje, ...] = (
    Linje(
        gruppe=GJOER, navn=_("Avtaler"), adresse="avtaler:register", rader=_avtaler,
        antall=ngettext_lazy("%(antall)d avtale", "%(antall)d avtaler", "antall"),
    ),
    Linje(
        gruppe=GJOER, navn=_("Saker i kommunestyrene"), adresse="avtaler:runder",
        spoerring="?hvem=alle&region={region.pk}", rader=_saker,
        antall=ngettext_lazy("%(antall)d til behandling", "%(antall)d til behandling", "antall"),
    ),
    Linje(
        gruppe=GJOER, navn=_("Hvem løser hva sammen"), adresse="avtaler:matrise",
        tekst=_("Oppgave for oppgave, og de hvite flekkene"),
    ),
    Linje(
        gruppe=GJOER, navn=_("Vurderinger"), adresse="avtaler:regionens_vurderinger", med_slug=True,
        tekst=_("Avvikle, videreføre eller utvikle: det hver kommune sier"),
    ),
    Linje(
        gruppe=GJOER, navn=_("Prosjekter"), adresse="avtaler:prosjekter", rader=_prosjekter,
        antall=ngettext_lazy("%(antall)d pågår", "%(antall)d pågår", "antall"),
    ),
    Linje(
        gruppe=GJOER, navn=_("Fellessystemer"), adresse="avtaler:systemer", med_slug=True, rader=_systemer,
        antall=ngettext_lazy("%(antall)d system", "%(antall)d systemer", "antall"),
    ),
    Linje(
        gruppe=GJOER, navn=_("Gevinster"), adresse="avtaler:regiongevinster", med_slug=True,
        tekst=_("Ventet og målt, fra en grunnlinje"),
    ),
    Linje(
        gruppe=GJOER, navn=_("Tilskudd"), adresse="kostnad:tilskudd", med_slug=True, bare_innlogget=True,
        tekst=_("Alle penger fra andre, det som snart går ut først"),
    ),
    Linje(
        gruppe=VIL, navn=_("Utviklingstemaene"), adresse="avtaler:temaer", med_slug=True,
        tekst=_("Avtaler og prosjekter i hvert av de sju temaene"),
    ),
    Linje(
        gruppe=VIL, navn=_("Strategi"), adresse="avtaler:strategier", rader=_strategier,
        antall=ngettext_lazy("%(antall)d strategi", "%(antall)d strategier", "antall"),
    ),
    Linje(
        gruppe=VIL, navn=_("Frontsaker"), adresse="avtaler:frontsaker", rader=_frontsaker,
        antall=ngettext_lazy("%(antall)d åpen sak", "%(antall)d åpne saker", "antall"),
    ),
    Linje(
        gruppe=VIL, navn=_("Idébank"), adresse="avtaler:ideer", rader=_ideer,
        antall=ngettext_lazy("%(antall)d idé", "%(antall)d ideer", "antall"),
    ),
    Linje(
        gruppe=VIL, navn=_("Diskusjonsdokumenter"), adresse="avtaler:diskusjoner", rader=_diskusjoner,
        antall=ngettext_lazy("%(antall)d dokument", "%(antall)d dokumenter", "antall"),
    ),
    Linje(
        gruppe=VIL, navn=_("Gule lapper"), adresse="avtaler:lapperunder", rader=_lapperunder,
        antall=ngettext_lazy("%(antall)d runde", "%(antall)d runder", "antall"),
    ),
    Linje(
        gruppe=MOETES, navn=_("Felles organer"), adresse="avtaler:regionorganer", med_slug=True, rader=_organer,
        antall=ngettext_lazy("%(antall)d organ", "%(antall)d organer", "antall"),
    ),
    Linje(
        gruppe=MOETES, navn=_("Møter"), adresse="avtaler:moeter", spoerring="?hvem=alle&region={region.pk}",
        rader=_moeter, antall=ngettext_lazy("%(antall)d kommende møte", "%(antall)d kommende møter", "antall"),
    ),
    Linje(
        gruppe=MOETES, navn=_("Vedtakslogg"), adresse="avtaler:vedtakslogg", spoerring="?region={region.pk}",
        tekst=_("Det organene har vedtatt, og om det er gjort"),
    ),
    Linje(
        gruppe=MOETES, navn=_("Initiativer"), adresse="avtaler:initiativer", spoerring="?region={region.pk}",
        rader=_initiativer, antall=ngettext_lazy("%(antall)d åpent", "%(antall)d åpne", "antall"),
    ),
    Linje(
        gruppe=MOETES, navn=_("Kunngjøringer"), adresse="avtaler:kunngjoeringer", spoerring="?region={region.pk}",
        rader=_kunngjoeringer, antall=ngettext_lazy("%(antall)d i år", "%(antall)d i år", "antall"),
    ),
    Linje(
        gruppe=MOETES, navn=_("Årshjul"), adresse="avtaler:aarshjul",
        tekst=_("Frister, møter og egne hendelser gjennom året"),
    ),
    Linje(
        gruppe=MOETES, navn=_("Konferanser"), adresse="avtaler:konferanser", rader=_konferanser,
        antall=ngettext_lazy("%(antall)d konferanse", "%(antall)d konferanser", "antall"),
    ),
    Linje(
        gruppe=REGIONEN, navn=_("Kommunene"), adresse="rapport:region", med_slug=True, rader=_medlemmer,
        antall=ngettext_lazy("%(antall)d medlem", "%(antall)d medlemmer", "antall"),
    ),
    Linje(
        gruppe=REGIONEN, navn=_("Regionen i tall"), adresse="avtaler:regiontall", med_slug=True,
        tekst=_("Innbyggere, kommunestyrer og tall fra andre kilder"),
    ),
    Linje(
        gruppe=REGIONEN, navn=_("Slik har samarbeidet vokst"), adresse="avtaler:utvikling", med_slug=True,
        tekst=_("Startet, utvidet og avsluttet, år for år"),
    ),
    Linje(
        gruppe=REGIONEN, navn=_("Styring eller effektivitet"), adresse="avtaler:styring", med_slug=True,
        tekst=_("Hvor samarbeidene står på skalaen, og hvorfor"),
    ),
    Linje(
        gruppe=REGIONEN, navn=_("Rydding"), adresse="avtaler:rydding", bare_koordinator=True,
        tekst=_("Det som er galt, mangler eller er forsinket"),
    ),
)  # fmt: skip
