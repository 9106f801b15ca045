"""One requirement of the law to an agreement: what is asked, what answers it, and the words for each outcome."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from avtaler.domene.hjemmel import Gyldighet, Hjemmel, Sikkerhet
from avtaler.domene.tekst import Tekst


class Resultat(StrEnum):
    """The outcome of judging one requirement."""

    OPPFYLT = "oppfylt"
    MANGLER = "mangler"
    MAA_VURDERES = "maa_vurderes"
    IKKE_RELEVANT = "ikke_relevant"


class Vurderes(StrEnum):
    """What answers the requirement."""

    FELT = "felt"  # a field of the register, or a clause
    BESTEMMELSE = "bestemmelse"  # only a clause in the agreement
    BEREGNET = "beregnet"  # a rule computed from the facts; no clause can answer it
    MANUELT = "manuelt"  # a person must judge; a clause shows that someone has


@dataclass(frozen=True)
class Funn:
    """The outcome of a test, with the facts its sentence needs (who is missing, what the sum is)."""

    resultat: Resultat
    verdier: Mapping[str, str | Tekst] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Krav:
    """A requirement. `proeve` names the field or the computed test that answers it."""

    kode: str
    former: tuple[str, ...]
    hjemmel: Hjemmel
    gyldig: Gyldighet
    vurderes: Vurderes
    proeve: str | None
    sikkerhet: Sikkerhet
    tittel: Tekst
    hjelp: Tekst
    tekster: Mapping[Resultat, Tekst]

    @property
    def tar_bestemmelse(self) -> bool:
        """Whether a clause in the agreement can answer the requirement."""
        return self.vurderes is not Vurderes.BEREGNET
