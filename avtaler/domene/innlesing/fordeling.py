"""Who hosts and who owns how much: what the participants of an agreement of the list are together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from avtaler.domene.andeler import HarAndeler, sum_eierandel
from avtaler.domene.tekst import prosent

from .navnebok import Navnebok
from .plan import Plandeltaker, Registerdeltakelse

#: Forms where one municipality does the work for the others (koml. kap. 20, and § 28-1 a–k of 1992).
VERTSFORMER = frozenset({"VERT_ADM", "VERT_NEMND", "P28_1992"})
_VERT = "vertskommune"
_KAN_OVERLATE = frozenset({"kommune", "fylkeskommune"})

Deltaker = Plandeltaker | Registerdeltakelse


def med_samarbeidskommuner(
    form: str, deltakere: Sequence[Plandeltaker], lagrede: Sequence[Registerdeltakelse], bok: Navnebok
) -> tuple[Plandeltaker, ...]:
    """Those who are not host of a host cooperation are «samarbeidskommune», unless the list says what they are.

    Only where somebody is host: else nobody knows who is not (koml. §§ 20-1, 20-2).
    """
    if form not in VERTSFORMER or not _har_vert((*deltakere, *lagrede)):
        return tuple(deltakere)
    return tuple(
        replace(d, rolle="samarbeidskommune") if "rolle" not in d.oppgitt and _kan_overlate(d, bok) else d
        for d in deltakere
    )


def merknader(form: str, deltakere: Sequence[Deltaker], dato: date) -> Iterator[tuple[str, dict[str, str]]]:
    """What looks wrong with those who are in on ``dato``: no host, or shares of an IKS that are not the whole."""
    med = [deltaker for deltaker in deltakere if deltaker.til is None or deltaker.til > dato]
    if form in VERTSFORMER and med and not _har_vert(med):
        yield "ingen_vert", {}
    andeler: list[HarAndeler] = [*med]
    sum_ = sum_eierandel(andeler) if form == "IKS" else None
    if sum_ not in (None, 1):
        yield "andeler_ikke_hele", {"sum": prosent(sum_)}


def _har_vert(deltakere: Sequence[Deltaker]) -> bool:
    return any(deltaker.rolle == _VERT for deltaker in deltakere)


def _kan_overlate(deltaker: Plandeltaker, bok: Navnebok) -> bool:
    part = bok.parter.get(deltaker.part_id) if deltaker.part_id is not None else None
    return part is not None and part.type in _KAN_OVERLATE
