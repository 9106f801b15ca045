"""Ideas with their answers, read in a fixed number of queries; merged ones count with the idea that stands for them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from avtaler.domene.ideer.interesse import Opptelling, Stemme, forenet, tell
from avtaler.domene.ideer.klarhet import Klarhetsdom, doem
from avtaler.domene.ideer.oensker import alle_oensker
from avtaler.models.idee import Ide, Idestatus, Interesse
from avtaler.regler.klarhetsregler import les_klarhetspunkter
from kommuner.models import Part, Regionmedlemskap
from kommuner.querysets import gyldig
from kommuner.uttrekk import navn_paa

from .ord import domsnavn

#: Ideas that still wait for somebody to do something with them.
AAPNE = (Idestatus.NY, Idestatus.VURDERES)


@dataclass(frozen=True, kw_only=True)
class Idelenke:
    """Another idea, by name."""

    id: int
    tittel: str


@dataclass(frozen=True, kw_only=True)
class Iderad:
    """One idea as a line: who wants it, how ready it is, who drives it and when."""

    id: int
    tittel: str
    beskrivelse: str
    region_id: int
    region_navn: str
    region_slug: str
    oppgave_kode: str
    oppgave_navn: str
    oensket: tuple[str, ...]
    status: str
    status_navn: str
    opptelling: Opptelling
    antall_medlemmer: int
    klarhet: Klarhetsdom
    klarhet_navn: str
    er_eksempel: bool
    svar_er_eksempel: bool
    klarhet_er_eksempel: bool
    innlemmede: tuple[Idelenke, ...]
    ansvarlig: str
    neste_dato: date | None
    antall_innspill: int

    @property
    def er_aapen(self) -> bool:
        return self.status in AAPNE

    @property
    def mangler_fremdrift(self) -> bool:
        """Open without a next date or somebody to drive it (needs 3.13)."""
        return self.er_aapen and (not self.ansvarlig or self.neste_dato is None)


def ideer_med_alt() -> QuerySet[Ide]:
    """Ideas with what a row is made of at hand."""
    vist = Count("innbyggerinnspill", filter=Q(innbyggerinnspill__status="vist"))
    med = Ide.objects.select_related("region", "oppgave", "ansvarlig").annotate(antall_innspill=vist)
    return med.order_by("sortering", "pk").prefetch_related("interesser", "klarhet", "oensket__identiteter")


def iderader(
    ideer: Iterable[Ide], medlemmer: Mapping[int, Sequence[Part]], *, dato: date, maalform: str
) -> list[Iderad]:
    """The ideas as rows, and with each those merged into it; merged ones have their own row too."""
    alle = list(ideer)
    innlemmede = defaultdict(list)
    for ide in alle:
        innlemmede[ide.slaatt_sammen_med_id].append(ide)
    return [_rad(ide, innlemmede[ide.pk], medlemmer.get(ide.region_id, ()), dato, maalform) for ide in alle]


def medlemmer_av(regioner: Iterable[int], *, dato: date) -> dict[int, list[Part]]:
    """The members of each region on ``dato``, in Norwegian order. Two queries."""
    rader = Regionmedlemskap.objects.filter(gyldig(dato), region__in=regioner).select_related("part")
    etter_region = defaultdict(list)
    for rad in rader.prefetch_related("part__identiteter").order_by("part__sortering", "part"):
        etter_region[rad.region_id].append(rad.part)
    return dict(etter_region)


def stemmer(ider: Iterable[Ide]) -> list[Stemme]:
    """Every answer to the ideas. Wants ``interesser`` prefetched. An idea's own answer is newer than a merged one's."""
    return [
        _stemme(rad, egen=ide.slaatt_sammen_med_id is None) for ide in ider for rad in ide.interesser.all()
    ]  # fmt: skip


def _stemme(rad: Interesse, *, egen: bool) -> Stemme:
    return Stemme(
        part=rad.part_id, ide=rad.ide_id, svar=rad.svar, dato=rad.dato, rekkefoelge=int(egen), merknad=rad.merknad,
        er_eksempel=rad.er_eksempel,
    )  # fmt: skip


def _rad(ide: Ide, innlemmede: Sequence[Ide], medlemmer: Sequence[Part], dato: date, maalform: str) -> Iderad:
    familie = [ide, *innlemmede]
    klarhet = doem(les_klarhetspunkter(), {svar.kode: svar.svar for svar in ide.klarhet.all()})
    return Iderad(
        id=ide.pk, tittel=ide.tittel, beskrivelse="\n".join(ett.beskrivelse for ett in familie),
        region_id=ide.region_id, region_navn=ide.region.navn, region_slug=ide.region.slug,
        oppgave_kode=ide.oppgave.kode if ide.oppgave else "",
        oppgave_navn=ide.oppgave.navn_paa(maalform) if ide.oppgave else "", oensket=_oensket(familie, dato),
        status=ide.status, status_navn=ide.get_status_display(),
        opptelling=tell(forenet(stemmer(familie)), [part.pk for part in medlemmer]), antall_medlemmer=len(medlemmer),
        klarhet=klarhet, klarhet_navn=domsnavn(klarhet.dom), er_eksempel=ide.er_eksempel,
        svar_er_eksempel=any(svar.er_eksempel for ett in familie for svar in ett.interesser.all()),
        klarhet_er_eksempel=any(svar.er_eksempel for svar in ide.klarhet.all()),
        innlemmede=tuple(Idelenke(id=ett.pk, tittel=ett.tittel) for ett in innlemmede),
        ansvarlig=str(ide.ansvarlig or ""), neste_dato=ide.neste_dato,
        antall_innspill=sum(ett.antall_innspill for ett in familie),
    )  # fmt: skip


def _oensket(familie: Sequence[Ide], dato: date) -> tuple[str, ...]:
    """Everybody any of the ideas is wanted with."""
    kjente = [navn_paa(part, dato) for ide in familie for part in ide.oensket.all()]
    return alle_oensker([ide.oensket_med for ide in familie], kjente)
