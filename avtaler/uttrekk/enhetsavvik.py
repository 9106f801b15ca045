"""Where an extract of Enhetsregisteret differs from our parties and agreements. A fixed number of queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from avtaler.domene.avtalegrunnlag import UTENFOR
from avtaler.models import Avtale, Deltakelse
from avtaler.regler.organisasjonsformer import les_formforslag
from kommuner.domene.enhetsregister import (
    Registerdeltaker,
    Registerenhet,
    Registerutdrag,
    parttype_for,
    penskrevet,
    samme_navn,
)
from kommuner.domene.skriving import vis_andel_kort, vis_kort_dato
from kommuner.models import Part, Parttype
from kommuner.querysets import gyldig

#: Their names and lives come with the reference data; the register writes them otherwise.
FRA_REFERANSEDATA = frozenset({Parttype.KOMMUNE, Parttype.FYLKESKOMMUNE})


@dataclass(frozen=True)
class Partendring:
    """One field of a party that would get another value."""

    felt: str
    foer: object
    etter: object


@dataclass(frozen=True, kw_only=True)
class Avtaleavvik:
    """What somebody should look into: an agreement is what the councils adopted, so nothing of it is changed."""

    avtale: Avtale
    merknader: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Enhetsavvik:
    """All about one number. ``ny_type`` is what it can be entered as, when no party and no agreement has it."""

    orgnr: str
    enhet: Registerenhet | None
    part: Part | None
    endringer: tuple[Partendring, ...]
    avtaler: tuple[Avtaleavvik, ...]
    ny_type: str | None


def enhetsavvik(utdrag: Registerutdrag, *, dato: date) -> list[Enhetsavvik]:
    """One for each number of the extract, units first. Four queries."""
    orgnr = list(dict.fromkeys([*utdrag.enheter, *utdrag.deltakere]))
    parter = {part.orgnr: part for part in Part.objects.filter(orgnr__in=orgnr)}
    avtaler: dict[str, list[Avtale]] = {}
    for avtale in Avtale.objects.filter(orgnr__in=orgnr):
        avtaler.setdefault(avtale.orgnr, []).append(avtale)
    alle = [avtale.pk for gruppe in avtaler.values() for avtale in gruppe]
    deltakelser = _deltakelser(alle, dato)
    return [_ett(nr, utdrag, parter.get(nr), avtaler.get(nr, []), deltakelser) for nr in orgnr]


def _ett(
    orgnr: str, utdrag: Registerutdrag, part: Part | None, avtaler: list[Avtale],
    deltakelser: Mapping[int, list[Deltakelse]],
) -> Enhetsavvik:  # fmt: skip
    enhet, roller = utdrag.enheter.get(orgnr), utdrag.deltakere.get(orgnr, ())
    avvik = (
        Avtaleavvik(avtale=avtale, merknader=tuple(_merknader(avtale, enhet, roller, deltakelser.get(avtale.pk, []))))
        for avtale in avtaler
    )
    return Enhetsavvik(
        orgnr=orgnr, enhet=enhet, part=part, endringer=tuple(_endringer(part, enhet)) if part and enhet else (),
        avtaler=tuple(avvik), ny_type=_ny_type(enhet) if enhet and part is None and not avtaler else None,
    )  # fmt: skip


def _ny_type(enhet: Registerenhet) -> str | None:
    """A living unit that is not a municipality: those come with the reference data."""
    if enhet.slettet or enhet.er_underenhet or enhet.form == "KOMM":
        return None
    return parttype_for(enhet) or Parttype.ANNET


def _endringer(part: Part, enhet: Registerenhet) -> Iterable[Partendring]:
    if part.type in FRA_REFERANSEDATA:
        return
    type_ = parttype_for(enhet)
    if enhet.navn and not samme_navn(part.navn, enhet.navn):
        yield Partendring("navn", part.navn, penskrevet(enhet.navn))
    if type_ is not None and type_ not in FRA_REFERANSEDATA and type_ != part.type:
        yield Partendring("type", part.type, type_)
    if enhet.slettet and part.til is None:
        yield Partendring("til", None, enhet.slettet)


def _deltakelser(avtaler: list[int], dato: date) -> dict[int, list[Deltakelse]]:
    rader = Deltakelse.objects.filter(gyldig(dato), avtale__in=avtaler).exclude(rolle__in=UTENFOR)
    per_avtale: dict[int, list[Deltakelse]] = {}
    for rad in rader.select_related("part").order_by("part__sortering", "pk"):
        per_avtale.setdefault(rad.avtale_id, []).append(rad)
    return per_avtale


def _merknader(
    avtale: Avtale, enhet: Registerenhet | None, roller: tuple[Registerdeltaker, ...], deltakelser: list[Deltakelse]
) -> Iterable[str]:
    if enhet is not None:
        yield from _om_enheten(avtale, enhet)
    if roller:
        yield from _om_deltakerne(roller, deltakelser)


def _om_enheten(avtale: Avtale, enhet: Registerenhet) -> Iterable[str]:
    if enhet.navn and not samme_navn(avtale.navn, enhet.navn):
        yield f"navnet er «{avtale.navn}» her og «{enhet.navn}» i registeret"
    forslag = les_formforslag().get(enhet.form)
    if forslag and avtale.form not in forslag.former:
        yield f"samarbeidsformen er {avtale.form} her, og organisasjonsformen er {enhet.form} i registeret"
    if enhet.slettet and avtale.til is None:
        yield f"enheten ble slettet {vis_kort_dato(enhet.slettet)}, og avtalen er ikke avsluttet"
    if enhet.konkurs:
        yield "enheten er registrert som konkurs"
    elif enhet.under_avvikling:
        yield "enheten er registrert som under avvikling eller oppløsning"


def _om_deltakerne(roller: tuple[Registerdeltaker, ...], deltakelser: list[Deltakelse]) -> Iterable[str]:
    """Who answers for the company there and here, and for how much."""
    rest = list(deltakelser)
    for rolle in roller:
        rad = next((en for en in rest if _samme_part(en, rolle)), None)
        if rad is None:
            yield f"{penskrevet(rolle.navn)} er deltaker i registeret, men ikke her"
            continue
        rest.remove(rad)
        andel = rad.ansvarsandel if rad.ansvarsandel is not None else rad.eierandel
        if rolle.andel is not None and andel != rolle.andel:
            vaar = vis_andel_kort(andel) if andel is not None else "ikke ført"
            yield f"ansvarsandelen til {rad.part.navn} er {vaar} her og {vis_andel_kort(rolle.andel)} i registeret"
    for rad in rest:
        yield f"{rad.part.navn} er deltaker her, men ikke i registeret"


def _samme_part(rad: Deltakelse, rolle: Registerdeltaker) -> bool:
    return rad.part.orgnr == rolle.orgnr if rad.part.orgnr else samme_navn(rad.part.navn, rolle.navn)
