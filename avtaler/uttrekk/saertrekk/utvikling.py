"""How the cooperation of a region has grown: year by year, by origin, and by kind (needs 0.6, 3.4, 3.10)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from avtaler.domene.avtalegrunnlag import UTENFOR
from avtaler.domene.saertrekk.aarstall import Aar, Liv, aarstall, stille_aar
from avtaler.domene.saertrekk.diagram import Diagram, diagram
from avtaler.models import Avtale, Avtalerelasjon, Deloppgave, Deltakelse, Klasse, Opphav, Prosjekt, Saertrekk
from kommuner.models import Kommuneendring, Region
from kommuner.tilgang import Innsyn

#: How many years the chart shows; the table has them all.
AAR_I_DIAGRAMMET = 20


@dataclass(frozen=True)
class Lenke:
    """One agreement."""

    id: int
    navn: str
    er_eksempel: bool = False


@dataclass(frozen=True, kw_only=True)
class Aarsrad:
    """One year in the table, with the agreements by name."""

    aar: int
    startet: tuple[Lenke, ...]
    utvidet: tuple[Lenke, ...]
    omdannet: tuple[Lenke, ...]
    avsluttet: tuple[Lenke, ...]


@dataclass(frozen=True, kw_only=True)
class Opphavsrad:
    """One model of origin: agreements and projects that came about so. ``andel`` of those whose origin is known."""

    navn: str
    avtaler: tuple[Lenke, ...]
    antall_prosjekter: int
    andel: Fraction | None
    selskaper: int
    """How many of the agreements are legal persons of their own."""


@dataclass(frozen=True, kw_only=True)
class Klasserad:
    """One of the two kinds of cooperation: how many in force, and when the first began."""

    navn: str
    antall: int
    foerste_aar: int | None


@dataclass(frozen=True, kw_only=True)
class Utvikling:
    """``stille`` is how many years in a row nothing has begun, grown or ended."""

    diagram: Diagram | None
    fra_aar: int | None
    aar: tuple[Aarsrad, ...]
    stille: int
    opphav: tuple[Opphavsrad, ...]
    uten_opphav: int
    klasser: tuple[Klasserad, ...]


def utvikling(region: Region, innsyn: Innsyn, *, dato: date) -> Utvikling:
    """Everything that has begun by the date, as far as the reader may see it. Seven queries."""
    alle = Avtale.objects.for_user(innsyn).filter(region=region, er_utkast=False, fra__isnull=False)
    avtaler = {avtale.pk: avtale for avtale in alle}
    aarene = aarstall(_liv(avtaler), dato=dato)
    viste = aarene[-AAR_I_DIAGRAMMET:]
    gjeldende = [avtale for avtale in avtaler.values() if _gjelder(avtale, dato)]
    opphav, uten = _opphav(region, innsyn, gjeldende, dato)
    return Utvikling(
        diagram=diagram(viste) if viste else None,
        fra_aar=viste[0].aar if viste else None,
        aar=tuple(_aarsrad(ett, avtaler) for ett in reversed(aarene) if not ett.er_stille),
        stille=stille_aar(aarene),
        opphav=opphav,
        uten_opphav=uten,
        klasser=tuple(_klasse(klasse, gjeldende) for klasse in Klasse),
    )


def _liv(avtaler: Mapping[int, Avtale]) -> Iterable[Liv]:
    """Four queries: who joined, what was added, which parties reforms made, and what was converted."""
    utvidet = _utvidelser(avtaler)
    omdannet = Avtalerelasjon.objects.filter(type=Avtalerelasjon.Type.OMDANNET_TIL, fra_avtale__in=avtaler)
    par = list(omdannet.values_list("fra_avtale", "til_avtale"))
    fra, til = {ett for ett, _til in par}, {ett for _fra, ett in par}
    for avtale in sorted(avtaler.values(), key=lambda avtale: (avtale.fra, avtale.pk)):
        yield Liv(
            id=avtale.pk, fra=avtale.fra, til=avtale.til, utvidet=frozenset(utvidet.get(avtale.pk, ())),
            begynte_som_omdanning=avtale.pk in til, endte_i_omdanning=avtale.pk in fra,
        )  # fmt: skip


def _utvidelser(avtaler: Mapping[int, Avtale]) -> dict[int, set[date]]:
    """The days somebody joined or a sub-task was added; one that a reform carried in is nobody new."""
    reformer = set(Kommuneendring.objects.values_list("til_part", "dato"))
    med = Deltakelse.objects.filter(avtale__in=avtaler).exclude(rolle__in=UTENFOR)
    foerste: dict[tuple[int, int], date] = {}
    for avtale_id, part_id, fra in med.order_by("fra", "pk").values_list("avtale", "part", "fra"):
        if (part_id, fra) not in reformer:
            foerste.setdefault((avtale_id, part_id), fra)
    dager: dict[int, set[date]] = {}
    for (avtale_id, _part), fra in foerste.items():
        dager.setdefault(avtale_id, set()).add(fra)
    for avtale_id, fra in Deloppgave.objects.filter(avtale__in=avtaler).order_by().values_list("avtale", "fra"):
        dager.setdefault(avtale_id, set()).add(fra)
    return dager


def _opphav(region: Region, innsyn: Innsyn, gjeldende: list[Avtale], dato: date) -> tuple[tuple[Opphavsrad, ...], int]:
    """Agreements in force and projects begun, by how they came about. Two queries."""
    kjent = {rad.avtale_id: rad for rad in Saertrekk.objects.filter(avtale__in=gjeldende).exclude(opphav="")}
    prosjekter = Prosjekt.objects.for_user(innsyn).filter(region=region).exclude(fra__gt=dato).exclude(opphav="")
    per_prosjekt = list(prosjekter.order_by().values_list("opphav", flat=True))
    rader = tuple(_opphavsrad(ett, gjeldende, kjent, per_prosjekt) for ett in Opphav)
    return rader, len(gjeldende) - len(kjent)


def _opphavsrad(
    opphav: Opphav, gjeldende: list[Avtale], kjent: Mapping[int, Saertrekk], prosjekter: list[str]
) -> Opphavsrad:
    disse = [avtale for avtale in gjeldende if avtale.pk in kjent and kjent[avtale.pk].opphav == opphav.value]
    return Opphavsrad(
        navn=str(opphav.label),
        avtaler=tuple(Lenke(avtale.pk, avtale.navn, kjent[avtale.pk].er_eksempel) for avtale in disse),
        antall_prosjekter=prosjekter.count(opphav.value),
        andel=Fraction(len(disse), len(kjent)) if kjent else None,
        selskaper=sum(avtale.eget_rettssubjekt is True for avtale in disse),
    )


def _klasse(klasse: Klasse, gjeldende: list[Avtale]) -> Klasserad:
    disse = [avtale.fra.year for avtale in gjeldende if avtale.klasse == klasse.value]
    return Klasserad(navn=str(klasse.label), antall=len(disse), foerste_aar=min(disse, default=None))


def _gjelder(avtale: Avtale, dato: date) -> bool:
    return avtale.fra <= dato and (avtale.til is None or dato < avtale.til)


def _aarsrad(ett: Aar, avtaler: Mapping[int, Avtale]) -> Aarsrad:
    def lenker(ider: tuple[int, ...]) -> tuple[Lenke, ...]:
        return tuple(Lenke(pk, avtaler[pk].navn) for pk in ider)

    return Aarsrad(
        aar=ett.aar, startet=lenker(ett.startet), utvidet=lenker(ett.utvidet), omdannet=lenker(ett.omdannet),
        avsluttet=lenker(ett.avsluttet),
    )  # fmt: skip
