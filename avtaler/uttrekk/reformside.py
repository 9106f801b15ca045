"""Municipal reforms that are still to be carried through agreements: the list, and the preview of one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from avtaler.domene.reform import Deltakerperiode, Merke, Merknad, NyDeltaker, Reform
from avtaler.domene.tekst import opplisting
from avtaler.models import Avtale, Deltakelse, Deltakerrolle
from avtaler.regler import les_regelverk
from avtaler.regler.uttreden import uttredensregel
from kommuner.domene.skriving import vis_andel
from kommuner.models import Part
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import navn_paa, nummer_paa

from .lovsetning import Lovsetning, eventuell_lovsetning
from .reformplan import Reformbilde, Reformvalg, alle_reformer, reformbilder

EN_DAG = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Reformhode:
    """A reform in words: who became whom, when. ``nummer`` and ``dato`` are its address."""

    dato: date
    nummer: str
    fra: str
    til: str
    er_deling: bool


@dataclass(frozen=True, kw_only=True)
class Reformrad:
    """A reform in the list, with the agreements it is still to be carried through."""

    hode: Reformhode
    avtaler: tuple[tuple[int, str], ...]


@dataclass(frozen=True, kw_only=True)
class Valgmulighet:
    """One who can carry on after a split."""

    part: int
    navn: str
    valgt: bool


@dataclass(frozen=True, kw_only=True)
class Delingsvalg:
    """The choice for one party that was split. ``ingen`` is that nobody carries on."""

    part: int
    navn: str
    muligheter: tuple[Valgmulighet, ...]
    ingen: bool


@dataclass(frozen=True, kw_only=True)
class Periodelinje:
    """One participation, before or after."""

    navn: str
    rolle_navn: str
    andel: Fraction | None
    medlemmer: int | None


@dataclass(frozen=True, kw_only=True)
class Omraadevalg:
    """That only the old municipality's area takes part in the new one."""

    part: int
    tekst: str
    navn: str
    valgt: bool


@dataclass(frozen=True, kw_only=True)
class Avtalekort:
    """The preview of one agreement."""

    id: int
    navn: str
    form_navn: str
    avtrykk: str
    foer: tuple[Periodelinje, ...]
    etter: tuple[Periodelinje, ...]
    merknader: tuple[str, ...]
    delinger: tuple[Delingsvalg, ...]
    omraader: tuple[Omraadevalg, ...]
    flyttes: int
    deloppgaver: int
    steder: int
    uplasserte_steder: int
    verv: int
    raad: int
    for_faa: Lovsetning | None
    er_klar: bool
    valgt: bool


@dataclass(frozen=True, kw_only=True)
class Reformside:
    """The preview of one reform."""

    hode: Reformhode
    kort: tuple[Avtalekort, ...]

    @property
    def klare(self) -> int:
        return sum(kort.er_klar for kort in self.kort)


def reformliste(innsyn: Innsyn) -> tuple[Reformrad, ...]:
    """Reforms with participations still held by municipalities that have ended, or will. Newest first. Four queries."""
    rader = _loepende(innsyn).select_related("avtale").order_by("avtale__sortering", "avtale__pk")
    per_part: dict[int, dict[int, str]] = defaultdict(dict)
    for rad in rader:
        per_part[rad.part_id][rad.avtale_id] = rad.avtale.navn
    aktuelle = [reform for reform in alle_reformer() if (reform.fra - reform.til) & per_part.keys()]
    parter = _parter({part for reform in aktuelle for part in reform.fra | reform.til})
    return tuple(
        Reformrad(hode=_hode(reform, parter), avtaler=_avtaler(reform, per_part))
        for reform in sorted(aktuelle, key=lambda r: r.dato, reverse=True)
    )


def finn_reform(dato: date, nummer: str) -> tuple[Reform, Reformhode] | None:
    """The reform with this address, or None. Three queries."""
    samme_dag = [reform for reform in alle_reformer() if reform.dato == dato]
    parter = _parter({part for reform in samme_dag for part in reform.fra | reform.til})
    hoder = ((reform, _hode(reform, parter)) for reform in samme_dag)
    return next((par for par in hoder if par[1].nummer == nummer), None)


def reformside(
    reform: Reform, hode: Reformhode, innsyn: Innsyn, valgene: Mapping[int, Reformvalg], valgte: set[int] | None
) -> Reformside:
    """The preview. ``valgte`` are the agreements ticked; None ticks all that are ready. Eight queries."""
    parter = _parter(set(reform.fra | reform.til))
    beroerte = _loepende(innsyn).filter(part__in=reform.fra - reform.til)
    avtaler = list(Avtale.objects.filter(pk__in=beroerte.values("avtale")))
    bilder = reformbilder(avtaler, reform, valgene)
    return Reformside(hode=hode, kort=tuple(_kort(bilde, reform, valgene, valgte, parter) for bilde in bilder))


def redigerbare(innsyn: Innsyn):
    """The agreements the reader keeps."""
    alle = Avtale.objects.for_user(innsyn)
    return alle if innsyn.er_administrator else alle.filter(region__in=innsyn.regioner)


def _loepende(innsyn: Innsyn):
    """Participations that run past the end of the municipality that holds them."""
    utover = Q(til__isnull=True) | Q(til__gt=F("part__til"))
    avsluttet = Q(avtale__til__lte=F("part__til"))
    rader = Deltakelse.objects.filter(utover, part__til__isnull=False, avtale__in=redigerbare(innsyn))
    return rader.exclude(avsluttet)


def _avtaler(reform: Reform, per_part: Mapping[int, Mapping[int, str]]) -> tuple[tuple[int, str], ...]:
    samlet: dict[int, str] = {}
    for part in sorted(reform.fra - reform.til):
        samlet |= per_part.get(part, {})
    return tuple(samlet.items())


def _parter(pker: set[int]) -> dict[int, Part]:
    return {part.pk: part for part in Part.objects.filter(pk__in=pker).prefetch_related("identiteter")}


def _hode(reform: Reform, parter: Mapping[int, Part]) -> Reformhode:
    dagen_foer = reform.dato - EN_DAG
    fra = [parter[pk] for pk in reform.fra]
    til = [parter[pk] for pk in reform.til]
    er_deling = any(len(reform.etterfoelgere(part)) > 1 for part in reform.fra)
    if len(til) > 1 and len(fra) == 1:
        nummer = nummer_paa(fra[0], dagen_foer)
    else:
        nummer = min(nummer_paa(part, reform.dato) for part in til)
    return Reformhode(
        dato=reform.dato, nummer=nummer, fra=_opplisting(fra, dagen_foer), til=_opplisting(til, reform.dato),
        er_deling=er_deling,
    )  # fmt: skip


def _opplisting(parter: Iterable[Part], dag: date) -> str:
    return opplisting(navn_paa(part, dag) for part in sorted(parter, key=lambda part: (part.sortering, part.pk)))


def _kort(
    bilde: Reformbilde, reform: Reform, valgene: Mapping[int, Reformvalg], valgte: set[int] | None,
    parter: Mapping[int, Part],
) -> Avtalekort:  # fmt: skip
    avtale, plan = bilde.avtale, bilde.plan
    form = les_regelverk().form(avtale.form)
    maalform = _maalform()
    valgt = valgene.get(avtale.pk, Reformvalg())
    er_klar = not plan.maa_velges
    navn = _navn(reform, parter)
    return Avtalekort(
        id=avtale.pk, navn=avtale.navn, form_navn=form.navn.paa(maalform), avtrykk=bilde.avtrykk,
        foer=tuple(_foer(bilde, navn)), etter=tuple(_etter(bilde, reform, navn)),
        merknader=tuple(_setning(merknad, bilde, navn) for merknad in plan.merknader),
        delinger=tuple(_delinger(bilde, reform, valgt, navn)),
        omraader=tuple(_omraader(bilde, valgt, navn)), flyttes=len(plan.flytt),
        deloppgaver=len(bilde.deloppgaver.avslutt) + len(bilde.deloppgaver.flytt),
        steder=len(bilde.steder.avslutt) + len(bilde.steder.flytt), uplasserte_steder=len(bilde.steder.uavklart),
        verv=len(bilde.verv), raad=len(bilde.raad.bort),
        for_faa=eventuell_lovsetning(uttredensregel(avtale.form).for_faa, maalform) or _uten_regel()
        if plan.for_faa else None,
        er_klar=er_klar, valgt=er_klar if valgte is None else avtale.pk in valgte,
    )  # fmt: skip


def _maalform() -> str:
    return (get_language() or "nb")[:2]


def _uten_regel() -> Lovsetning:
    return Lovsetning(tekst=_("Samarbeidet har færre deltakere enn loven krever."))


def _navn(reform: Reform, parter: Mapping[int, Part]) -> Mapping[int, str]:
    """Old municipalities by the name they had, new ones by the name they got."""
    dagen_foer = reform.dato - EN_DAG
    gamle = {pk: navn_paa(parter[pk], dagen_foer) for pk in reform.fra}
    return {pk: navn_paa(parter[pk], reform.dato) for pk in reform.til} | gamle


def _foer(bilde: Reformbilde, navn: Mapping[int, str]) -> Iterable[Periodelinje]:
    beroerte = {*bilde.plan.avslutt, *(pk for pk, _part in bilde.plan.flytt)}
    for rad in bilde.rader:
        if rad.id in beroerte or rad.part in bilde.plan.maa_velges:
            yield _linje(navn.get(rad.part, ""), rad)


def _linje(navn: str, rad: Deltakerperiode | NyDeltaker) -> Periodelinje:
    return Periodelinje(
        navn=f"{navn} ({rad.del_av})" if rad.del_av else navn, rolle_navn=str(Deltakerrolle(rad.rolle).label),
        andel=rad.eierandel, medlemmer=rad.medlemmer,
    )  # fmt: skip


def _etter(bilde: Reformbilde, reform: Reform, navn: Mapping[int, str]) -> Iterable[Periodelinje]:
    if bilde.plan.for_faa:
        return
    alt_inne = {merknad.part for merknad in bilde.plan.merknader if merknad.merke is Merke.ALT_INNE}
    for rad in bilde.rader:
        if rad.part in alt_inne and rad.fra == reform.dato:
            yield _linje(navn.get(rad.part, ""), rad)
    for ny in bilde.plan.nye:
        yield _linje(navn.get(ny.part, ""), ny)


def _delinger(bilde: Reformbilde, reform: Reform, valgt: Reformvalg, navn: Mapping[int, str]) -> Iterable[Delingsvalg]:
    delte = {rad.part for rad in bilde.rader if len(reform.etterfoelgere(rad.part)) > 1}
    beroerte = {*bilde.plan.maa_velges, *(rad.part for rad in bilde.rader if rad.id in bilde.plan.avslutt)}
    for part in sorted(delte & beroerte):
        mine = valgt.valg.get(part)
        yield Delingsvalg(
            part=part, navn=navn[part], ingen=mine is not None and not mine,
            muligheter=tuple(
                Valgmulighet(part=til, navn=navn[til], valgt=mine is not None and til in mine)
                for til in reform.etterfoelgere(part)
            ),
        )  # fmt: skip


def _omraader(bilde: Reformbilde, valgt: Reformvalg, navn: Mapping[int, str]) -> Iterable[Omraadevalg]:
    """One for each new municipality that is larger than those who took part, when that is a part with one name."""
    kilder = {rad.id: rad.part for rad in bilde.rader}
    utvidet = {merknad.part for merknad in bilde.plan.merknader if merknad.merke is Merke.UTVIDET_OMRAADE}
    for ny in bilde.plan.nye:
        if ny.part in utvidet and (not ny.del_av or ny.part in valgt.del_av):
            gamle = opplisting(dict.fromkeys(navn[kilder[pk]] for pk in ny.av))
            tekst = _("tidligere %(navn)s") % {"navn": gamle}
            yield Omraadevalg(part=ny.part, tekst=tekst[:80], navn=navn[ny.part], valgt=ny.part in valgt.del_av)


def _setning(merknad: Merknad, bilde: Reformbilde, navn: Mapping[int, str]) -> str:
    """What a person must know or do, said as one would."""
    ny = next((ny for ny in bilde.plan.nye if ny.part == merknad.part), None)
    felles = {
        "navn": navn.get(merknad.part, ""), "andre": opplisting(navn.get(pk, "") for pk in merknad.andre or [0]),
        "andel": vis_andel(ny.eierandel) if ny and ny.eierandel is not None else "",
        "plasser": " + ".join(str(antall) for antall in merknad.plasser), "sum": sum(merknad.plasser),
    }  # fmt: skip
    return {
        Merke.ANDELER_SUMMERT: _("Eierandelene til %(andre)s er lagt sammen: %(navn)s har %(andel)s."),
        Merke.ANDEL_UKJENT: _("Én av eierandelene til %(andre)s er ikke ført inn, så summen er ukjent."),
        Merke.PLASSER_AVTALES: _(
            "Plassene i øverste organ må avtales på nytt (før: %(plasser)s). De blir stående tomme til det er gjort."
        ),
        Merke.UTVIDET_OMRAADE: _("%(andre)s var ikke med i avtalen, men er en del av nye %(navn)s."),
        Merke.ULIKE_ROLLER: _("%(andre)s hadde ulike roller. %(navn)s får den som forplikter mest."),
        Merke.DELT: _("%(andre)s er delt: %(navn)s fører en del videre. Andelen og plassene må avtales."),
        Merke.GAAR_UT: _("%(navn)s går ut av avtalen uten at noen fører deltakelsen videre."),
        Merke.ALT_INNE: _("%(navn)s er alt ført inn. Kontroller at andelen til %(andre)s er med."),
    }[merknad.merke] % felles
