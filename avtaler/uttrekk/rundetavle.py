"""The board of a round: every council's state, date, case number and vote, and the sum of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _

from avtaler.domene.runde import BEHANDLET, VENTER, Raadssvar, Rundestatus, er_forsinket, rundestatus
from avtaler.models import Avtale, Avtalerelasjon, Raadsvedtak, Runde, Rundeslag, Vedtaksstatus
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import navn_paa, nummer_paa


@dataclass(frozen=True, kw_only=True)
class Vedtaksrad:
    """One council. What it decided after the date of the page is not there yet."""

    id: int
    nummer: str
    navn: str
    status: str
    status_navn: str
    er_behandlet: bool
    er_registrert: bool
    dato: date | None
    saksnummer: str
    ordlyd: str
    stemmer_for: int | None
    stemmer_mot: int | None
    forsinket: bool
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
    forslag: str
    maalform: str
    tilraadd_dato: date | None
    tilraadd_av: str
    vindu_fra: date | None
    vindu_til: date | None
    avtalt_ikrafttreden: date | None
    er_eksempel: bool
    status: Rundestatus
    rader: tuple[Vedtaksrad, ...]

    @property
    def kan_endres(self) -> bool:
        """Whether no council has answered, on this date or later."""
        return not any(rad.er_registrert for rad in self.rader)

    @property
    def avtalen_sier_annet(self) -> bool:
        """Whether the agreement that the councils have set up is recorded from another day than their decision."""
        oppretter = self.slag == Rundeslag.OPPRETTE and self.status.i_kraft is not None
        return oppretter and self.avtale_fra != self.status.i_kraft


def rundetavle(runde: Runde, *, dato: date) -> Rundetavle:
    """The board of one round (with its agreement at hand): three queries."""
    vedtak = Raadsvedtak.objects.filter(runde=runde).select_related("part").prefetch_related("part__identiteter")
    return _tavle(runde, list(vedtak), dato)


def rundetavler(avtale: Avtale, innsyn: Innsyn, *, dato: date) -> tuple[Rundetavle, ...]:
    """Every round of an agreement, newest window first, and the round that converted a predecessor into it.

    Four queries. A predecessor the reader may not see keeps its round to itself.
    """
    forgjengere = Avtalerelasjon.objects.filter(
        til_avtale=avtale, type=Avtalerelasjon.Type.OMDANNET_TIL, fra_avtale__in=Avtale.objects.for_user(innsyn)
    )
    arvede = Q(avtale__in=forgjengere.values("fra_avtale"), slag=Rundeslag.OMDANNE)
    vedtak = Raadsvedtak.objects.select_related("part").prefetch_related("part__identiteter")
    runder = Runde.objects.filter(Q(avtale=avtale) | arvede).select_related("avtale")
    return tuple(
        _tavle(runde, runde.vedtak.all(), dato)
        for runde in runder.prefetch_related(Prefetch("vedtak", queryset=vedtak))
    )


def _tavle(runde: Runde, vedtak: Sequence[Raadsvedtak], dato: date) -> Rundetavle:
    svar = [_svar(rad) for rad in vedtak]
    # What the councils were not told a day for, begins on the agreement's own day if that is still to come.
    avtalt = runde.avtalt_ikrafttreden or runde.avtale.fra
    status = rundestatus(svar, dato=dato, vindu_fra=runde.vindu_fra, vindu_til=runde.vindu_til, avtalt=avtalt)
    return Rundetavle(
        id=runde.pk, avtale_id=runde.avtale_id, avtale_navn=runde.avtale.navn,
        avtale_fra=runde.avtale.fra, tittel=runde.tittel, slag=runde.slag,
        slag_navn=runde.get_slag_display(), forslag=runde.forslag, maalform=runde.maalform,
        tilraadd_dato=runde.tilraadd_dato, tilraadd_av=runde.tilraadd_av, vindu_fra=runde.vindu_fra,
        vindu_til=runde.vindu_til, avtalt_ikrafttreden=runde.avtalt_ikrafttreden, er_eksempel=runde.er_eksempel,
        status=status, rader=tuple(_rader(vedtak, dato, runde.vindu_til)),
    )  # fmt: skip


def _svar(rad: Raadsvedtak) -> Raadssvar:
    return Raadssvar(status=rad.status, dato=rad.dato)


def _rader(vedtak: Iterable[Raadsvedtak], dato: date, vindu_til: date | None) -> Iterable[Vedtaksrad]:
    for rad in vedtak:
        svar = _svar(rad).paa(dato)
        kjent = svar.status != VENTER
        yield Vedtaksrad(
            id=rad.pk, nummer=nummer_paa(rad.part, dato), navn=navn_paa(rad.part, dato),
            status=svar.status, status_navn=vedtaksstatusnavn(svar.status), er_behandlet=svar.er_behandlet,
            er_registrert=rad.status in BEHANDLET,
            dato=svar.dato, saksnummer=rad.saksnummer if kjent else "", ordlyd=rad.ordlyd if kjent else "",
            stemmer_for=rad.stemmer_for if kjent else None, stemmer_mot=rad.stemmer_mot if kjent else None,
            forsinket=er_forsinket(svar, dato=dato, vindu_til=vindu_til), er_eksempel=rad.er_eksempel,
        )  # fmt: skip


def vedtaksstatusnavn(status: str) -> str:
    """The state as a person says it."""
    return _("ikke behandlet ennå") if status == VENTER else str(Vedtaksstatus(status).label)
