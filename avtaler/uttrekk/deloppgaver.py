"""The sub-tasks of an agreement against its participants: who solves what together, since when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q

from avtaler.models import Avtale, Deloppgave, Deloppgavedeltakelse
from kommuner.uttrekk import navn_paa

from .deltakelser import Deltakerrad


@dataclass(frozen=True, kw_only=True)
class Deloppgavecelle:
    """One party's part in one sub-task. ``fra`` and ``til`` are there when they are not the sub-task's own."""

    id: int
    part_navn: str
    er_med: bool
    """Whether it is in on the date; otherwise it is to be."""
    fra: date | None
    til: date | None


@dataclass(frozen=True, kw_only=True)
class Deloppgaverad:
    """A sub-task with a list of cells for each participant of the agreement, in the order of the columns."""

    id: int
    navn: str
    oppgave: str
    fra: date
    til: date | None
    merknad: str
    er_eksempel: bool
    celler: tuple[tuple[Deloppgavecelle, ...], ...]

    @property
    def antall(self) -> int:
        """How many are in on the date."""
        return sum(any(celle.er_med for celle in celler) for celler in self.celler)


@dataclass(frozen=True, kw_only=True)
class Deloppgavetavle:
    """``kolonner`` are the participants on the day; ``avsluttede`` have ended before it."""

    kolonner: tuple[str, ...]
    rader: tuple[Deloppgaverad, ...]
    avsluttede: tuple[Deloppgaverad, ...]


def deloppgavetavle(avtale: Avtale, deltakere: Sequence[Deltakerrad], *, dag: date, maalform: str) -> Deloppgavetavle:
    """Three queries at most. ``deltakere`` are the agreement's on ``dag``, in the order of the page."""
    kolonner = {rad.part_id: rad.navn for rad in deltakere}
    innhold = Deloppgavedeltakelse.objects.filter(Q(til__isnull=True) | Q(til__gt=dag)).select_related("part")
    rader = Deloppgave.objects.filter(avtale=avtale).select_related("oppgave")
    alle = [
        (rad.til is not None and rad.til <= dag, _rad(rad, kolonner, dag, maalform))
        for rad in rader.prefetch_related(Prefetch("deltakelser", queryset=innhold))
    ]
    return Deloppgavetavle(
        kolonner=tuple(kolonner.values()),
        rader=tuple(rad for avsluttet, rad in alle if not avsluttet),
        avsluttede=tuple(rad for avsluttet, rad in alle if avsluttet),
    )


def _rad(rad: Deloppgave, kolonner: dict[int, str], dag: date, maalform: str) -> Deloppgaverad:
    deltakelser = list(rad.deltakelser.all())
    return Deloppgaverad(
        id=rad.pk, navn=rad.navn, oppgave=rad.oppgave.navn_paa(maalform) if rad.oppgave else "",
        fra=rad.fra, til=rad.til, merknad=rad.merknad, er_eksempel=rad.er_eksempel,
        celler=tuple(
            tuple(_celle(ett, rad, navn, dag) for ett in deltakelser if ett.part_id == part_id)
            for part_id, navn in kolonner.items()
        ),
    )  # fmt: skip


def _celle(ett: Deloppgavedeltakelse, rad: Deloppgave, navn: str, dag: date) -> Deloppgavecelle:
    return Deloppgavecelle(
        id=ett.pk, part_navn=navn, er_med=ett.fra <= dag, fra=ett.fra if ett.fra != rad.fra or ett.fra > dag else None,
        til=ett.til if ett.til != rad.til else None,
    )  # fmt: skip


def deloppgavedeltakere(deloppgave: Deloppgave, *, dato: date) -> list[tuple[Deloppgavedeltakelse, str]]:
    """Everyone who is, has been or will be in the sub-task, with the name of the day. Two queries."""
    rader = deloppgave.deltakelser.select_related("part").prefetch_related("part__identiteter")
    return [(rad, navn_paa(rad.part, dato)) for rad in rader]
