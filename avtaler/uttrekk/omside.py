"""The first page of an agreement: facts, purposes, relations to others, organs and who sits in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from avtaler.domene.arbeidsdeling import varsler
from avtaler.domene.bekreftelse import Bekreftelse, bekreftelse, bekreftelsesfrist
from avtaler.domene.hjemmel import Hjemmel
from avtaler.models import Avtale, Kommunerolle, Oppgave, Organ, Verv
from avtaler.referanse import kostranavn
from avtaler.regler import les_regelverk
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import navn_paa

from .bekreftelsesavtrykk import bekreftelsesavtrykk
from .ideer.ideside import kom_av
from .ideer.rader import Idelenke
from .sammenheng import Relasjon, relasjoner


@dataclass(frozen=True, kw_only=True)
class Sete:
    """Who sits in an organ, for whom."""

    navn: str
    rolle: str
    part_navn: str
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Organrad:
    """An organ with those who sit in it on the date."""

    navn: str
    seter: tuple[Sete, ...]


@dataclass(frozen=True, kw_only=True)
class Formregelrad:
    """What follows from the legal form itself, with its paragraph."""

    tittel: str
    tekst: str
    hjemmel: str
    kilde: str
    er_bekreftet: bool


@dataclass(frozen=True, kw_only=True)
class Oppgaverad:
    """A task with the KOSTRA function it is accounted under."""

    navn: str
    funksjon: str
    funksjonsnavn: str


@dataclass(frozen=True, kw_only=True)
class Bekreftelsesrad:
    """The yearly confirmation: its state in words, by whom and when, and when the next is due."""

    tilstand: Bekreftelse
    tilstand_navn: str
    dato: date | None
    av: str
    dataeier: str
    frist: date


@dataclass(frozen=True, kw_only=True)
class Omside:
    """The facts page. ``lest`` is what a confirmation is about; empty for those who cannot confirm."""

    lest: str
    klasse_navn: str
    roller: tuple[str, ...]
    oppgaver: tuple[Oppgaverad, ...]
    formaal: tuple[str, ...]
    maalform: str
    orgnr: str
    eget_rettssubjekt: str
    oppsigelse_maaneder: int | None
    oppsigelse_regel: str
    bundet_til: date | None
    delvis_ikrafttreden: bool
    evalueres_hvert_aar: int | None
    sist_evaluert: date | None
    meldt_statsforvalter: date | None
    kilde: str
    bekreftelse: Bekreftelsesrad
    varsler: tuple[tuple[str, Hjemmel | None], ...]
    relasjoner: tuple[Relasjon, ...]
    kom_av: tuple[Idelenke, ...]
    organer: tuple[Organrad, ...]
    regler: tuple[Formregelrad, ...]


def omside(avtale: Avtale, innsyn: Innsyn, *, dato: date, maalform: str) -> Omside:
    """Nine queries at most, eleven for one who can confirm. A relation to what the reader may not see is not there."""
    oppgaver = list(avtale.oppgaver.all())
    return Omside(
        lest=bekreftelsesavtrykk(avtale) if innsyn.kan_redigere(avtale.region_id) else "",
        klasse_navn=avtale.get_klasse_display(),
        roller=tuple(str(Kommunerolle(rolle).label) for rolle in avtale.roller),
        oppgaver=tuple(_oppgave(oppgave, maalform) for oppgave in oppgaver),
        formaal=tuple(avtale.formaal.values_list("tekst", flat=True)),
        maalform=avtale.maalform,
        orgnr=avtale.orgnr,
        eget_rettssubjekt={True: _("Ja"), False: _("Nei"), None: ""}[avtale.eget_rettssubjekt],
        oppsigelse_maaneder=avtale.oppsigelse_maaneder,
        oppsigelse_regel=avtale.get_oppsigelse_regel_display(),
        bundet_til=avtale.bundet_til,
        delvis_ikrafttreden=avtale.delvis_ikrafttreden,
        evalueres_hvert_aar=avtale.evalueres_hvert_aar,
        sist_evaluert=avtale.sist_evaluert,
        meldt_statsforvalter=avtale.meldt_statsforvalter,
        kilde=avtale.kilde,
        bekreftelse=_bekreftelse(avtale, dato),
        varsler=tuple(_varsler(avtale, oppgaver, maalform)),
        relasjoner=tuple(relasjoner(avtale, innsyn)),
        kom_av=kom_av(avtale),
        organer=tuple(_organer(avtale, dato)),
        regler=tuple(_regler(avtale.form, maalform)),
    )


def _oppgave(oppgave: Oppgave, maalform: str) -> Oppgaverad:
    funksjon = oppgave.kostra_funksjon
    return Oppgaverad(navn=oppgave.navn_paa(maalform), funksjon=funksjon, funksjonsnavn=kostranavn().get(funksjon, ""))


def _bekreftelse(avtale: Avtale, dato: date) -> Bekreftelsesrad:
    """As it was on the date: a confirmation after it is not known yet."""
    registrert = timezone.localdate(avtale.opprettet)
    bekreftet = avtale.bekreftet_dato if avtale.bekreftet_dato and avtale.bekreftet_dato <= dato else None
    tilstand = bekreftelse(bekreftet=bekreftet, registrert=registrert, dato=dato)
    return Bekreftelsesrad(
        tilstand=tilstand, tilstand_navn=bekreftelsesnavn(tilstand), dato=bekreftet,
        av=str(avtale.bekreftet_av) if bekreftet and avtale.bekreftet_av else "",
        dataeier=str(avtale.dataeier or ""), frist=bekreftelsesfrist(bekreftet=bekreftet, registrert=registrert),
    )  # fmt: skip


def bekreftelsesnavn(tilstand: Bekreftelse) -> str:
    """The state as a person says it."""
    return {
        Bekreftelse.BEKREFTET: _("Bekreftet"),
        Bekreftelse.VENTER: _("Ikke bekreftet ennå"),
        Bekreftelse.FORFALT: _("Ikke bekreftet det siste året"),
    }[tilstand]


def _varsler(avtale: Avtale, oppgaver: Iterable[Oppgave], maalform: str) -> Iterable[tuple[str, Hjemmel | None]]:
    koder = {oppgave.kode for oppgave in oppgaver}
    for varsel in varsler(form=avtale.form, klasse=avtale.klasse, roller=avtale.roller, oppgaver=koder):
        yield varsel.tekst.paa(maalform), varsel.hjemmel


def _organer(avtale: Avtale, dato: date) -> Iterable[Organrad]:
    verv = Verv.objects.filter(gyldig(dato)).select_related("part").prefetch_related("part__identiteter")
    verv = verv.order_by("part__sortering", "navn", "pk")
    rekkefoelge = [rolle.value for rolle in Verv.Rolle]
    for organ in Organ.objects.filter(avtale=avtale).prefetch_related(Prefetch("verv", queryset=verv)):
        seter = sorted(organ.verv.all(), key=lambda sete: rekkefoelge.index(sete.rolle))
        yield Organrad(navn=str(organ), seter=tuple(_sete(sete, dato) for sete in seter))


def _sete(verv: Verv, dato: date) -> Sete:
    return Sete(
        navn=verv.navn, rolle=verv.get_rolle_display(), part_navn=navn_paa(verv.part, dato),
        er_eksempel=verv.er_eksempel,
    )  # fmt: skip


def _regler(kode: str, maalform: str) -> Iterable[Formregelrad]:
    form = les_regelverk().form(kode)
    regler = {
        _("Vedtas av"): form.vedtas_av,
        _("Enkeltvedtak"): form.enkeltvedtak,
        _("Ansvar"): form.ansvar,
        _("Uttreden"): form.oppsigelse,
        _("Melding til staten"): form.statlig_melding,
    }
    for tittel, regel in regler.items():
        if regel is not None:
            yield Formregelrad(
                tittel=tittel, tekst=regel.tekst.paa(maalform),
                hjemmel=regel.hjemmel.paa(maalform) if regel.hjemmel else "",
                kilde=regel.hjemmel.kilde if regel.hjemmel else "", er_bekreftet=regel.sikkerhet == "lest",
            )  # fmt: skip
