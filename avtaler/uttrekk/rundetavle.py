"""The board of a round: every council's state, date, case number, vote and words, and the sum of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects
from django.utils.translation import gettext as _

from avtaler.domene.hjemmel import Hjemmel
from avtaler.domene.runde import (
    BEHANDLET,
    VEDTATT,
    VENTER,
    Frist,
    Raadssvar,
    Rundestatus,
    Stadium,
    er_forsinket,
    har_begynt,
    neste_dato,
    rundestatus,
)
from avtaler.domene.rundeslag import Rundeart, Samsvarskrav
from avtaler.domene.samsvar import Forslag, Ordlyd, Punkt, Samsvar, samsvar
from avtaler.models import Avtale, Avtalerelasjon, Raadsvedtak, Runde, Rundeslag
from avtaler.regler.runderegler import rundeart
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import navn_paa, nummer_paa

from .rundeord import samsvarssetning, stadiumnavn, vedtaksstatusnavn


@dataclass(frozen=True, kw_only=True)
class Punktcelle:
    """What one council says on one point: its own words when they are not the proposal's."""

    navn: str
    punkt: str
    ordlyd: str
    er_vedtatt: bool
    er_avvist: bool


@dataclass(frozen=True, kw_only=True)
class Punktrad:
    """One point of the proposal, and who deviates on it on the date: the cells with words."""

    id: int
    navn: str
    krav: str
    tekst: str
    celler: tuple[Punktcelle, ...]


@dataclass(frozen=True, kw_only=True)
class Vedtaksrad:
    """One council. What it decided after the date of the page is not there yet."""

    id: int
    part_id: int
    nummer: str
    navn: str
    status: str
    status_navn: str
    er_behandlet: bool
    er_registrert: bool
    dato: date | None
    saksnummer: str
    ordlyd: str
    punkter: tuple[Punktcelle, ...]
    stemmer_for: int | None
    stemmer_mot: int | None
    forsinket: bool
    sist_minnet: date | None
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Rundetavle:
    """A round and all its councils on a date."""

    id: int
    avtale_id: int
    avtale_navn: str
    avtale_fra: date | None
    tittel: str
    slag: str
    slag_navn: str
    art: Rundeart
    forslag: str
    maalform: str
    tilraadd_dato: date | None
    tilraadd_av: str
    vindu_fra: date | None
    vindu_til: date | None
    avtalt_ikrafttreden: date | None
    innspillsfrist: date | None
    laast: date | None
    er_laast: bool
    """Whether the text was fixed on the date of the page."""
    delvis: bool
    har_ansvarlig: bool
    ansvarlig: str
    """The driver's name, never the address; for those who are logged in."""
    er_eksempel: bool
    versjon: int
    status: Rundestatus
    stadium: Stadium
    stadium_navn: str
    samsvar: Samsvar
    setning: str
    neste: tuple[date, Frist] | None
    rader: tuple[Vedtaksrad, ...]
    punkter: tuple[Punktrad, ...]

    @property
    def er_laast_naa(self) -> bool:
        """Whether the text is fixed as things stand, whatever the date of the page: what can be done follows this."""
        return self.laast is not None or any(rad.er_registrert for rad in self.rader)

    @property
    def kan_trekkes(self) -> bool:
        """Whether no council has answered, on this date or later."""
        return not any(rad.er_registrert for rad in self.rader)

    @property
    def krever_likt(self) -> bool:
        return self.art.krav is Samsvarskrav.LIKELYDENDE

    @property
    def skal_bare_behandles(self) -> bool:
        return self.art.krav is Samsvarskrav.BEHANDLING

    @property
    def hjemmel(self) -> Hjemmel | None:
        return self.art.hjemmel

    @property
    def venter_paa(self) -> tuple[Vedtaksrad, ...]:
        """Those everybody waits for, the nearest meeting first."""
        venter = (rad for rad in self.rader if not rad.er_behandlet)
        return tuple(sorted(venter, key=lambda rad: rad.dato or date.max))

    @property
    def gjelder_fra(self) -> date | None:
        return self.status.i_kraft or (self.status.koalisjon.i_kraft if self.status.koalisjon else None)

    @property
    def koalisjonen(self) -> tuple[Vedtaksrad, ...]:
        return tuple(self.rader[nr] for nr in self.status.koalisjon.medlemmer) if self.status.koalisjon else ()

    @property
    def senere(self) -> tuple[tuple[Vedtaksrad, date], ...]:
        """Those who adopted the common words too late for the start, and the day they join."""
        return tuple((self.rader[nr], dag) for nr, dag in self.status.koalisjon.senere) if self.status.koalisjon else ()

    @property
    def utenfor(self) -> tuple[Vedtaksrad, ...]:
        """The councils a coalition begins without."""
        med = {*self.koalisjonen, *(rad for rad, _ in self.senere)}
        return tuple(rad for rad in self.rader if rad not in med) if self.status.koalisjon else ()

    @property
    def avtalen_sier_annet(self) -> bool:
        """Whether the agreement that the councils have set up is recorded from another day than their decision."""
        oppretter = self.slag == Rundeslag.OPPRETTE and self.gjelder_fra is not None
        return oppretter and self.avtale_fra != self.gjelder_fra


def rundetavle(runde: Runde, *, dato: date) -> Rundetavle:
    """The board of one round (with its agreement and driver at hand): six queries."""
    prefetch_related_objects([runde], "punkter", "nye_runder")
    return _tavle(runde, list(_vedtak().filter(runde=runde)), dato)


def rundetavler(avtale: Avtale, innsyn: Innsyn, *, dato: date, med_kommende: bool) -> tuple[Rundetavle, ...]:
    """Every round of an agreement, newest window first, and the round that converted a predecessor into it.

    A fixed number of queries. A predecessor the reader may not see keeps its round to itself. On a date of the past,
    what had not begun was not there; ``med_kommende`` shows also what is still to begin.
    """
    forgjengere = Avtalerelasjon.objects.filter(
        til_avtale=avtale, type=Avtalerelasjon.Type.OMDANNET_TIL, fra_avtale__in=Avtale.objects.for_user(innsyn)
    )
    arvede = Q(avtale__in=forgjengere.values("fra_avtale"), slag=Rundeslag.OMDANNE)
    tavler = tavler_for(Runde.objects.filter(Q(avtale=avtale) | arvede), dato=dato)
    return tuple(tavle for tavle in tavler if med_kommende or har_tavla_begynt(tavle, dato))


def tavler_for(runder: QuerySet[Runde], *, dato: date) -> tuple[Rundetavle, ...]:
    """The boards of many rounds in a fixed number of queries."""
    med = runder.select_related("avtale", "ansvarlig")
    med = med.prefetch_related(Prefetch("vedtak", _vedtak()), "punkter", "nye_runder")
    return tuple(_tavle(runde, runde.vedtak.all(), dato) for runde in med)


def har_tavla_begynt(tavle: Rundetavle, dato: date) -> bool:
    """Whether the case was on its way on the date."""
    return har_begynt(
        dato, tilraadd=tavle.tilraadd_dato, vindu_fra=tavle.vindu_fra, laast=tavle.laast,
        innspillsfrist=tavle.innspillsfrist,
    )  # fmt: skip


def _vedtak() -> QuerySet[Raadsvedtak]:
    vedtak = Raadsvedtak.objects.select_related("part")
    return vedtak.prefetch_related("part__identiteter", "punkter", "paaminnelser")


def _tavle(runde: Runde, vedtak: Sequence[Raadsvedtak], dato: date) -> Rundetavle:
    art = rundeart(runde.slag, runde.avtale.form)
    likhet = ordsamsvar(runde, vedtak, dato)
    svar = [replace(_svar(rad), ordlyd=_ordnummer(likhet, rad)) for rad in vedtak]
    # What the councils were not told a day for, begins on the agreement's own day if that is still to come.
    avtalt = runde.avtalt_ikrafttreden or (runde.avtale.fra if runde.slag == Rundeslag.OPPRETTE else None)
    status = rundestatus(
        svar, dato=dato, vindu_fra=runde.vindu_fra, vindu_til=runde.vindu_til, avtalt=avtalt, krav=art.krav,
        delvis=runde.delvis_ikrafttreden or runde.avtale.delvis_ikrafttreden,
    )  # fmt: skip
    rader = tuple(_rader(runde, vedtak, dato, art))
    er_laast = (runde.laast is not None and runde.laast <= dato) or any(rad.status in BEHANDLET for rad in rader)
    stadium = status.stadium(er_laast=er_laast, er_erstattet=_er_erstattet(runde, dato))
    moeter = [rad.dato for rad in rader if rad.dato is not None and not rad.er_behandlet]
    gjelder = status.i_kraft or (status.koalisjon.i_kraft if status.koalisjon else None)
    return Rundetavle(
        id=runde.pk, avtale_id=runde.avtale_id, avtale_navn=runde.avtale.navn,
        avtale_fra=runde.avtale.fra, tittel=runde.tittel, slag=runde.slag, art=art,
        slag_navn=runde.get_slag_display(), forslag=runde.forslag, maalform=runde.maalform,
        tilraadd_dato=runde.tilraadd_dato, tilraadd_av=runde.tilraadd_av, vindu_fra=runde.vindu_fra,
        vindu_til=runde.vindu_til, avtalt_ikrafttreden=runde.avtalt_ikrafttreden,
        innspillsfrist=runde.innspillsfrist, laast=runde.laast, er_laast=er_laast,
        delvis=runde.delvis_ikrafttreden or runde.avtale.delvis_ikrafttreden,
        har_ansvarlig=runde.ansvarlig_id is not None, ansvarlig=_drivernavn(runde),
        er_eksempel=runde.er_eksempel, versjon=runde.versjon,
        status=status, stadium=stadium, stadium_navn=stadiumnavn(stadium), samsvar=likhet,
        setning=_setning(art, likhet, rader), rader=rader, punkter=tuple(_punktrader(runde, rader)),
        neste=neste_dato(stadium, dato=dato, innspillsfrist=runde.innspillsfrist, vindu_fra=runde.vindu_fra,
                         vindu_til=runde.vindu_til, moeter=moeter, gjelder=gjelder),
    )  # fmt: skip


def _drivernavn(runde: Runde) -> str:
    if runde.ansvarlig is None:
        return ""
    return runde.ansvarlig.navn or _("(uten navn)")


def _er_erstattet(runde: Runde, dato: date) -> bool:
    """Whether a new round with changed text was on its way on the date."""
    return any(
        har_begynt(
            dato, tilraadd=ny.tilraadd_dato, vindu_fra=ny.vindu_fra, laast=ny.laast, innspillsfrist=ny.innspillsfrist
        )
        for ny in runde.nye_runder.all()
    )


def forslaget(runde: Runde) -> Forslag:
    """The proposal as the comparison wants it. Wants ``punkter`` prefetched."""
    punkter = tuple(Punkt(id=punkt.pk, navn=punkt.navn, tekst=punkt.tekst) for punkt in runde.punkter.all())
    return Forslag(tekst=runde.forslag, punkter=punkter)


def ordsamsvar(runde: Runde, vedtak: Iterable[Raadsvedtak], dato: date) -> Samsvar:
    """The words adopted by ``dato`` against the proposal's and each other; councils are named by their row's key."""
    alle = list(vedtak)
    ordlyder = [
        Ordlyd(hvem=str(rad.pk), tekst=rad.ordlyd, punkter={p.punkt_id: p.ordlyd for p in rad.punkter.all()})
        for rad in alle
        if _svar(rad).paa(dato).status in VEDTATT
    ]
    return samsvar(forslaget(runde), ordlyder, antall=len(alle))


def _svar(rad: Raadsvedtak) -> Raadssvar:
    return Raadssvar(status=rad.status, dato=rad.dato)


def _ordnummer(likhet: Samsvar, rad: Raadsvedtak) -> int | None:
    """The wording's number: 0 for the proposal's, others from 1."""
    nr = likhet.nummer(str(rad.pk))
    if nr is None:
        return None
    return 0 if likhet.grupper[nr].er_forslaget else nr + 1


def _setning(art: Rundeart, likhet: Samsvar, rader: Sequence[Vedtaksrad]) -> str:
    if art.krav is not Samsvarskrav.LIKELYDENDE:
        return ""
    avvist = [rad.navn for rad in rader if rad.status == "avvist"]
    return samsvarssetning(likhet, avvist=avvist, navn={str(rad.id): rad.navn for rad in rader})


def _rader(runde: Runde, vedtak: Iterable[Raadsvedtak], dato: date, art: Rundeart) -> Iterable[Vedtaksrad]:
    er_sendt = runde.laast is not None and runde.laast <= dato
    for rad in vedtak:
        svar = _svar(rad).paa(dato)
        kjent = svar.status != VENTER
        navn = navn_paa(rad.part, dato)
        yield Vedtaksrad(
            id=rad.pk, part_id=rad.part_id, nummer=nummer_paa(rad.part, dato), navn=navn,
            status=svar.status, status_navn=vedtaksstatusnavn(svar.status, krav=art.krav, er_sendt=er_sendt),
            er_behandlet=svar.er_behandlet, er_registrert=rad.status in BEHANDLET,
            dato=svar.dato, saksnummer=rad.saksnummer if kjent else "", ordlyd=rad.ordlyd if kjent else "",
            punkter=tuple(_celler(runde, rad, navn, svar.status)),
            stemmer_for=rad.stemmer_for if kjent else None, stemmer_mot=rad.stemmer_mot if kjent else None,
            forsinket=er_forsinket(svar, dato=dato, vindu_til=runde.vindu_til), er_eksempel=rad.er_eksempel,
            sist_minnet=max((p.dato for p in rad.paaminnelser.all() if p.dato <= dato), default=None),
        )  # fmt: skip


def _celler(runde: Runde, rad: Raadsvedtak, navn: str, status: str) -> Iterable[Punktcelle]:
    """The council's words on each point of the proposal, in order."""
    vedtatt = status in VEDTATT
    egne = {punktvedtak.punkt_id: punktvedtak.ordlyd for punktvedtak in rad.punkter.all()} if vedtatt else {}
    for punkt in runde.punkter.all():
        yield Punktcelle(
            navn=navn, punkt=punkt.navn, ordlyd=egne.get(punkt.pk, ""), er_vedtatt=vedtatt,
            er_avvist=status in BEHANDLET and not vedtatt,
        )  # fmt: skip


def _punktrader(runde: Runde, rader: Sequence[Vedtaksrad]) -> Iterable[Punktrad]:
    for plass, punkt in enumerate(runde.punkter.all()):
        celler = tuple(rad.punkter[plass] for rad in rader)
        yield Punktrad(id=punkt.pk, navn=punkt.navn, krav=punkt.krav, tekst=punkt.tekst, celler=celler)
