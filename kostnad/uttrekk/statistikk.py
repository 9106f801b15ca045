"""The figures a key divides by, each with where it came from."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from kommuner.models import Statistikk
from kostnad.domene.penger import desimaltekst, vis_tall
from kostnad.models import Noekkel, Tellepunkt

from .deltakere import Aarsdeltaker


@dataclass(frozen=True)
class Kilde:
    """One figure that went into a split: whose, which, of what day, and who says so."""

    id: str
    navn: str
    variabel: str
    dato: str
    verdi: str
    kvalitet: str
    kilde: str
    hentet: str | None

    def som_json(self) -> dict[str, Any]:
        """Plain data, as it is frozen; ``Kilde(**data)`` reads it back."""
        return asdict(self)

    @property
    def dag(self) -> date:
        return date.fromisoformat(self.dato)

    @property
    def tall(self) -> Fraction:
        return Fraction(self.verdi)

    @property
    def vist(self) -> str:
        """The figure as a person reads it."""
        return vis_tall(self.tall)

    @property
    def er_eksempel(self) -> bool:
        return self.kvalitet == Statistikk.Kvalitet.EKSEMPEL


def telledato(noekkel: Noekkel, aar: int) -> date:
    """The 1 January that the key takes its statistics from when it splits the budget of ``aar``."""
    return date(aar - 1 if noekkel.tellepunkt == Tellepunkt.AARET_FOER else aar, 1, 1)


def les_statistikk(
    deltakere: Iterable[Aarsdeltaker], variabler: Iterable[str], dato: date
) -> dict[str, dict[str, Kilde]]:
    """What is recorded, by participant id and variable; one query. A figure that is missing is left out.

    A municipality that is younger than ``dato`` has no figure of that day, and is counted as on its first.
    """
    per_part = {deltaker.part.pk: deltaker for deltaker in deltakere}
    dager = {pk: max(dato, deltaker.part.fra or dato) for pk, deltaker in per_part.items()}
    rader = Statistikk.objects.filter(part__in=per_part, variabel__in=set(variabler), dato__in=set(dager.values()))
    funnet: dict[str, dict[str, Kilde]] = {deltaker.id: {} for deltaker in per_part.values()}
    for rad in rader.order_by("part", "variabel"):
        if rad.dato == dager[rad.part_id]:
            funnet[per_part[rad.part_id].id][rad.variabel] = _kilde(rad, per_part[rad.part_id])
    return funnet


def verdier(kilder: Mapping[str, Kilde]) -> dict[str, Fraction]:
    """The figures of one participant as the engine takes them."""
    return {variabel: kilde.tall for variabel, kilde in kilder.items()}


def _kilde(rad: Statistikk, deltaker: Aarsdeltaker) -> Kilde:
    return Kilde(
        id=deltaker.id, navn=deltaker.navn, variabel=rad.variabel, dato=rad.dato.isoformat(),
        verdi=desimaltekst(Fraction(rad.verdi)), kvalitet=rad.kvalitet, kilde=rad.kilde,
        hentet=rad.hentet.isoformat() if rad.hentet else None,
    )  # fmt: skip
