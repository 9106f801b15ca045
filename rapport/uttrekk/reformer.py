"""A municipality through the reforms: what it was made of, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kommuner.models import Kommuneendring, Part
from rapport.domene.innhold import Naboreform

TALLORD = ("ingen", "én", "to", "tre", "fire", "fem", "seks")


@dataclass(frozen=True)
class Samling:
    """Today's municipality and the several it was on an earlier date."""

    naa: Part
    den_gang: tuple[Part, ...]

    @property
    def antall_ord(self) -> str:
        """How many there were, in words where words are short; they are the same in both languages."""
        antall = len(self.den_gang)
        return TALLORD[antall] if antall < len(TALLORD) else str(antall)


def forgjengere(part: Part, dato: date) -> tuple[Naboreform, ...]:
    """The municipalities that had become part of this one by ``dato``."""
    endringer = part.forgjengere.filter(dato__lte=dato).select_related("fra_part").order_by("fra_part__sortering")
    return tuple(_naboreform(endring.fra_part, endring.dato) for endring in endringer)


def etterfoelgere(part: Part, dato: date) -> tuple[Naboreform, ...]:
    """The municipalities that this one became part of after ``dato``."""
    endringer = part.etterfoelgere.filter(dato__gt=dato).select_related("til_part").order_by("til_part__sortering")
    return tuple(_naboreform(endring.til_part, endring.dato) for endring in endringer)


def _naboreform(part: Part, dato: date) -> Naboreform:
    return Naboreform(nummer=part.nummer, navn=part.navn, dato=dato)


def samling(part: Part, dato: date) -> Samling | None:
    """Today's municipality with all it was on ``dato``, when ``part`` has since been merged with others."""
    senere = list(Kommuneendring.objects.filter(dato__gt=dato).values_list("fra_part_id", "til_part_id"))
    siste = _ender({part.pk}, senere)
    if len(siste) != 1 or siste == {part.pk}:
        return None
    alle = _alle_som_ble(siste, senere)
    parter = {rad.pk: rad for rad in Part.objects.filter(pk__in=alle)}
    den_gang = [rad for rad in parter.values() if _fantes(rad, dato)]
    if len(den_gang) < 2:
        return None
    return Samling(parter[siste.pop()], tuple(sorted(den_gang, key=lambda rad: (rad.sortering, rad.nummer))))


def _ender(parter: set[int], endringer: Iterable[tuple[int, int]]) -> set[int]:
    """Where the changes lead in the end."""
    videre = {fra: {til for f, til in endringer if f == fra} for fra, _ in endringer}
    sett: set[int] = set()
    while gaar := (parter & videre.keys()) - sett:
        sett |= gaar
        parter = parter - gaar | {til for fra in gaar for til in videre[fra]}
    return parter


def _alle_som_ble(parter: set[int], endringer: Iterable[tuple[int, int]]) -> set[int]:
    alle, nye = set(parter), set(parter)
    while nye:
        nye = {fra for fra, til in endringer if til in nye} - alle
        alle |= nye
    return alle


def _fantes(part: Part, dato: date) -> bool:
    return (part.fra is None or part.fra <= dato) and (part.til is None or part.til > dato)
