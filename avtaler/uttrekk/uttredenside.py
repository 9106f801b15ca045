"""What it means that one participant leaves: when it is out, what it answers for, who and what is left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import Q

from avtaler.domene.samarbeidsform import Samarbeidsform, Tema
from avtaler.domene.uttreden import Kilde, Uttreden, siste_varsel, uttreden, uttreden_ved_grenseendring
from avtaler.domene.uttreden_i_ord import regel_i_ord
from avtaler.domene.uttredensplan import Medlem, Uttredensplan, planlegg_uttreden
from avtaler.models import Avtale, Deloppgave, Deltakelse, Deltakerrolle, Sted, Verv
from avtaler.regler import les_regelverk
from avtaler.regler.uttreden import uttredensregel

from .deltakelser import Deltakerrad, deltakelser_for, deltakere_paa, deltakerrad
from .lovsetning import Lovsetning, eventuell_lovsetning, lovsetning
from .uttredensvilkaar import grenseendring_foer, vilkaar_av


@dataclass(frozen=True, kw_only=True)
class VilkaarIOrd:
    """The terms of leaving in words. ``finnes`` is whether a day can be reckoned."""

    finnes: bool
    fra_avtalen: bool
    regel: Lovsetning
    bundet_til: date | None
    skriftlig: bool


@dataclass(frozen=True, kw_only=True)
class Stedrad:
    """A place of the cooperation in the municipality that leaves."""

    navn: str
    aarsverk: Decimal | None


@dataclass(frozen=True, kw_only=True)
class Igjenrad:
    """One who stays. ``mot_hverandre`` is its part of what those who stay own together: information only."""

    navn: str
    rolle_navn: str
    eierandel: Fraction | None
    mot_hverandre: Fraction | None
    medlemmer: int | None


@dataclass(frozen=True, kw_only=True)
class Uttredenside:
    """The page of one participant that leaves, for one day of notice."""

    deltakelse_id: int
    versjon: int
    navn: str
    varsel: date
    vilkaar: VilkaarIOrd
    svar: Uttreden | None
    siste_varsel: date | None
    """The latest day of notice that still gives the same exit; None when that is the day asked about."""
    ved_grenseendring: Uttreden | None
    grenseendring: date | None
    grenseregel: Lovsetning | None
    plan: Uttredensplan
    igjen: tuple[Igjenrad, ...]
    ansvar: Lovsetning | None
    for_faa: Lovsetning | None
    endring: Lovsetning | None
    utbetaling: Lovsetning | None
    mister_rolle: str
    deloppgaver: tuple[str, ...]
    steder: tuple[Stedrad, ...]
    verv: tuple[str, ...]

    @property
    def plasser(self) -> int | None:
        return self.plan.gaar.medlemmer


@dataclass(frozen=True, kw_only=True)
class Kalkulatorrad:
    """One participant in the table «Hva om vi sier opp i dag?»."""

    id: int
    navn: str
    ansvar: Fraction | None
    plasser: int | None
    igjen: int
    for_faa: bool
    mister_rolle: str
    oppsagt: date | None
    til: date | None


@dataclass(frozen=True, kw_only=True)
class Kalkulator:
    """«Hva om vi sier opp i dag?» for everybody who takes part."""

    varsel: date
    vilkaar: VilkaarIOrd
    svar: Uttreden | None
    rader: tuple[Kalkulatorrad, ...]


def kalkulator(avtale: Avtale, deltakere: Sequence[Deltakerrad], *, varsel: date, maalform: str) -> Kalkulator:
    """The table, from rows that are at hand: no queries."""
    form = les_regelverk().form(avtale.form)
    grunnlag = vilkaar_av(avtale)
    alle = [_medlem(rad) for rad in deltakere]
    planer = ((rad, planlegg_uttreden(alle, gaar=rad.id, minst=form.min_deltakere)) for rad in deltakere)
    return Kalkulator(
        varsel=varsel, vilkaar=vilkaar_i_ord(avtale, maalform=maalform),
        svar=uttreden(varsel, grunnlag.vilkaar) if grunnlag.vilkaar else None,
        rader=tuple(
            Kalkulatorrad(
                id=rad.id, navn=rad.navn, ansvar=plan.gaar.svarer_for, plasser=rad.medlemmer, igjen=len(plan.igjen),
                for_faa=plan.for_faa, mister_rolle=_rollenavn(plan.mister_rolle), oppsagt=rad.oppsagt, til=rad.til,
            )
            for rad, plan in planer if plan.gaar.er_part
        ),
    )  # fmt: skip


def uttredenside(avtale: Avtale, deltakelse: Deltakelse, *, varsel: date, maalform: str) -> Uttredenside:
    """Seven queries at most."""
    form = les_regelverk().form(avtale.form)
    grunnlag = vilkaar_av(avtale)
    svar = uttreden(varsel, grunnlag.vilkaar) if grunnlag.vilkaar else None
    reformdag = grenseendring_foer(deltakelse.part_id, avtale.form, varsel)
    plan = _plan(avtale, deltakelse, form, svar.siste_dag if svar else varsel)
    regel = uttredensregel(avtale.form)
    ute = svar.til if svar else varsel
    return Uttredenside(
        deltakelse_id=deltakelse.pk, versjon=deltakelse.versjon, navn=plan.gaar.navn, varsel=varsel,
        vilkaar=vilkaar_i_ord(avtale, maalform=maalform), svar=svar, siste_varsel=_siste_varsel(avtale, svar),
        ved_grenseendring=uttreden_ved_grenseendring(varsel, iverksatt=reformdag) if reformdag else None,
        grenseendring=reformdag, grenseregel=eventuell_lovsetning(form.regel_om(Tema.GRENSEENDRING), maalform),
        plan=plan, igjen=tuple(_igjenrader(plan)), ansvar=eventuell_lovsetning(regel.ansvar, maalform),
        for_faa=eventuell_lovsetning(regel.for_faa, maalform),
        endring=eventuell_lovsetning(form.endring.i_momenter or form.endring.ellers, maalform),
        utbetaling=eventuell_lovsetning(regel.utbetaling, maalform), mister_rolle=_rollenavn(plan.mister_rolle),
        deloppgaver=_deloppgaver(avtale, deltakelse, ute), steder=_steder(avtale, deltakelse, ute),
        verv=_verv(avtale, deltakelse, ute),
    )  # fmt: skip


def vilkaar_i_ord(avtale: Avtale, *, maalform: str) -> VilkaarIOrd:
    """The terms in words, with the paragraph that lets the agreement have them or gives them."""
    form = les_regelverk().form(avtale.form)
    grunnlag = vilkaar_av(avtale)
    ordene = regel_i_ord(grunnlag, form.oppsigelse.tekst).paa(maalform)
    return VilkaarIOrd(
        finnes=grunnlag.vilkaar is not None, fra_avtalen=grunnlag.kilde is Kilde.AVTALEN,
        regel=replace(lovsetning(form.oppsigelse, maalform), tekst=ordene),
        bundet_til=avtale.bundet_til, skriftlig=form.oppsigelse.skriftlig,
    )  # fmt: skip


def _siste_varsel(avtale: Avtale, svar: Uttreden | None) -> date | None:
    vilkaar = vilkaar_av(avtale).vilkaar
    dag = siste_varsel(svar.til, vilkaar) if svar and vilkaar else None
    return dag if svar and dag != svar.varsel else None


def _plan(avtale: Avtale, deltakelse: Deltakelse, form: Samarbeidsform, dag: date) -> Uttredensplan:
    """Who is there on the last day; the one who leaves is counted even if it has left already."""
    alle = deltakelser_for([avtale])[avtale.pk]
    paa_dagen = deltakere_paa(avtale, alle, dag)
    den = next((rad for rad in paa_dagen if rad.id == deltakelse.pk), None)
    if den is None:
        rad = next(rad for rad in alle if rad.pk == deltakelse.pk)
        paa_dagen = [*paa_dagen, deltakerrad(rad, rad.fra)]
    return planlegg_uttreden([_medlem(rad) for rad in paa_dagen], gaar=deltakelse.pk, minst=form.min_deltakere)


def _medlem(rad: Deltakerrad) -> Medlem:
    return Medlem(
        noekkel=rad.id, navn=rad.navn, rolle=rad.rolle, eierandel=rad.eierandel, ansvarsandel=rad.ansvarsandel,
        medlemmer=rad.medlemmer,
    )  # fmt: skip


def _igjenrader(plan: Uttredensplan) -> Iterable[Igjenrad]:
    for en in plan.igjen:
        yield Igjenrad(
            navn=en.medlem.navn, rolle_navn=_rollenavn(en.medlem.rolle), eierandel=en.medlem.eierandel,
            mot_hverandre=en.mot_hverandre, medlemmer=en.medlem.medlemmer,
        )  # fmt: skip


def _rollenavn(rolle: str) -> str:
    return str(Deltakerrolle(rolle).label) if rolle else ""


def _varer(dag: date) -> Q:
    return Q(til__isnull=True) | Q(til__gt=dag)


def _deloppgaver(avtale: Avtale, deltakelse: Deltakelse, ute: date) -> tuple[str, ...]:
    egne = Deloppgave.objects.filter(avtale=avtale).filter(
        Q(deltakelser__til__isnull=True) | Q(deltakelser__til__gt=ute), deltakelser__part=deltakelse.part_id
    )
    return tuple(egne.order_by("navn").values_list("navn", flat=True).distinct())


def _steder(avtale: Avtale, deltakelse: Deltakelse, ute: date) -> tuple[Stedrad, ...]:
    steder = Sted.objects.filter(_varer(ute), avtale=avtale, part=deltakelse.part_id)
    return tuple(Stedrad(navn=sted.navn or str(sted.get_type_display()), aarsverk=sted.aarsverk) for sted in steder)


def _verv(avtale: Avtale, deltakelse: Deltakelse, ute: date) -> tuple[str, ...]:
    """The seats that somebody holds for the one who leaves, with the organ. No names: they are on the agreement."""
    verv = Verv.objects.filter(_varer(ute), organ__avtale=avtale, part=deltakelse.part_id).select_related("organ")
    return tuple(f"{ett.navn}, {ett.organ}" for ett in verv)
