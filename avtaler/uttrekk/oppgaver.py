"""The taxonomy of tasks with its KOSTRA functions, and how many agreements solve each."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Count, Q

from avtaler.models import Avtale, Oppgave
from avtaler.referanse import OMRAADER, kostranavn
from kommuner.tilgang import Innsyn


@dataclass(frozen=True, kw_only=True)
class Oppgavelinje:
    """One task. ``antall`` are agreements in force that the reader may see."""

    kode: str
    navn: str
    funksjon: str
    funksjonsnavn: str
    antall: int


@dataclass(frozen=True, kw_only=True)
class Oppgavegruppe:
    """The tasks in one hall of KOSTRA: «felles», «mennesker», «sted» or empty for others."""

    omraade: str
    oppgaver: tuple[Oppgavelinje, ...]


def oppgaveliste(innsyn: Innsyn, *, dato: date, maalform: str) -> tuple[Oppgavegruppe, ...]:
    """Grouped as KOSTRA groups the functions. One query."""
    gjeldende = Avtale.objects.for_user(innsyn).gjeldende(dato)
    rader = Oppgave.objects.annotate(antall=Count("avtaler", filter=Q(avtaler__in=gjeldende), distinct=True))
    rekkefoelge = [*OMRAADER.values(), ""]
    sortert = sorted(rader, key=lambda rad: rekkefoelge.index(_omraade(rad)))
    return tuple(
        Oppgavegruppe(omraade=omraade, oppgaver=tuple(_linje(rad, maalform) for rad in gruppe))
        for omraade, gruppe in groupby(sortert, key=_omraade)
    )


def _omraade(oppgave: Oppgave) -> str:
    return OMRAADER.get(oppgave.kostra_funksjon[:1], "")


def _linje(rad: Oppgave, maalform: str) -> Oppgavelinje:
    funksjon = rad.kostra_funksjon
    return Oppgavelinje(
        kode=rad.kode, navn=rad.navn_paa(maalform), funksjon=funksjon, funksjonsnavn=kostranavn().get(funksjon, ""),
        antall=rad.antall,
    )  # fmt: skip
