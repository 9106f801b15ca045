"""One idea with everything its page shows: who wants it, how ready it is, what it builds on and what it became."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from avtaler.domene.ideer.interesse import Stemme, forenet
from avtaler.models import Avtale
from avtaler.models.idee import Ide, Innbyggerinnspill, Interesse, Klarhetssvar
from avtaler.models.prosjekt import Prosjekt
from avtaler.regler.klarhetsregler import les_klarhetspunkter
from kommuner.models import Part
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import navn_paa

from .bank import ligner_paa
from .innspill import Innspillsrad, innspillsrader
from .ord import domssetning
from .rader import Idelenke, Iderad, ideer_med_alt, iderader, medlemmer_av, stemmer


@dataclass(frozen=True, kw_only=True)
class Interesserad:
    """What one municipality says; ``gjaldt`` is the merged idea the answer was given to."""

    nummer: str
    navn: str
    svar: str
    svar_navn: str
    merknad: str
    dato: date | None
    er_eksempel: bool
    gjaldt: str
    kan_svare: bool


@dataclass(frozen=True, kw_only=True)
class Klarhetsrad:
    """One point of the checklist with its answer, when it has one."""

    kode: str
    navn: str
    spoersmaal: str
    svar: str
    svar_navn: str
    merknad: str
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Innlemmet:
    """An idea that was merged into this one, as it was."""

    id: int
    tittel: str
    beskrivelse: str
    oensket_med: str
    fra_hvem: str
    dato: date
    versjon: int


@dataclass(frozen=True, kw_only=True)
class Maal:
    """What the idea builds on or became: a page the reader may see."""

    id: int
    navn: str


@dataclass(frozen=True, kw_only=True)
class Ideside:
    """The page of one idea. Links to what the reader may not see are None."""

    rad: Iderad
    beskrivelse: str
    oensket_med: str
    oensket: tuple[str, ...]
    fra_hvem: str
    dato: date
    kilde: str
    begrunnelse: str
    versjon: int
    interesser: tuple[Interesserad, ...]
    klarhet: tuple[Klarhetsrad, ...]
    domssetning: str
    innlemmede: tuple[Innlemmet, ...]
    slaatt_sammen_med: Idelenke | None
    ligner: tuple[Idelenke, ...]
    bygger_paa: Maal | None
    avtale: Maal | None
    prosjekt: Maal | None
    runde: Maal | None
    er_blitt_til_noe: bool
    innspill: tuple[Innspillsrad, ...]

    @property
    def kan_faa_innspill(self) -> bool:
        return self.rad.er_aapen

    @property
    def kan_svares(self) -> bool:
        return any(rad.kan_svare for rad in self.interesser)


def ideside(ide: Ide, innsyn: Innsyn, taler: frozenset[int], *, dato: date, maalform: str) -> Ideside:
    """The page in a fixed number of queries. ``taler``: the municipalities the reader speaks for."""
    i_regionen = list(ideer_med_alt().filter(region=ide.region_id))
    medlemmer = medlemmer_av([ide.region_id], dato=dato)
    rader = {rad.id: rad for rad in iderader(i_regionen, medlemmer, dato=dato, maalform=maalform)}
    familie = [ett for ett in i_regionen if ide.pk in (ett.pk, ett.slaatt_sammen_med_id)]
    denne = next(ett for ett in familie if ett.pk == ide.pk)
    synlige = _synlige(ide, innsyn)
    klarhet = rader[ide.pk].klarhet
    return Ideside(
        rad=rader[ide.pk], beskrivelse=ide.beskrivelse, oensket_med=ide.oensket_med,
        oensket=tuple(navn_paa(part, dato) for part in denne.oensket.all()), fra_hvem=ide.fra_hvem, dato=ide.dato,
        kilde=ide.kilde, begrunnelse=ide.begrunnelse, versjon=ide.versjon,
        interesser=tuple(_interesser(familie, medlemmer.get(ide.region_id, ()), ide, innsyn, taler, dato)),
        klarhet=tuple(klarhetsrader(denne, maalform)), domssetning=domssetning(klarhet, maalform),
        innlemmede=tuple(_innlemmet(ett) for ett in familie if ett.pk != ide.pk),
        slaatt_sammen_med=_lenke(rader[ide.slaatt_sammen_med_id]) if ide.slaatt_sammen_med_id else None,
        ligner=ligner_paa(rader.values()).get(ide.pk, ()), bygger_paa=synlige.get(ide.bygger_paa_id),
        avtale=synlige.get(ide.avtale_id), prosjekt=_prosjekt(ide, innsyn),
        runde=_runde(ide, innsyn), er_blitt_til_noe=ide.er_blitt_til_noe,
        innspill=innspillsrader(Innbyggerinnspill.objects.filter(ide__in=[ett.pk for ett in familie]), dato=dato),
    )  # fmt: skip


def _lenke(rad: Iderad) -> Idelenke:
    return Idelenke(id=rad.id, tittel=rad.tittel)


def _synlige(ide: Ide, innsyn: Innsyn) -> dict[int | None, Maal]:
    avtaler = Avtale.objects.for_user(innsyn).filter(pk__in=[pk for pk in (ide.bygger_paa_id, ide.avtale_id) if pk])
    return {pk: Maal(id=pk, navn=navn) for pk, navn in avtaler.values_list("pk", "navn")}


def _prosjekt(ide: Ide, innsyn: Innsyn) -> Maal | None:
    funnet = Prosjekt.objects.for_user(innsyn).filter(pk=ide.prosjekt_id).values_list("pk", "navn").first()
    return Maal(id=funnet[0], navn=funnet[1]) if funnet else None


def _runde(ide: Ide, innsyn: Innsyn) -> Maal | None:
    """The case it became, when the reader may see the agreement it is in."""
    if ide.runde is None or not Avtale.objects.for_user(innsyn).filter(pk=ide.runde.avtale_id).exists():
        return None
    return Maal(id=ide.runde.pk, navn=ide.runde.tittel)


def _interesser(
    familie: Sequence[Ide], medlemmer: Sequence[Part], ide: Ide, innsyn: Innsyn, taler: frozenset[int], dato: date
) -> Iterable[Interesserad]:
    """Every member, and those from outside who have answered."""
    svar = forenet(stemmer(familie))
    utenfor = [pk for pk in svar if pk not in {part.pk for part in medlemmer}]
    andre = Part.objects.filter(pk__in=utenfor).prefetch_related("identiteter")
    titler = {ett.pk: ett.tittel for ett in familie if ett.pk != ide.pk}
    skriver = innsyn.kan_redigere(ide.region_id)
    for part in (*medlemmer, *andre):
        kan = ide.slaatt_sammen_med_id is None and bool(part.nummer) and (skriver or part.pk in taler)
        yield _interesse(part, svar.get(part.pk), titler, dato, kan_svare=kan)


def _interesse(
    part: Part, svar: Stemme | None, titler: Mapping[int, str], dato: date, *, kan_svare: bool
) -> Interesserad:
    return Interesserad(
        nummer=part.nummer, navn=navn_paa(part, dato), svar=svar.svar if svar else "",
        svar_navn=str(Interesse.Svar(svar.svar).label) if svar else _("ikke svart"),
        merknad=svar.merknad if svar else "", dato=svar.dato if svar else None,
        er_eksempel=svar.er_eksempel if svar else False, gjaldt=titler.get(svar.ide, "") if svar else "",
        kan_svare=kan_svare,
    )  # fmt: skip


def klarhetsrader(ide: Ide, maalform: str) -> Iterable[Klarhetsrad]:
    """Every point in order, with the idea's answer when it has one."""
    svar = {rad.kode: rad for rad in ide.klarhet.all()}
    for punkt in les_klarhetspunkter():
        rad = svar.get(punkt.kode)
        yield Klarhetsrad(
            kode=punkt.kode, navn=punkt.navn.paa(maalform), spoersmaal=punkt.spoersmaal.paa(maalform),
            svar=rad.svar if rad else "", merknad=rad.merknad if rad else "",
            svar_navn=str(Klarhetssvar.Svar(rad.svar).label) if rad else _("ikke vurdert"),
            er_eksempel=rad.er_eksempel if rad else False,
        )  # fmt: skip


def _innlemmet(ide: Ide) -> Innlemmet:
    navn = [str(part) for part in ide.oensket.all()]
    return Innlemmet(
        id=ide.pk, tittel=ide.tittel, beskrivelse=ide.beskrivelse, oensket_med=ide.oensket_med or ", ".join(navn),
        fra_hvem=ide.fra_hvem, dato=ide.dato, versjon=ide.versjon,
    )  # fmt: skip


def kom_av(avtale: Avtale) -> tuple[Idelenke, ...]:
    """The ideas the agreement came from. One query."""
    ideer = Ide.objects.filter(Q(avtale=avtale)).values_list("pk", "tittel")
    return tuple(Idelenke(id=pk, tittel=tittel) for pk, tittel in ideer)
