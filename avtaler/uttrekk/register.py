"""The register list: search, filters and one page of rows, in a fixed number of queries."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, TextField
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from avtaler.domene.avtalegrunnlag import UTENFOR
from avtaler.domene.krav import Resultat
from avtaler.domene.lovkrav import vurder_avtale
from avtaler.domene.samarbeidsform import former_som_heter
from avtaler.domene.virketid import Avtalestatus, avtalestatus
from avtaler.models import Avtale, Deltakelse, Formaal, Oppgave
from avtaler.regler import les_regelverk
from kommuner.domene.navn import sorteringsnoekkel
from kommuner.models import Part, Region
from kommuner.models.felles import norsk_noekkel
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn, med_forgjengere

from .deltakelser import Deltakerrad, deltakelser_for, deltakere_paa
from .grunnlag import grunnlag_for
from .registervilkaar import VERTER, Bekreftelsesvalg, i_geografi, skal_bekreftes

PER_SIDE = 50
ALLE = "alle"


@dataclass(frozen=True, kw_only=True)
class Filter:
    """What the reader asks for; an empty string is no wish. ``side`` is forgiving: anything is a page."""

    soek: str = ""
    form: str = ""
    kommune: str = ""
    oppgave: str = ""
    region: str = ""
    klasse: str = ""
    rolle: str = ""
    vert: str = ""
    geografi: str = ""
    bekreftelse: str = ""
    bruker_id: int | None = None
    """Who asks, for «mine to confirm»."""
    status: str = Avtalestatus.GJELDENDE
    side: str = "1"


@dataclass(frozen=True, kw_only=True)
class Registerrad:
    """One agreement in the list. The two counts are None for readers who do not keep the register."""

    id: int
    navn: str
    form: str
    form_kort: str
    form_navn: str
    er_avviklet_form: bool
    status: Avtalestatus
    status_navn: str
    deltakere: tuple[Deltakerrad, ...]
    oppgaver: tuple[str, ...]
    fra: date | None
    til: date | None
    er_eksempel: bool
    mangler: int | None
    maa_vurderes: int | None


@dataclass(frozen=True, kw_only=True)
class Registerside:
    """One page of the list, with the whole count."""

    rader: tuple[Registerrad, ...]
    sider: Page
    viser_mangler: bool

    @property
    def antall(self) -> int:
        return self.sider.paginator.count


@dataclass(frozen=True, kw_only=True)
class Filtervalg:
    """The choices of the filters, as (value, label)."""

    former: tuple[tuple[str, str], ...]
    kommuner: tuple[tuple[str, str], ...]
    oppgaver: tuple[tuple[str, str], ...]
    regioner: tuple[tuple[str, str], ...]
    verter: tuple[tuple[str, str], ...]
    bekreftelser: tuple[tuple[str, str], ...]
    """Only for those who keep the register."""
    statuser: tuple[tuple[str, str], ...]


def statusnavn(status: Avtalestatus) -> str:
    """The status as a person says it."""
    return {
        Avtalestatus.GJELDENDE: _("Gjeldende"),
        Avtalestatus.KOMMENDE: _("Kommende"),
        Avtalestatus.AVSLUTTET: _("Avsluttet"),
        Avtalestatus.UTKAST: _("Utkast"),
    }[status]


def filtervalg(innsyn: Innsyn, *, dato: date, maalform: str) -> Filtervalg:
    """Only what some agreement the reader may see has; drafts for those who can have one. Four queries."""
    statuser = [s for s in Avtalestatus if s is not Avtalestatus.UTKAST or innsyn.er_koordinator]
    synlige = Avtale.objects.for_user(innsyn)
    deltar = Deltakelse.objects.filter(part=OuterRef("pk"), avtale__in=synlige)
    oppgaver = Oppgave.objects.filter(Exists(synlige.filter(oppgaver=OuterRef("pk"))))
    kommuner = Part.objects.kommuner().gjeldende(dato).filter(Exists(deltar)).values_list("nummer", "navn")
    verter = Part.objects.filter(Exists(deltar.filter(rolle__in=VERTER))).exclude(nummer="")
    return Filtervalg(
        verter=tuple(verter.values_list("nummer", "navn")),
        bekreftelser=tuple((b.value, str(b.label)) for b in Bekreftelsesvalg) if innsyn.er_koordinator else (),
        former=tuple((kode, capfirst(form.navn.paa(maalform))) for kode, form in les_regelverk().former.items()),
        kommuner=tuple(kommuner),
        oppgaver=tuple((oppgave.kode, oppgave.navn_paa(maalform)) for oppgave in oppgaver),
        regioner=tuple(Region.objects.values_list("slug", "navn")),
        statuser=(*((s.value, statusnavn(s)) for s in statuser), (ALLE, _("Alle"))),
    )


def registerside(innsyn: Innsyn, filter: Filter, *, dato: date, maalform: str) -> Registerside:
    """One page of the agreements the reader may see. Gaps are counted for those who keep the register."""
    treff = _treff(Avtale.objects.for_user(innsyn), filter, dato)
    side = Paginator(treff.prefetch_related("oppgaver").order_by("sortering", "pk"), PER_SIDE).get_page(filter.side)
    rader = _rader(list(side.object_list), dato=dato, maalform=maalform, med_mangler=innsyn.er_koordinator)
    return Registerside(rader=rader, sider=side, viser_mangler=innsyn.er_koordinator)


def utvalget(innsyn: Innsyn, filter: Filter, *, dato: date):
    """Every agreement the filters leave, whatever the page: what is downloaded is what is searched for."""
    return _treff(Avtale.objects.for_user(innsyn), filter, dato).order_by("sortering", "pk")


def _rader(avtaler: Sequence[Avtale], *, dato: date, maalform: str, med_mangler: bool) -> tuple[Registerrad, ...]:
    deltakelser = deltakelser_for(avtaler)
    funn = _funn(avtaler, dato, deltakelser) if med_mangler else {}
    return tuple(
        _rad(avtale, _deltakere(avtale, deltakelser.get(avtale.pk, ()), dato), funn.get(avtale.pk), dato, maalform)
        for avtale in avtaler
    )


def _deltakere(avtale: Avtale, deltakelser: Sequence[Deltakelse], dato: date) -> list[Deltakerrad]:
    """Participants in the sense of the law: partners without obligations are not counted."""
    return [rad for rad in deltakere_paa(avtale, deltakelser, dato) if rad.rolle not in UTENFOR]


def _rad(
    avtale: Avtale, deltakere: Sequence[Deltakerrad], funn: Collection[Resultat] | None, dato: date, maalform: str
) -> Registerrad:
    form = les_regelverk().form(avtale.form)
    status = avtalestatus(fra=avtale.fra, til=avtale.til, er_utkast=avtale.er_utkast, dato=dato)
    return Registerrad(
        id=avtale.pk, navn=avtale.navn, form=form.kode, form_kort=form.kortnavn.paa(maalform),
        form_navn=form.navn.paa(maalform), er_avviklet_form=form.er_avviklet_form,
        status=status, status_navn=statusnavn(status), deltakere=tuple(deltakere),
        oppgaver=tuple(oppgave.navn_paa(maalform) for oppgave in avtale.oppgaver.all()),
        fra=avtale.fra, til=avtale.til, er_eksempel=avtale.er_eksempel,
        mangler=None if funn is None else _antall(funn, Resultat.MANGLER),
        maa_vurderes=None if funn is None else _antall(funn, Resultat.MAA_VURDERES),
    )  # fmt: skip


def _antall(funn: Collection[Resultat], resultat: Resultat) -> int:
    return sum(ett == resultat for ett in funn)


def _funn(avtaler: Sequence[Avtale], dato: date, deltakelser: dict) -> dict[int, list[Resultat]]:
    """What the rules say, for every agreement that can still be put right."""
    regelverk = les_regelverk()
    levende = [avtale for avtale in avtaler if avtale.til is None or avtale.til > dato]
    alle = grunnlag_for(levende, dato=dato, deltakelser=deltakelser)
    return {
        noekkel: [v.resultat for v in vurder_avtale(grunnlag, regelverk=regelverk, dato=dato)]
        for noekkel, grunnlag in alle.items()
    }


def _treff(avtaler, filter: Filter, dato: date):
    treff = _med_status(avtaler, filter.status, dato)
    if filter.form:
        treff = treff.filter(form=filter.form)
    if filter.oppgave:
        treff = treff.filter(Exists(Oppgave.objects.filter(kode=filter.oppgave, avtaler=OuterRef("pk"))))
    if filter.region:
        treff = treff.filter(region__slug=filter.region)
    if filter.klasse:
        treff = treff.filter(klasse=filter.klasse)
    if filter.rolle:
        treff = treff.filter(roller__contains=[filter.rolle])
    if filter.vert:
        verter = Deltakelse.objects.filter(gyldig(dato), avtale=OuterRef("pk"), rolle__in=VERTER)
        treff = treff.filter(Exists(verter.filter(part__in=_parter_med_nummer(filter.vert))))
    if filter.geografi:
        treff = treff.filter(i_geografi(filter.geografi, dato))
    if filter.bekreftelse:
        treff = treff.filter(skal_bekreftes(filter.bekreftelse, filter.bruker_id, dato))
    if filter.kommune:
        treff = treff.filter(_har_deltaker(part__in=_parter_med_nummer(filter.kommune)))
    for ord_ in filter.soek.replace("§", "§ ").split():
        treff = treff.filter(_inneholder(ord_))
    return treff


def _med_status(avtaler, status: str, dato: date):
    """`gyldig` counts a missing start as always there; here it is still to come."""
    if status == Avtalestatus.UTKAST:
        return avtaler.filter(er_utkast=True)
    ferdige = avtaler.filter(er_utkast=False)
    if status == Avtalestatus.GJELDENDE:
        return ferdige.filter(gyldig(dato), fra__isnull=False)
    if status == Avtalestatus.AVSLUTTET:
        return ferdige.filter(til__lte=dato)
    if status == Avtalestatus.KOMMENDE:
        return ferdige.filter(Q(fra__isnull=True) | Q(fra__gt=dato)).exclude(til__lte=dato)
    return avtaler


def _parter_med_nummer(nummer: str) -> frozenset[int]:
    """The municipality with the number, now or before, and those that reforms have carried into it."""
    med_nummer = Part.objects.kommuner().filter(Q(nummer=nummer) | Q(identiteter__nummer=nummer))
    return med_forgjengere(frozenset(med_nummer.values_list("pk", flat=True)))


def _har_deltaker(**vilkaar: object) -> Exists:
    return Exists(Deltakelse.objects.filter(avtale=OuterRef("pk"), **vilkaar))


def _inneholder(ord_: str) -> Q:
    """The word in the name, a participant, a purpose, a task or the legal form, whatever its case on any server.

    The server may not know that Å is å, so both sides are compared by the Norwegian sort key.
    """
    noekkel = sorteringsnoekkel(ord_)
    return (
        Q(sortering__contains=noekkel)
        | Q(_har_deltaker(part__sortering__contains=noekkel))
        | Q(_med_tekst(Formaal.objects.filter(avtale=OuterRef("pk")), noekkel, "tekst"))
        | Q(_med_tekst(Oppgave.objects.filter(avtaler=OuterRef("pk")), noekkel, "navn_nb", "navn_nn"))
        | Q(form__in=former_som_heter(ord_, les_regelverk().former.values()))
    )


def _med_tekst(rader, noekkel: str, *felt: str) -> Exists:
    """Whether one of the rows has the sort key in one of the fields."""
    soekbare = {f"soekbar_{navn}": norsk_noekkel(navn, output_field=TextField()) for navn in felt}
    treff = reduce(or_, (Q(**{f"{navn}__contains": noekkel}) for navn in soekbare))
    return Exists(rader.alias(**soekbare).filter(treff))
