"""Who must report home from a meeting, and who has (needs 4.3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from avtaler.domene.moeter.tilbakemelding import Meldestatus, meldefrist, meldestatus
from avtaler.models import Deltakelse, Moete, Setetall, Tilbakemelding, Verv
from avtaler.uttrekk.organer.grunnlag import MED_SETE
from kommuner.models import Kommunestyring, Part, Parttype, Regionmedlemskap
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn
from kommuner.uttrekk import Navnebok

from .ord import meldestatusnavn

#: Seats that are no municipality's: its representatives report, not the secretary or the employees'.
UTENFOR = (Verv.Rolle.OBSERVATOER, Verv.Rolle.TILLITSVALGT, Verv.Rolle.SEKRETAER)
_MELDER = (Parttype.KOMMUNE, Parttype.FYLKESKOMMUNE)


@dataclass(frozen=True, kw_only=True)
class Melderad:
    """One party that sat in the meeting. ``tekst`` only for those with insight in the meeting."""

    part_id: int
    nummer: str
    navn: str
    status: Meldestatus
    status_navn: str
    dato: date | None
    til_hvem: str
    tekst: str
    ser_part: bool
    """Whether the reader may see all the reports of the municipality."""
    kan_melde: bool
    er_eksempel: bool


def hjemmemeldinger(moete: Moete, innsyn: Innsyn, *, har_innsyn: bool, dato: date) -> tuple[Melderad, ...]:
    """Every party with a seat on the day of the meeting. Five queries; none who could report is left out."""
    meldt = {rad.part_id: rad for rad in moete.tilbakemeldinger.all()}
    parter = _parter(moete) or _deltakerne(moete)
    alle = Part.objects.filter(pk__in={*parter, *meldt}).order_by("sortering")
    navn = Navnebok(alle, dato=moete.dato)
    return tuple(_rad(moete, part, meldt.get(part.pk), navn, innsyn, har_innsyn, dato) for part in alle)


def skal_melde(moete: Moete, part_id: int) -> bool:
    """Whether the party has a seat the day of the meeting. Three queries at most."""
    return part_id in (_parter(moete) or _deltakerne(moete))


def kan_melde(moete: Moete, part_id: int, innsyn: Innsyn) -> bool:
    """The coordinator of the organ's own region, and the politicians and secretaries of the municipality."""
    return innsyn.kan_redigere(moete.organ.regionens_pk) or part_id in innsyn.taler_for


def eierorgan(part_id: int, dato: date) -> str:
    """The organ of the municipality that acts as owner on the date; empty when nobody has said. One query."""
    rad = Kommunestyring.objects.filter(gyldig(dato), part=part_id).first()
    return rad.eierorgan if rad else ""


def frist(moete: Moete) -> date:
    """The last day before a missing report is flagged."""
    return meldefrist(moete.dato)


def _parter(moete: Moete) -> frozenset[int]:
    """Those with seats, by number or by who sits there."""
    seter = Setetall.objects.filter(gyldig(moete.dato), organ=moete.organ_id, medlemmer__gt=0)
    verv = Verv.objects.filter(gyldig(moete.dato), organ=moete.organ_id).exclude(rolle__in=UTENFOR)
    melder = {"part__type__in": _MELDER}
    rader = seter.filter(**melder).values_list("part").union(verv.filter(**melder).values_list("part"))
    return frozenset(pk for (pk,) in rader)


def _deltakerne(moete: Moete) -> frozenset[int]:
    """Nobody has written down who sits there: those who take part then, or are in the region."""
    organ, melder = moete.organ, {"part__type__in": _MELDER}
    rader: Iterable[tuple[int]]
    if organ.avtale_id:
        rader = Deltakelse.objects.filter(gyldig(moete.dato), avtale=organ.avtale_id, rolle__in=MED_SETE, **melder)
    else:
        rader = Regionmedlemskap.objects.filter(gyldig(moete.dato), region=organ.region_id, **melder)
    return frozenset(rader.values_list("part_id", flat=True))


def _rad(
    moete: Moete, part: Part, meldt: Tilbakemelding | None, navn: Navnebok, innsyn: Innsyn, har_innsyn: bool, dato: date
) -> Melderad:
    status = meldestatus(moete.dato, meldt=meldt.dato if meldt else None, dato=dato)
    return Melderad(
        part_id=part.pk, nummer=part.nummer, ser_part=innsyn.ser_part(part.pk), navn=navn(part).navn, status=status,
        status_navn=meldestatusnavn(status), dato=meldt.dato if meldt else None,
        til_hvem=meldt.til_hvem if meldt else "", tekst=meldt.tekst if meldt and har_innsyn else "",
        kan_melde=kan_melde(moete, part.pk, innsyn), er_eksempel=meldt.er_eksempel if meldt else False,
    )  # fmt: skip
