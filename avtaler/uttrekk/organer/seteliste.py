"""Every seat to fill from a day: what a term's turn asks for, and what one municipality still has to choose."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Min, Q

from avtaler.domene.organer.seteliste import Seteplass
from avtaler.models import Avtale, Organ, Verv
from avtaler.models.organ import MEDLEMMER, VALGTE
from avtaler.regler.organregler import organregel
from kommuner.models import Part, Region
from kommuner.querysets import gyldig
from kommuner.tilgang import INGEN, Innsyn

from .grunnlag import Organgrunnlag, organgrunnlag
from .organbilder import organets_form, seterader

VARA = frozenset({Verv.Rolle.VARAMEDLEM})


@dataclass(frozen=True, kw_only=True)
class Organvalg:
    """One organ that may be chosen anew: how many posts in it run past the day, and whether it is elected at all."""

    id: int
    navn: str
    avtale_navn: str
    velges: bool
    loepende: int


@dataclass(frozen=True, kw_only=True)
class Periodeside:
    """The list for a term that begins on ``fra``."""

    fra: date
    organer: tuple[Organvalg, ...]
    plasser: tuple[Seteplass, ...]

    @property
    def antall(self) -> int:
        return sum(plass.antall for plass in self.plasser)

    @property
    def fylt(self) -> int:
        return sum(min(len(plass.valgt), plass.antall) for plass in self.plasser)

    @property
    def loepende(self) -> int:
        """Posts from the old term that have no end yet, in the organs that are elected."""
        return sum(organ.loepende for organ in self.organer if organ.velges)


def organer_for_periode(*, avtale: Avtale | None = None, region: Region | None = None, fra: date):
    """The organs of one agreement or a whole region that are there on the day. Drafts have nobody to choose yet."""
    if avtale is not None:
        return Organ.objects.filter(gyldig(fra), avtale=avtale)
    loepende = gyldig(fra, "avtale__") & Q(avtale__er_utkast=False)
    return Organ.objects.i_regionen(region.pk).filter(gyldig(fra)).filter(Q(avtale__isnull=True) | loepende)


def periodeside(organer: Iterable[Organ], innsyn: Innsyn, *, fra: date) -> Periodeside:
    """Eight queries. Wants ``avtale`` selected."""
    grunnlag = organgrunnlag(organer, innsyn, dato=fra)
    sitter = _etter_organ(_verv([organ.pk for organ in grunnlag.organer], fra - timedelta(days=1)))
    plasser: list[Seteplass] = []
    for organ in grunnlag.organer:
        if organregel(organ.type, organets_form(organ)).periode_aar is not None:
            plasser += plassene(organ, grunnlag, sitter.get(organ.pk, []), fra)
    return Periodeside(
        fra=fra, organer=tuple(_valg(organ, grunnlag, fra) for organ in grunnlag.organer), plasser=tuple(plasser)
    )


def plassene(organ: Organ, grunnlag: Organgrunnlag, sitter: list[Verv], fra: date) -> Iterator[Seteplass]:
    """The seats of one organ from the day, as many as are stated; unstated, as many as sat there the day before.

    One whose post began earlier and still runs is not chosen for the new term.
    """
    nye = [rad for rad in grunnlag.verv.get(organ.pk, []) if rad.fra >= fra]
    for rad in seterader(organ, grunnlag, sitter):
        for roller, uttalt in ((MEDLEMMER, rad.medlemmer), (VARA, rad.varamedlemmer)):
            foer = tuple(v.navn for v in sitter if v.part_id == rad.part_id and v.rolle in roller)
            antall = len(foer) if uttalt is None else uttalt
            if antall:
                yield Seteplass(
                    organ_id=organ.pk, organ_navn=str(organ), avtale_navn=organ.avtale.navn if organ.avtale_id else "",
                    part_id=rad.part_id, part_navn=rad.navn, nummer=rad.nummer, er_vara=roller is VARA, antall=antall,
                    sitter=foer, valgt=tuple(v.navn for v in nye if v.part_id == rad.part_id and v.rolle in roller),
                )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Seteside:
    """What one municipality has to choose from ``fra``; ``neste`` is the next day posts end."""

    fra: date
    neste: date | None
    plasser: tuple[Seteplass, ...]

    @property
    def mangler(self) -> int:
        return sum(plass.mangler for plass in self.plasser)


def kommunens_seter(part: Part, innsyn: Innsyn, *, fra: date | None, dato: date) -> Seteside:
    """The seats of the municipality that are empty, or chosen, on the day. Eleven queries.

    ``fra`` is the day asked for; without it, the next day its posts end, and today when none do.
    """
    neste = neste_skifte(part, dato=dato)
    dag = fra or neste or dato
    organer = list(organene_til(part, innsyn, dag))
    grunnlag = organgrunnlag(organer, innsyn, dato=dag)
    sitter = _etter_organ(_verv([organ.pk for organ in organer], dag - timedelta(days=1)))
    plasser: list[Seteplass] = []
    for organ in grunnlag.organer:
        if organregel(organ.type, organets_form(organ)).periode_aar is not None:
            plasser += (
                _i_dag(plass, organ, grunnlag, dag == dato)
                for plass in plassene(organ, grunnlag, sitter.get(organ.pk, []), dag)
                if plass.part_id == part.pk
            )
    return Seteside(fra=dag, neste=neste, plasser=tuple(plasser))


def antall_seter(organ: Organ, part: Part, *, er_vara: bool, dag: date) -> int:
    """How many seats of the kind the municipality has in the organ from the day. Eleven queries."""
    plasser = kommunens_seter(part, INGEN, fra=dag, dato=dag).plasser
    return sum(plass.antall for plass in plasser if plass.organ_id == organ.pk and plass.er_vara == er_vara)


def neste_skifte(part: Part, *, dato: date) -> date | None:
    """The next day posts of the municipality end."""
    verv = Verv.objects.filter(part=part, rolle__in=VALGTE, til__gt=dato)
    return verv.aggregate(dag=Min("til"))["dag"]


def organene_til(part: Part, innsyn: Innsyn, dag: date):
    """The organs the municipality has to do with on the day, of agreements in force and of its regions."""
    deltar = Q(avtale__in=Avtale.objects.gjeldende(dag).filter(gyldig(dag, "deltakelser__"), deltakelser__part=part))
    region = Q(region__in=Region.objects.filter(gyldig(dag, "medlemskap__"), medlemskap__part=part))
    organer = Organ.objects.for_user(innsyn).filter(gyldig(dag)).filter(deltar | region)
    return organer.select_related("avtale").order_by("avtale__navn", "pk").distinct()


def _i_dag(plass: Seteplass, organ: Organ, grunnlag: Organgrunnlag, er_i_dag: bool) -> Seteplass:
    """Today nobody is new: those who sit there are the ones chosen."""
    if not er_i_dag:
        return plass
    roller = VARA if plass.er_vara else MEDLEMMER
    verv = grunnlag.verv.get(organ.pk, [])
    her = tuple(rad.navn for rad in verv if rad.part_id == plass.part_id and rad.rolle in roller)
    return Seteplass(**{**plass.__dict__, "valgt": her, "sitter": her})


def _valg(organ: Organ, grunnlag: Organgrunnlag, fra: date) -> Organvalg:
    regel = organregel(organ.type, organets_form(organ))
    loepende = sum(rad.fra < fra and rad.rolle in VALGTE for rad in grunnlag.verv.get(organ.pk, []))
    return Organvalg(
        id=organ.pk, navn=str(organ), avtale_navn=organ.avtale.navn if organ.avtale_id else "",
        velges=regel.periode_aar is not None, loepende=loepende,
    )  # fmt: skip


def _verv(organer: list[int], dag: date) -> Iterable[Verv]:
    verv = Verv.objects.filter(gyldig(dag), organ__in=organer, rolle__in=VALGTE)
    return verv.select_related("part").order_by("navn", "pk")


def _etter_organ(verv: Iterable[Verv]) -> dict[int, list[Verv]]:
    grupper: dict[int, list[Verv]] = {}
    for rad in verv:
        grupper.setdefault(rad.organ_id, []).append(rad)
    return grupper
