"""The rounds of yellow notes as pages: all of them, one of them with its wall of notes, and the table of grouping.

No note is read before they are hung up, whoever asks: ``idag`` is the real day, not the one the reader has chosen.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from avtaler.domene.vurdering.lapper import Fase, Kommunetall, fase, skjul_faa
from avtaler.domene.vurdering.svartekst import Bit, biter
from avtaler.models import Lapp, Lappegruppe, Lapperunde
from kommuner.models import Region

INGEN = Kommunetall((), 0)


@dataclass(frozen=True, kw_only=True)
class Lapperunderad:
    """One round in a list. ``antall`` notes, ``temaer`` of them and how many are answered: nought until they hang."""

    id: int
    tittel: str
    region: str
    fra: date
    til: date
    fase: Fase
    antall: int
    temaer: int
    besvart: int
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Tema:
    """One theme with its notes and the answer it got.

    Municipalities are counted for the whole wall only: by theme, moving one note would tell where it is from.
    """

    id: int
    navn: str
    lapper: tuple[str, ...]
    svar: tuple[Bit, ...]
    svar_dato: date | None
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Lapperundeside:
    """One round. The notes, and how many they are, are there only when ``fase`` is hung up.

    A count that grows while the round is open would tell when each of them was written.
    """

    runde: Lapperunde
    fase: Fase
    antall: int = 0
    temaer: tuple[Tema, ...] = ()
    uten_tema: tuple[str, ...] = ()
    kommuner: Kommunetall = INGEN

    @property
    def henger(self) -> bool:
        return self.fase is Fase.HENGT_OPP

    @property
    def besvart(self) -> int:
        return sum(bool(tema.svar) for tema in self.temaer)


@dataclass(frozen=True, kw_only=True)
class Lapperad:
    """One note as it is grouped: by its random key, so that the form tells nothing of the order they came in."""

    noekkel: str
    tekst: str
    gruppe: int | None


def lapperunder(
    *, idag: date, region: Region | None = None, konferanse: int | None = None
) -> tuple[Lapperunderad, ...]:
    """The rounds, newest first. One query."""
    runder = Lapperunde.objects.select_related("region").annotate(
        antall=Count("lapper", distinct=True), temaer=Count("grupper", distinct=True),
        besvart=Count("grupper", distinct=True, filter=~Q(grupper__svar="")),
    )  # fmt: skip
    if region is not None:
        runder = runder.filter(region=region)
    if konferanse is not None:
        runder = runder.filter(konferanse=konferanse)
    return tuple(_rad(runde, idag) for runde in runder)


def lapperundeside(runde: Lapperunde, *, idag: date) -> Lapperundeside:
    """Two queries."""
    naa = fasen(runde, idag)
    if naa is not Fase.HENGT_OPP:
        return Lapperundeside(runde=runde, fase=naa)
    lapper = list(runde.lapper.select_related("part"))
    return Lapperundeside(
        runde=runde, fase=naa, antall=len(lapper), kommuner=_kommunetall(lapper),
        temaer=tuple(_tema(gruppe, lapper) for gruppe in runde.grupper.all()),
        uten_tema=tuple(lapp.tekst for lapp in lapper if lapp.gruppe_id is None),
    )  # fmt: skip


def lapper_til_gruppering(runde: Lapperunde) -> tuple[Lapperad, ...]:
    """Those without a theme first, then theme by theme. One query."""
    lapper = runde.lapper.order_by("gruppe__rekkefoelge", "stokket")
    rader = [Lapperad(noekkel=str(lapp.stokket), tekst=lapp.tekst, gruppe=lapp.gruppe_id) for lapp in lapper]
    return tuple(sorted(rader, key=lambda rad: rad.gruppe is not None))


def fasen(runde: Lapperunde, idag: date) -> Fase:
    """The phase of the stored round."""
    return fase(fra=runde.fra, til=runde.til, hengt_opp=runde.hengt_opp, dato=idag)


def _rad(runde: Lapperunde, idag: date) -> Lapperunderad:
    naa = fasen(runde, idag)
    henger = naa is Fase.HENGT_OPP
    return Lapperunderad(
        id=runde.pk, tittel=runde.tittel, region=runde.region.navn, fra=runde.fra, til=runde.til, fase=naa,
        antall=runde.antall if henger else 0, temaer=runde.temaer if henger else 0,
        besvart=runde.besvart if henger else 0, er_eksempel=runde.er_eksempel,
    )  # fmt: skip


def _tema(gruppe: Lappegruppe, lapper: Sequence[Lapp]) -> Tema:
    egne = [lapp for lapp in lapper if lapp.gruppe_id == gruppe.pk]
    return Tema(
        id=gruppe.pk, navn=gruppe.navn, lapper=tuple(lapp.tekst for lapp in egne),
        svar=biter(gruppe.svar), svar_dato=gruppe.svar_dato, er_eksempel=gruppe.er_eksempel,
    )  # fmt: skip


def _kommunetall(lapper: Iterable[Lapp]) -> Kommunetall:
    """In Norwegian order of the municipalities."""
    parter = {lapp.part for lapp in lapper if lapp.part is not None}
    antall = Counter(lapp.part_id for lapp in lapper)
    ordnet = {part.navn: antall[part.pk] for part in sorted(parter, key=lambda part: part.sortering)}
    return skjul_faa(ordnet, uoppgitt=antall[None])
