"""A municipality through the reforms: which one a number means on a date, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kommuner.models import Identitet, Kommuneendring, Part, Parttype
from rapport.domene.innhold import Naboreform

from .folketall import Folketall

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


def finn_kommune(nummer: str, dato: date) -> Part | None:
    """The municipality that ``nummer`` (the newest or an old one) means on ``dato``; None for an unknown number.

    Before a merger it is the predecessor with the same name, else the largest; after one it is the successor.
    The two digits of a county municipality are taken too.
    """
    identiteter = list(Identitet.objects.filter(nummer=nummer).select_related("part"))
    if not identiteter:
        return Part.objects.filter(nummer=nummer, type=Parttype.FYLKESKOMMUNE).first()
    begynt = [identitet for identitet in identiteter if identitet.fra <= dato]
    part = (begynt or identiteter)[-1 if begynt else 0].part
    return _framover(part, dato) if begynt else _bakover(part, dato)


def _framover(part: Part, dato: date) -> Part:
    while part.til is not None and part.til <= dato:
        endringer = part.etterfoelgere.filter(dato__gte=part.til).select_related("til_part")
        neste = _nest(part, [endring.til_part for endring in endringer], aar=part.til.year)
        if neste is None:
            return part
        part = neste
    return part


def _bakover(part: Part, dato: date) -> Part:
    while part.fra is not None and part.fra > dato:
        endringer = part.forgjengere.filter(dato__lte=part.fra).select_related("fra_part")
        forrige = _nest(part, [endring.fra_part for endring in endringer], aar=part.fra.year)
        if forrige is None:
            return part
        part = forrige
    return part


def _nest(part: Part, kandidater: list[Part], *, aar: int) -> Part | None:
    """The one with the same name, else the largest that year, lowest number first."""
    if len(kandidater) < 2:
        return kandidater[0] if kandidater else None
    folketall = Folketall(kandidat.pk for kandidat in kandidater)
    return min(
        kandidater,
        key=lambda kandidat: (kandidat.navn != part.navn, -(folketall.antall(kandidat.pk, aar) or 0), kandidat.nummer),
    )


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
