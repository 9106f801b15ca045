"""What was gained, measured from a baseline: nobody can say what was saved without one (needs 1.10, 3.8)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Tilstand(StrEnum):
    """How far a gain has come on a day."""

    UTEN_GRUNNLINJE = "uten_grunnlinje"
    UTEN_MAAL = "uten_maal"
    VENTER = "venter"
    FORFALT = "forfalt"
    NAADD = "naadd"
    DELVIS = "delvis"
    UENDRET = "uendret"
    MOTSATT = "motsatt"
    MAALT = "maalt"


class Innvending(StrEnum):
    """What is wrong with the figures of a gain, and so with what it would say."""

    MANGLER_GRUNNLINJE = "mangler_grunnlinje"
    MANGLER_GRUNNLINJE_DATO = "mangler_grunnlinje_dato"
    MANGLER_FORVENTET_DATO = "mangler_forventet_dato"
    MANGLER_MAALT_DATO = "mangler_maalt_dato"
    FORVENTET_FEIL_VEI = "forventet_feil_vei"
    FORVENTET_FOER_GRUNNLINJE = "forventet_foer_grunnlinje"
    MAALT_FOER_GRUNNLINJE = "maalt_foer_grunnlinje"


@dataclass(frozen=True, kw_only=True)
class Gevinst:
    """Three levels in the same unit, each with its day: before, as it is to be, and as it was measured."""

    lavere_er_bedre: bool
    grunnlinje: Decimal | None = None
    grunnlinje_dato: date | None = None
    forventet: Decimal | None = None
    forventet_dato: date | None = None
    maalt: Decimal | None = None
    maalt_dato: date | None = None

    def bedring(self, nivaa: Decimal | None) -> Decimal | None:
        """How much better ``nivaa`` is than the baseline; negative is worse, None when either is not known."""
        if nivaa is None or self.grunnlinje is None:
            return None
        return self.grunnlinje - nivaa if self.lavere_er_bedre else nivaa - self.grunnlinje


@dataclass(frozen=True)
class Utfall:
    """The state on a day; ``bedring`` and ``ventet`` in the unit of the gain, positive is better."""

    tilstand: Tilstand
    bedring: Decimal | None
    ventet: Decimal | None


def utfall(gevinst: Gevinst, *, dato: date) -> Utfall:
    """What is known on ``dato``: what is measured after it is not."""
    er_maalt = gevinst.maalt is not None and (gevinst.maalt_dato is None or gevinst.maalt_dato <= dato)
    bedring = gevinst.bedring(gevinst.maalt) if er_maalt else None
    ventet = gevinst.bedring(gevinst.forventet)
    return Utfall(_tilstand(gevinst, bedring, ventet, dato), bedring, ventet)


def innvendinger(gevinst: Gevinst) -> tuple[Innvending, ...]:
    """Everything wrong with the figures, empty when they can be told."""
    return tuple(en for en, er_galt in _proever(gevinst) if er_galt)


def _tilstand(gevinst: Gevinst, bedring: Decimal | None, ventet: Decimal | None, dato: date) -> Tilstand:
    if gevinst.grunnlinje is None:
        return Tilstand.UTEN_GRUNNLINJE
    if bedring is not None:
        return _maalt(bedring, ventet)
    if ventet is None:
        return Tilstand.UTEN_MAAL
    frist = gevinst.forventet_dato
    return Tilstand.FORFALT if frist is not None and frist < dato else Tilstand.VENTER


def _maalt(bedring: Decimal, ventet: Decimal | None) -> Tilstand:
    if bedring < 0:
        return Tilstand.MOTSATT
    if bedring == 0:
        return Tilstand.UENDRET
    if ventet is None:
        return Tilstand.MAALT
    return Tilstand.NAADD if bedring >= ventet else Tilstand.DELVIS


def _proever(gevinst: Gevinst) -> tuple[tuple[Innvending, bool], ...]:
    har_tall = gevinst.forventet is not None or gevinst.maalt is not None
    ventet = gevinst.bedring(gevinst.forventet)
    start = gevinst.grunnlinje_dato
    return (
        (Innvending.MANGLER_GRUNNLINJE, har_tall and gevinst.grunnlinje is None),
        (Innvending.MANGLER_GRUNNLINJE_DATO, gevinst.grunnlinje is not None and start is None),
        (Innvending.MANGLER_FORVENTET_DATO, gevinst.forventet is not None and gevinst.forventet_dato is None),
        (Innvending.MANGLER_MAALT_DATO, gevinst.maalt is not None and gevinst.maalt_dato is None),
        (Innvending.FORVENTET_FEIL_VEI, ventet is not None and ventet <= 0),
        (Innvending.FORVENTET_FOER_GRUNNLINJE, _foer(gevinst.forventet_dato, start)),
        (Innvending.MAALT_FOER_GRUNNLINJE, gevinst.maalt is not None and _foer(gevinst.maalt_dato, start)),
    )


def _foer(dag: date | None, start: date | None) -> bool:
    return dag is not None and start is not None and dag <= start
