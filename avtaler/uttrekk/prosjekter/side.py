"""One project as its page shows it: what it is, who drives it, the track of six steps, and what comes after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from avtaler.domene.prosjekter.fremdrift import Fremdrift, status_paa
from avtaler.domene.prosjekter.gang import (
    RAADSSTEG,
    Gang,
    Hinder,
    Raadsstilling,
    Steg,
    Stegstatus,
    hinder_for_aa_angre,
    hinder_for_aa_begynne,
    hinder_for_aa_frafalle,
    hinder_for_aa_fullfoere,
    stilling,
)
from avtaler.domene.prosjekter.modenhet import modenhet
from avtaler.models import (
    Avtale,
    Dokument,
    Prosjekt,
    Prosjektdeltakelse,
    Prosjektstatus,
    Prosjektsteg,
    Stegvedtak,
    Utviklingstema,
)
from avtaler.regler.modenhet import les_modenhet, modenhetskoder
from kommuner.models import Parttype
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import navn_paa, nummer_paa

from .gang import MED_RAAD, har_ordning, raadene, stegene
from .ord import hindersetning, stegforklaring, stegnavn
from .register import gruppenavn, prosjektets_fremdrift

#: How many of the agreement's documents stand on the project's page.
DOKUMENTER = 8


@dataclass(frozen=True, kw_only=True)
class Deltakerlinje:
    """A party's part in the project; ``til`` is exclusive. Own effort is words and hours, never kroner."""

    id: int
    navn: str
    nummer: str
    rolle: str
    rolle_navn: str
    fra: date
    til: date | None
    egeninnsats: str
    timer: Decimal | None
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Raadslinje:
    """The answer of one council in a step."""

    id: int
    navn: str
    svar: str
    svar_navn: str
    dato: date | None
    saksnummer: str
    merknad: str
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Stegrad:
    """One step of the track. ``tilstand`` is the step's status, or «uaktuelt» when it has nothing to treat."""

    nummer: int
    navn: str
    forklaring: str
    tilstand: str
    tilstand_navn: str
    begynt: date | None
    ferdig: date | None
    godkjent_av: str
    merknad: str
    er_eksempel: bool
    raad: tuple[Raadslinje, ...]
    stilling: Raadsstilling | None
    handlinger: tuple[str, ...]
    """What can be done with it now: begynn, fullfoer, frafall, angre, avslutt."""
    hindre: tuple[str, ...]
    """Why it cannot begin or be finished, for the step that is in turn."""

    @property
    def mangler(self) -> tuple[str, ...]:
        """The names of those who have not answered."""
        return tuple(ett.navn for ett in self.raad if self.stilling and ett.svar in ("ikke_behandlet", "utsatt"))


@dataclass(frozen=True, kw_only=True)
class Modenhetslinje:
    """One question of the maturity check with its answer; empty when it is not answered."""

    kode: str
    navn: str
    spoersmaal: str
    svar: str
    svar_navn: str
    merknad: str
    raad: str
    """What is advised when the answer is no."""
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Prosjektside:
    """The whole page, within the reader's scope."""

    id: int
    navn: str
    beskrivelse: str
    gruppenavn: str
    klasse_navn: str
    status: str
    status_navn: str
    merknad: str
    opphav: str
    tema: tuple[str, ...]
    region_navn: str
    region_slug: str
    avtale_id: int | None
    avtale_navn: str
    samarbeidet_slutt: date | None
    organ_id: int | None
    organ: str
    driver: str
    neste: str
    neste_dato: date | None
    fremdrift: Fremdrift
    fra: date | None
    til: date | None
    etterfoelger_id: int | None
    etterfoelger: str
    har_skjult_etterfoelger: bool
    viderefoert: str
    kilde: str
    er_eksempel: bool
    eksempel_merknad: str
    steg: tuple[Stegrad, ...]
    deltakere: tuple[Deltakerlinje, ...]
    andre: tuple[Deltakerlinje, ...]
    tidligere: tuple[Deltakerlinje, ...]
    modenhet: tuple[Modenhetslinje, ...]
    dokumenter: tuple[Dokument, ...]

    @property
    def er_aapen(self) -> bool:
        return self.status != Prosjektstatus.AVSLUTTET

    @property
    def naa(self) -> Stegrad | None:
        return next((steg for steg in self.steg if steg.tilstand == Stegstatus.PAAGAAR), None)

    @property
    def sum_timer(self) -> Decimal | None:
        """The hours that are stated; None when none are."""
        timer = [rad.timer for rad in (*self.deltakere, *self.andre) if rad.timer is not None]
        return sum(timer, Decimal(0)) if timer else None

    @property
    def ubesvart(self) -> int:
        return sum(not rad.svar for rad in self.modenhet)

    @property
    def antall_nei(self) -> int:
        return sum(rad.svar == "nei" for rad in self.modenhet)


def prosjektside(prosjekt: Prosjekt, innsyn: Innsyn, *, dato: date, maalform: str) -> Prosjektside:
    """The page on ``dato``, in a fixed number of queries. Wants region, avtale, gruppe, ansvarlig selected."""
    status = status_paa(prosjekt.status, prosjekt.til, dato)
    avtale = prosjekt.avtale
    synlig = _synlig_etterfoelger(prosjekt, innsyn)
    delt = _deltakere(prosjekt, dato)
    svar = _modenhet(prosjekt, maalform)
    return Prosjektside(
        id=prosjekt.pk, navn=prosjekt.navn, beskrivelse=prosjekt.beskrivelse,
        gruppenavn=gruppenavn(status, prosjekt.klasse), klasse_navn=str(prosjekt.get_klasse_display()), status=status,
        status_navn=str(Prosjektstatus(status).label), merknad=prosjekt.merknad,
        opphav=str(prosjekt.get_opphav_display()),
        tema=tuple(str(Utviklingstema(kode).label) for kode in prosjekt.tema), region_navn=prosjekt.region.navn,
        region_slug=prosjekt.region.slug, avtale_id=prosjekt.avtale_id, avtale_navn=avtale.navn if avtale else "",
        samarbeidet_slutt=_slutt(avtale, dato), organ_id=prosjekt.gruppe_id, organ=str(prosjekt.gruppe or ""),
        driver=prosjekt.ansvarlig.navn if prosjekt.ansvarlig else "", neste=prosjekt.neste,
        neste_dato=prosjekt.neste_dato, fremdrift=prosjektets_fremdrift(prosjekt, status, dato=dato), fra=prosjekt.fra,
        til=prosjekt.til if status == Prosjektstatus.AVSLUTTET else None,
        etterfoelger_id=prosjekt.etterfoelger_id if synlig else None, etterfoelger=synlig.navn if synlig else "",
        har_skjult_etterfoelger=bool(prosjekt.etterfoelger_id and not synlig), viderefoert=prosjekt.viderefoert,
        kilde=prosjekt.kilde, er_eksempel=prosjekt.er_eksempel, eksempel_merknad=prosjekt.eksempel_merknad,
        steg=_steg(prosjekt, delt, svar, dato), deltakere=delt[0], andre=delt[1], tidligere=delt[2], modenhet=svar,
        dokumenter=_dokumenter(prosjekt, innsyn),
    )  # fmt: skip


def _slutt(avtale: Avtale | None, dato: date) -> date | None:
    return avtale.til if avtale and avtale.til and avtale.til <= dato else None


def _synlig_etterfoelger(prosjekt: Prosjekt, innsyn: Innsyn) -> Avtale | None:
    """A draft is seen only by those who may see it."""
    if prosjekt.etterfoelger_id is None:
        return None
    return Avtale.objects.for_user(innsyn).filter(pk=prosjekt.etterfoelger_id).first()


def _dokumenter(prosjekt: Prosjekt, innsyn: Innsyn) -> tuple[Dokument, ...]:
    """The newest of the agreement's documents the reader may see: what is required of the project stands there."""
    if prosjekt.avtale_id is None:
        return ()
    rader = Dokument.objects.for_user(innsyn).filter(avtale=prosjekt.avtale_id).order_by("-dato", "-pk")
    return tuple(rader[:DOKUMENTER])


Delt = tuple[tuple[Deltakerlinje, ...], tuple[Deltakerlinje, ...], tuple[Deltakerlinje, ...]]


def _deltakere(prosjekt: Prosjekt, dato: date) -> Delt:
    """Those who take part on the date, others in it, and those who have left. Of a closed project: on its last day."""
    dag = dato if prosjekt.til is None else min(dato, prosjekt.til - timedelta(days=1))
    alle = list(prosjekt.deltakelser.select_related("part").prefetch_related("part__identiteter"))
    her = [_deltaker(rad, dag) for rad in alle if rad.fra <= dag and (rad.til is None or rad.til > dag)]
    ute = [_deltaker(rad, rad.fra) for rad in alle if rad.til is not None and rad.til <= dag]
    return (
        tuple(rad for rad in her if rad.rolle in MED_RAAD), tuple(rad for rad in her if rad.rolle not in MED_RAAD),
        tuple(ute),
    )  # fmt: skip


def _deltaker(rad: Prosjektdeltakelse, dag: date) -> Deltakerlinje:
    kommune = rad.part.type == Parttype.KOMMUNE
    return Deltakerlinje(
        id=rad.pk, navn=navn_paa(rad.part, dag), nummer=nummer_paa(rad.part, dag) if kommune else "", rolle=rad.rolle,
        rolle_navn=str(rad.get_rolle_display()), fra=rad.fra, til=rad.til, egeninnsats=rad.egeninnsats,
        timer=rad.egeninnsats_timer, er_eksempel=rad.er_eksempel,
    )  # fmt: skip


def _modenhet(prosjekt: Prosjekt, maalform: str) -> tuple[Modenhetslinje, ...]:
    svar = {rad.kode: rad for rad in prosjekt.modenhet.all()}
    return tuple(
        Modenhetslinje(
            kode=ett.kode, navn=ett.navn.paa(maalform), spoersmaal=ett.spoersmaal.paa(maalform),
            svar=svar[ett.kode].svar if ett.kode in svar else "",
            svar_navn=str(svar[ett.kode].get_svar_display()) if ett.kode in svar else "",
            merknad=svar[ett.kode].merknad if ett.kode in svar else "", raad=ett.nei.paa(maalform),
            er_eksempel=ett.kode in svar and svar[ett.kode].er_eksempel,
        )
        for ett in les_modenhet()
    )  # fmt: skip


def _steg(prosjekt: Prosjekt, delt: Delt, svar: Sequence[Modenhetslinje], dato: date) -> tuple[Stegrad, ...]:
    vedtak = Stegvedtak.objects.select_related("part").prefetch_related("part__identiteter")
    rader = {rad.nummer: rad for rad in prosjekt.steg.prefetch_related(Prefetch("vedtak", queryset=vedtak))}
    gang = Gang(
        steg=stegene(rader.values()),
        raad={nummer: raadene(rad) for nummer, rad in rader.items() if nummer in RAADSSTEG},
        raad_som_deltar=tuple(rad.id for rad in delt[0] if rad.nummer),
        modenhet=modenhet({rad.kode: rad.svar for rad in svar if rad.svar}, modenhetskoder()),
        er_avsluttet=prosjekt.status == Prosjektstatus.AVSLUTTET, er_stanset=prosjekt.status == Prosjektstatus.STANSET,
        har_ordning=har_ordning(prosjekt),
    )  # fmt: skip
    return tuple(_stegrad(gang, steg, rader.get(steg.nummer), dato) for steg in gang.steg)


def _stegrad(gang: Gang, steg: Steg, rad: Prosjektsteg | None, dato: date) -> Stegrad:
    da = steg.paa(dato)
    er_i_tur = da == steg
    tilstand = "uaktuelt" if gang.er_uaktuelt(steg.nummer) else da.status.value
    raad = tuple(_raad(ett, dato) for ett in rad.vedtak.all()) if rad and da.status != Stegstatus.VENTER else ()
    svar = tuple(ett.paa(dato) for ett in gang.raad.get(steg.nummer, ()))
    return Stegrad(
        nummer=steg.nummer, navn=stegnavn(steg.nummer), forklaring=stegforklaring(steg.nummer), tilstand=tilstand,
        tilstand_navn=tilstandsnavn(tilstand), begynt=da.begynt, ferdig=da.ferdig,
        godkjent_av=rad.godkjent_av if rad and da.ferdig else "", merknad=rad.merknad if rad and raad_vises(da) else "",
        er_eksempel=bool(rad and rad.er_eksempel), raad=raad, stilling=stilling(svar) if raad else None,
        handlinger=_handlinger(gang, steg) if er_i_tur else (), hindre=_hindre(gang, steg) if er_i_tur else (),
    )  # fmt: skip


def raad_vises(steg: Steg) -> bool:
    """Whether what is written of the step had been written: it had begun."""
    return steg.status is not Stegstatus.VENTER


def tilstandsnavn(tilstand: str) -> str:
    """The state of a step as the track says it."""
    return {
        "venter": _("Venter"), "paagaar": _("Pågår nå"), "ferdig": _("Ferdig"), "frafalt": _("Frafalt"),
        "uaktuelt": _("Faller bort"),
    }[tilstand]  # fmt: skip


def _raad(rad: Stegvedtak, dato: date) -> Raadslinje:
    kjent = rad.dato is None or rad.dato <= dato
    return Raadslinje(
        id=rad.pk, navn=navn_paa(rad.part, dato), svar=rad.svar if kjent else "ikke_behandlet",
        svar_navn=str((Stegvedtak.Svar(rad.svar) if kjent else Stegvedtak.Svar.IKKE_BEHANDLET).label),
        dato=rad.dato if kjent else None, saksnummer=rad.saksnummer if kjent else "",
        merknad=rad.merknad if kjent else "", er_eksempel=rad.er_eksempel,
    )  # fmt: skip


def _handlinger(gang: Gang, steg: Steg) -> tuple[str, ...]:
    nummer = steg.nummer
    if nummer == 6:
        kan = not [*hinder_for_aa_begynne(gang, nummer)]
        kan_angre = not hinder_for_aa_angre(gang, nummer)
        return ("avslutt",) if kan else ("angre",) if kan_angre else ()
    mulige = {
        "begynn": hinder_for_aa_begynne(gang, nummer),
        "fullfoer": hinder_for_aa_fullfoere(gang, nummer, godkjent_av="-"),
        "frafall": hinder_for_aa_frafalle(gang, nummer),
        "angre": hinder_for_aa_angre(gang, nummer),
    }
    return tuple(navn for navn, hinder in mulige.items() if not hinder)


#: What keeps the step that is in turn from beginning or ending, and a person can do something about.
_VISES = frozenset({Hinder.INGEN_DELTAKERE, Hinder.MODENHET_UBESVART, Hinder.RAAD_MANGLER})


def _hindre(gang: Gang, steg: Steg) -> tuple[str, ...]:
    alle: Iterable[Hinder] = ()
    if steg.status is Stegstatus.PAAGAAR:
        alle = hinder_for_aa_fullfoere(gang, steg.nummer, godkjent_av="-")
    elif steg.status is Stegstatus.VENTER:
        alle = hinder_for_aa_begynne(gang, steg.nummer)
    alle = tuple(alle)
    return tuple(hindersetning(ett) for ett in alle if ett in _VISES) if set(alle) <= _VISES else ()
