"""What the pages of an upload show: the questions, the agreements with what happens to each, and the columns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from avtaler.domene.innlesing.kolonner import Felt
from avtaler.domene.innlesing.oppsett import Ark, Arkoppsett, Linje, Tabellslag
from avtaler.domene.innlesing.plan import Avtaleplan, Feltendring, Plandeltaker, Status
from avtaler.domene.innlesing.rader import Utelatt
from avtaler.domene.innlesing.spoersmaal import SOM, Melding, Spoersmaal
from avtaler.models import Deltakerrolle
from kommuner.domene.skriving import vis_andel_kort
from kommuner.filer.tabell import kolonnebokstav

from .innlesing import Innlest
from .innlesingsord import (
    STATUSER,
    feltnavn,
    meldingstekst,
    oppgavenavn,
    radtekst,
    spoersmaalstekst,
    svarfeil,
    valgtekst,
    verditekst,
)

PER_SIDE = 25
#: So many questions at a time; the next come when these are answered.
SPOERSMAAL_PER_SIDE = 40
_PROEVER = 3
ALLE = "alle"


@dataclass(frozen=True)
class Valgrad:
    """One choice of a question."""

    verdi: str
    tekst: str
    er_forslag: bool
    er_valgt: bool


@dataclass(frozen=True)
class Spoersmaalsrad:
    """A question as the form shows it. ``skrevet`` is what was typed instead of a choice."""

    noekkel: str
    nummer: int
    tekst: str
    rader: str
    valg: tuple[Valgrad, ...]
    fritekst: str
    skrevet: str
    har_forslag: bool
    feil: str
    """Why what was typed cannot be used; empty when it can."""


@dataclass(frozen=True)
class Endringsrad:
    """A field before and after; what it is about, for a participant."""

    felt: str
    foer: str
    etter: str
    hvem: str = ""


@dataclass(frozen=True)
class Deltakerkort:
    """A participant of an agreement in the preview."""

    navn: str
    detaljer: str
    er_ny_part: bool
    er_ny: bool


@dataclass(frozen=True)
class Meldingsrad:
    """A remark, with the cell to mend where one can."""

    tekst: str
    rad: int
    er_feil: bool
    sted: str
    celle: str


@dataclass(frozen=True)
class Faktum:
    """A fact of an agreement in a few words; ``gjettet`` when the list does not say it."""

    tekst: str
    gjettet: bool


@dataclass(frozen=True)
class Avtalekort:
    """One agreement of the list and what happens to it."""

    noekkel: str
    nummer: int
    navn: str
    status: str
    status_navn: str
    rader: str
    form_kode: str
    form_gjettet: bool
    klasse_kode: str
    klasse_gjettet: bool
    fakta: tuple[Faktum, ...]
    andre_deltakere: int | None
    deltakere: tuple[Deltakerkort, ...]
    endringer: tuple[Endringsrad, ...]
    meldinger: tuple[Meldingsrad, ...]
    bare_i_registeret: int
    avtale_id: int | None
    venter: bool
    hoppet_over: bool


@dataclass(frozen=True, kw_only=True)
class Innlesingsside:
    """The preview."""

    antall: tuple[tuple[str, str, int], ...]
    """(status, its name, how many) for the filter."""
    ubesvarte: tuple[Spoersmaalsrad, ...]
    antall_ubesvarte: int
    besvarte: tuple[Spoersmaalsrad, ...]
    kort: tuple[Avtalekort, ...]
    sider: Page
    vis: str
    utelatte: tuple[str, ...]
    kan_lagres: bool
    skriver: int
    feil: int
    avtrykk: str


@dataclass(frozen=True)
class Kolonnerad:
    """A column of the mapping: its letter, heading, first values and what it is taken to hold."""

    plass: int
    bokstav: str
    overskrift: str
    proever: tuple[str, ...]
    felt: str


@dataclass(frozen=True)
class Arkrad:
    """A sheet of the mapping."""

    nummer: int
    navn: str
    er_med: bool
    slag: str
    overskriftsrad: int
    rader: tuple[tuple[int, str], ...]
    """Rows that can hold the headings, with their first words."""
    kolonner: tuple[Kolonnerad, ...]
    antall_rader: int


def innlesingsside(lest: Innlest, *, vis: str, side: str, maalform: str) -> Innlesingsside:
    """The preview of the plan, one page of its agreements."""
    plan = lest.plan
    vis = vis if vis in {*Status} else ALLE
    valgte = [avtale for avtale in plan.avtaler if vis in (ALLE, avtale.status)]
    sider = Paginator(valgte, PER_SIDE).get_page(side)
    ubesvarte, besvarte = plan.ubesvarte, [en for en in plan.spoersmaal if en.er_besvart]
    return Innlesingsside(
        antall=tuple((status.value, STATUSER[status](), plan.antall.get(status, 0)) for status in Status),
        ubesvarte=_spoersmaal(ubesvarte[:SPOERSMAAL_PER_SIDE], lest, maalform), antall_ubesvarte=len(ubesvarte),
        besvarte=_spoersmaal(besvarte, lest, maalform, fra=len(ubesvarte)),
        kort=tuple(_kort(en, lest, maalform, nr) for nr, en in enumerate(sider.object_list, sider.start_index())),
        sider=sider, vis=vis, kan_lagres=plan.kan_lagres, avtrykk=plan.avtrykk, feil=plan.antall.get(Status.FEIL, 0),
        skriver=sum(avtale.skriver for avtale in plan.avtaler),
        utelatte=tuple(_utelatt(en) for en in plan.utelatte),
    )  # fmt: skip


def _utelatt(en: Utelatt) -> str:
    """«rad 14: Lest som overskrift: «Helse»»."""
    setning = meldingstekst(Melding(en.kode, {"tekst": en.celle.tekst[:120]}, en.celle.rad))
    return f"{capfirst(radtekst((en.celle.rad,)))}: {setning}"


def _spoersmaal(
    spoersmaal: Sequence[Spoersmaal], lest: Innlest, maalform: str, fra: int = 0
) -> tuple[Spoersmaalsrad, ...]:
    navn = oppgavenavn(lest.grunnlag, maalform)
    return tuple(_spoersmaalsrad(en, nr, maalform, navn) for nr, en in enumerate(spoersmaal, fra + 1))


def _spoersmaalsrad(en: Spoersmaal, nummer: int, maalform: str, oppgaver: dict[str, str]) -> Spoersmaalsrad:
    valgt = en.svar or en.forslag
    valg = tuple(
        Valgrad(ett.verdi, capfirst(valgtekst(ett, maalform=maalform, oppgaver=oppgaver)), ett.verdi == en.forslag,
                ett.verdi == valgt)
        for ett in en.valg
    )  # fmt: skip
    er_valg = en.svar in {ett.verdi for ett in en.valg}
    skrevet = en.svar.removeprefix(SOM) if en.svar.startswith(SOM) and not er_valg else ""
    return Spoersmaalsrad(
        en.noekkel, nummer, spoersmaalstekst(en), radtekst(en.rader), valg, en.fritekst, skrevet, bool(en.forslag),
        svarfeil(en),
    )  # fmt: skip


def _kort(avtale: Avtaleplan, lest: Innlest, maalform: str, nummer: int) -> Avtalekort:
    def vis(felt: str, verdi: object) -> str:
        return verditekst(felt, verdi, maalform=maalform, grunnlag=lest.grunnlag)  # type: ignore[arg-type]

    verdier = avtale.verdier
    return Avtalekort(
        noekkel=avtale.noekkel, nummer=nummer, navn=avtale.navn or _("(uten navn)"), status=avtale.status.value,
        status_navn=STATUSER[avtale.status](), rader=radtekst(avtale.rader), form_kode=verdier.form,
        form_gjettet="form" in avtale.gjettet, klasse_kode=verdier.klasse, klasse_gjettet="klasse" in avtale.gjettet,
        fakta=tuple(_fakta(avtale, vis)),
        andre_deltakere=verdier.andre_deltakere,
        deltakere=tuple(_deltaker(deltaker, avtale.status) for deltaker in avtale.deltakere),
        endringer=tuple(_endringer(avtale, vis)),
        meldinger=tuple(_melding(melding) for melding in avtale.meldinger),
        bare_i_registeret=len(avtale.bare_i_registeret), avtale_id=avtale.avtale_id, venter=avtale.venter,
        hoppet_over=avtale.status is Status.HOPPET_OVER,
    )  # fmt: skip


def _fakta(avtale: Avtaleplan, vis) -> Iterable[Faktum]:
    verdier = avtale.verdier
    fra, til = vis("fra", verdier.fra), vis("til", verdier.til)
    periode = _("fra %(fra)s") % {"fra": fra} if fra and not til else f"{fra} – {til}" if til else ""
    alle = [
        ("form", vis("form", verdier.form)), ("klasse", vis("klasse", verdier.klasse)), ("fra", periode),
        ("oppgaver", vis("oppgaver", verdier.oppgaver)), ("orgnr", verdier.orgnr),
    ]  # fmt: skip
    yield from (Faktum(tekst, felt in avtale.gjettet) for felt, tekst in alle if tekst)


def _endringer(avtale: Avtaleplan, vis) -> Iterable[Endringsrad]:
    for endring in avtale.endringer:
        yield _endring(endring, vis)
    for deltaker in avtale.deltakere:
        if avtale.status is Status.ENDRET and deltaker.status is Status.NY:
            yield Endringsrad(_("Deltaker"), "", deltaker.navn)
        for endring in deltaker.endringer:
            yield _endring(endring, vis, deltaker.navn)


def _endring(endring: Feltendring, vis, hvem: str = "") -> Endringsrad:
    return Endringsrad(
        feltnavn(endring.felt), vis(endring.felt, endring.foer), vis(endring.felt, endring.etter), hvem
    )  # fmt: skip


def _deltaker(deltaker: Plandeltaker, avtalestatus: Status) -> Deltakerkort:
    rolle = "" if deltaker.rolle == Deltakerrolle.DELTAKER else str(Deltakerrolle(deltaker.rolle).label)
    andel = vis_andel_kort(deltaker.eierandel) if deltaker.eierandel is not None else ""
    detaljer = ", ".join(filter(None, (deltaker.del_av, rolle, andel, deltaker.merknad)))
    er_ny = avtalestatus is Status.ENDRET and deltaker.status is Status.NY
    return Deltakerkort(deltaker.navn, detaljer, deltaker.part_id is None, er_ny)


def _melding(melding: Melding) -> Meldingsrad:
    return Meldingsrad(meldingstekst(melding), melding.rad, melding.er_feil, melding.sted, melding.tekst)


def arkrader(lest_ark: Sequence[Ark], oppsettene: Sequence[Arkoppsett]) -> tuple[Arkrad, ...]:
    """The sheets with their columns, for the page where a person says what is what."""
    return tuple(_arkrad(lest_ark[oppsett.ark], oppsett) for oppsett in oppsettene if oppsett.ark < len(lest_ark))


def _arkrad(ark: Ark, oppsett: Arkoppsett) -> Arkrad:
    hode = next((linje for linje in ark.linjer if linje.nummer == oppsett.overskriftsrad), Linje(0, ()))
    under = [linje for linje in ark.linjer if linje.nummer > oppsett.overskriftsrad]
    bredde = max([len(hode.celler), *(len(linje.celler) for linje in under)], default=0)
    rader = tuple((linje.nummer, " · ".join(filter(None, linje.celler))[:60]) for linje in ark.linjer[:20])
    kolonner = (_kolonnerad(plass, hode, under, oppsett) for plass in range(bredde))
    return Arkrad(
        oppsett.ark, ark.navn, oppsett.er_med, oppsett.slag.value, oppsett.overskriftsrad, rader,
        tuple(kolonne for kolonne in kolonner if kolonne.overskrift or kolonne.proever), len(under),
    )  # fmt: skip


def _kolonnerad(plass: int, hode: Linje, under: Sequence[Linje], oppsett: Arkoppsett) -> Kolonnerad:
    proever = list(dict.fromkeys(celle[:60] for linje in under[:200] if (celle := linje.celle(plass))))[:_PROEVER]
    felt = oppsett.kolonner.get(plass, Felt.UTELATT).value
    return Kolonnerad(plass, kolonnebokstav(plass), hode.celle(plass), tuple(proever), felt)


def feltvalg() -> list[tuple[str, str]]:
    """What a column can hold, as choices."""
    resten = [(felt.value, feltnavn(felt)) for felt in Felt if felt not in (Felt.UTELATT, Felt.DELTAKER)]
    return [(Felt.UTELATT.value, feltnavn(Felt.UTELATT)), *resten]


def slagvalg() -> list[tuple[str, str]]:
    """The three ways a list can be laid out, as choices."""
    return [
        (Tabellslag.PER_AVTALE.value, _("En rad for hver avtale")),
        (Tabellslag.PER_DELTAKER.value, _("En rad for hver deltaker i hver avtale")),
        (Tabellslag.MATRISE.value, _("En kolonne for hver kommune (matrise)")),
    ]
