"""What kind of cooperation one agreement is: how it came about, why, who decides, its place, its systems."""

from dataclasses import dataclass
from datetime import date

from avtaler.domene.saertrekk.plassering import PLASSER
from avtaler.models import Avtale, Saertrekk, Utviklingstema

from .motiver import motivnavn, trekkene
from .systemer import Systemrad, systemer_under


@dataclass(frozen=True, kw_only=True)
class Saertrekkside:
    """Empty texts are what nobody has stated."""

    opphav: str
    motiver: tuple[str, ...]
    tema: tuple[str, ...]
    beslutningsnivaa: str
    styring: int | None
    begrunnelse: str
    er_eksempel: bool
    systemer: tuple[Systemrad, ...]

    @property
    def plasser(self) -> tuple[tuple[int, bool], ...]:
        """Every place of the scale, and whether it is this one."""
        return tuple((plass, plass == self.styring) for plass in PLASSER)

    @property
    def er_tom(self) -> bool:
        return not (self.opphav or self.motiver or self.tema or self.beslutningsnivaa or self.styring)


def saertrekkside(avtale: Avtale, *, dato: date) -> Saertrekkside:
    """Four queries at most."""
    trekk = trekkene(avtale) or Saertrekk()
    return Saertrekkside(
        opphav=trekk.get_opphav_display(),
        motiver=motivnavn(trekk.motiver),
        tema=temanavn(trekk.tema),
        beslutningsnivaa=trekk.get_beslutningsnivaa_display(),
        styring=trekk.styring,
        begrunnelse=trekk.styring_begrunnelse,
        er_eksempel=trekk.er_eksempel,
        systemer=systemer_under(avtale, dato=dato),
    )


def temanavn(koder: list[str]) -> tuple[str, ...]:
    """Codes as words, in the order of the list."""
    return tuple(str(tema.label) for tema in Utviklingstema if tema.value in koder)
