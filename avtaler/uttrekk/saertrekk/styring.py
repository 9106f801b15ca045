"""Where the cooperations of a region stand between democratic control and efficiency (needs 2.16, 2.17)."""

from dataclasses import dataclass
from datetime import date

from avtaler.domene.saertrekk.plassering import PLASSER, hoeyeste, stable
from avtaler.models import Avtale, Saertrekk
from kommuner.models import Region
from kommuner.tilgang import Innsyn

#: In units of the drawing: between two places, and between two points on top of each other.
STEG, RAD = 80, 36


@dataclass(frozen=True, kw_only=True)
class Plassert:
    """One agreement on the scale; ``x`` and ``y`` are its point in the drawing."""

    nr: int
    avtale_id: int
    navn: str
    plass: int
    beslutningsnivaa: str
    begrunnelse: str
    er_eksempel: bool
    x: int
    y: int


@dataclass(frozen=True, kw_only=True)
class Styringskart:
    """``uten`` are agreements in force that nobody has placed."""

    rader: tuple[Plassert, ...]
    uten: int
    hoeyde: int
    trinn: tuple[tuple[int, int], ...]

    @property
    def per_plass(self) -> tuple[tuple[int, int], ...]:
        """How many stand on each place."""
        return tuple((plass, sum(rad.plass == plass for rad in self.rader)) for plass in PLASSER)


def styringskart(region: Region, innsyn: Innsyn, *, dato: date) -> Styringskart:
    """The region's agreements in force on the date, the most democratic first. Two queries."""
    avtaler = Avtale.objects.for_user(innsyn).gjeldende(dato).filter(region=region)
    plasserte = Saertrekk.objects.filter(avtale__in=avtaler.order_by().values("pk"), styring__isnull=False)
    trekk = list(plasserte.select_related("avtale").order_by("styring", "avtale__sortering", "pk"))
    punkter = stable(ett.styring for ett in trekk)
    hoeyde = max(hoeyeste(punkter), 1) * RAD + 44
    rader = (
        Plassert(
            nr=punkt.nr, avtale_id=ett.avtale_id, navn=ett.avtale.navn, plass=punkt.plass,
            beslutningsnivaa=ett.get_beslutningsnivaa_display(), begrunnelse=ett.styring_begrunnelse,
            er_eksempel=ett.er_eksempel, x=_x(punkt.plass), y=hoeyde - 54 - punkt.hoeyde * RAD,
        )
        for ett, punkt in zip(trekk, punkter, strict=True)
    )  # fmt: skip
    return Styringskart(
        rader=tuple(rader), uten=avtaler.count() - len(trekk), hoeyde=hoeyde,
        trinn=tuple((plass, _x(plass)) for plass in PLASSER),
    )  # fmt: skip


def _x(plass: int) -> int:
    return plass * STEG - STEG // 2
