"""Finding a party by what a person types, and the list to pick from."""

from datetime import date

from django.db.models import Prefetch, Q

from kommuner.domene.lignende import lignende
from kommuner.domene.navn import sorteringsnoekkel
from kommuner.models import Identitet, Part, Parttype, Regionmedlemskap
from kommuner.querysets import gyldig
from kommuner.uttrekk import navn_paa, nummer_paa


def partvalg(region_id: int, *, dato: date) -> list[str]:
    """What can be picked on ``dato``, as it is typed («4644 Luster»): the region's own first. Three queries."""
    egne = set(Regionmedlemskap.objects.filter(gyldig(dato), region=region_id).values_list("part_id", flat=True))
    parter = list(_paa(dato).filter(gyldig(dato)))
    parter.sort(key=lambda part: part.pk not in egne)
    return [betegnelse(part, dato) for part in parter]


def finn_part(tekst: str, *, dato: date) -> list[Part]:
    """The parties that ``tekst`` can mean on ``dato``: by number, by name, or by both as the list writes them.

    Several answers are names that two municipalities share; none is a name that was not in use that day.
    """
    nummer, _mellomrom, navn = tekst.strip().partition(" ")
    if nummer.isascii() and nummer.isdigit():
        treff = Q(identiteter__in=Identitet.objects.filter(gyldig(dato), nummer=nummer)) | Q(
            nummer=nummer, type="fylkeskommune"
        )
        return [part for part in _unike(treff, dato) if not navn.strip() or _heter(part, navn, dato)]
    noekkel = sorteringsnoekkel(tekst.strip())
    treff = Q(sortering=noekkel) | Q(identiteter__in=Identitet.objects.filter(gyldig(dato), navn=tekst.strip()))
    fylket = Q(sortering=f"{noekkel} fylkeskommune", type=Parttype.FYLKESKOMMUNE)
    return _unike(treff, dato) or _unike(fylket, dato)


def lignende_parter(tekst: str, *, dato: date) -> list[str]:
    """At most three that are there on ``dato`` and are written much like ``tekst``, as the list writes them."""
    parter = {navn_paa(part, dato): part for part in _paa(dato).filter(gyldig(dato))}
    return [betegnelse(parter[navn], dato) for navn in lignende(tekst, parter)]


def betegnelse(part: Part, dato: date) -> str:
    """«4644 Luster», or only the name of a party without a number."""
    return f"{nummer_paa(part, dato)} {navn_paa(part, dato)}".strip()


def _paa(dato: date):
    da = Identitet.objects.filter(gyldig(dato))
    return Part.objects.prefetch_related(Prefetch("identiteter", queryset=da))


def _unike(treff: Q, dato: date) -> list[Part]:
    return list(_paa(dato).filter(gyldig(dato)).filter(treff).distinct())


def _heter(part: Part, navn: str, dato: date) -> bool:
    return sorteringsnoekkel(navn.strip()) in (sorteringsnoekkel(navn_paa(part, dato)), part.sortering)
