"""Which ideas may be the same: «Barnevern» and «Barnevern/fosterhjem», «Svømmeopplæring» said by two groups.

A hint for people, never a decision. Titles are compared by the words that say what they are about; a compound is
about its first part («barnevernsvakt» about barnevern), and inflection and spelling do not count.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kommuner.domene.lignende import lignende
from kommuner.domene.navn import sorteringsnoekkel

#: Words that say nothing about what an idea is about: small words, and what nearly every idea is called.
_TOMME = """
    og i på for til med av om fra en ei et eit de den det som at eller samt inkl eks innen innan både barn voksne vaksne
    felles interkommunal interkommunale interkommunalt regional regionalt regionale region regionen kommune kommuner
    kommunene kommunane kommunal kommunale ny nye nytt tiltak samarbeid mellom bredere breidare forskjellige andre anna
    tjeneste tjenester tjenestene teneste tenester tenestene sektor drift styrking utvikling utviding fleire flere
    deltakere deltakarar ved avdelingskontor
"""
#: What is also said in short.
_FORKORTELSER = {"ppt": "pedagogiskpsykologisk", "va": "vann avløp", "ikt": "digital", "it": "digital"}
_ENDELSER = ("ene", "ane", "er", "ar", "en", "et", "a", "e", "t")
#: A shorter first part of a compound is no subject of its own («plan-», «lege-»).
_KORTESTE_FORLEDD = 5
_MER_ENN_HALVPARTEN = 2
_SAMME_BEGYNNELSE = 4


@dataclass(frozen=True)
class Likhetsgruppe:
    """Ideas that may be the same, in the order they were given, and the words they share (as written)."""

    ider: tuple[int, ...]
    felles: tuple[str, ...]


def like_grupper(titler: Mapping[int, str]) -> tuple[Likhetsgruppe, ...]:
    """Groups of two or more of ``titler`` (by key): each is like at least one of the others in its group."""
    naboer = {ide: [ett for ett in titler if ett != ide and er_like(titler[ide], titler[ett])] for ide in titler}
    grupper, sett = [], set[int]()
    for ide in titler:
        if ide not in sett and naboer[ide]:
            med = _sammenhengende(ide, naboer)
            sett |= med
            ider = tuple(ett for ett in titler if ett in med)
            grupper.append(Likhetsgruppe(ider, _felles([titler[ett] for ett in ider])))
    return tuple(grupper)


def er_like(en: str, annen: str) -> bool:
    """Whether two titles may be about the same: they share all words of the shorter, or most words of the longer."""
    kort, lang = sorted((ordene(en), ordene(annen)), key=len)
    if not kort:
        return False
    if _skrevet_likt(" ".join(kort), " ".join(lang)):
        return True
    felles = sum(any(_samme(ett, annet) for annet in lang) for ett in kort)
    return felles == len(kort) or felles * _MER_ENN_HALVPARTEN > len(lang)


@cache
def ordene(tittel: str) -> tuple[str, ...]:
    """The words a title is about, as stems, each once."""
    alle = re.findall(r"\w+", re.sub(r"\([^)]*\)", " ", tittel.lower()))
    utskrevet = " ".join(_FORKORTELSER.get(ett, ett) for ett in alle).split()
    return tuple(dict.fromkeys(_stamme(ett) for ett in utskrevet if ett not in _TOMME_ORD and not ett.isdigit()))


_TOMME_ORD = frozenset(_TOMME.split())


def _skrevet_likt(en: str, annen: str) -> bool:
    """The same words but for a letter or two. They begin alike: «brannvern» is no way of writing «barnevern»."""
    return en[:_SAMME_BEGYNNELSE] == annen[:_SAMME_BEGYNNELSE] and bool(lignende(en, [annen]))


def _stamme(ord_: str) -> str:
    """The word without its inflection, in the spelling that sorts («senter» and «center» are one)."""
    ord_ = ord_.replace("center", "senter")
    for endelse in _ENDELSER:
        if ord_.endswith(endelse) and len(ord_) - len(endelse) >= _KORTESTE_FORLEDD:
            ord_ = ord_[: -len(endelse)]
            break
    return sorteringsnoekkel(ord_)


def _samme(en: str, annen: str) -> bool:
    """The same stem, or one is the first part of the compound that the other is."""
    kort, lang = sorted((en, annen), key=len)
    return kort == lang or (len(kort) >= _KORTESTE_FORLEDD and lang.startswith(kort))


def _sammenhengende(start: int, naboer: Mapping[int, Iterable[int]]) -> set[int]:
    funnet, igjen = {start}, [start]
    while igjen:
        nye = set(naboer[igjen.pop()]) - funnet
        funnet |= nye
        igjen += nye
    return funnet


def _felles(titler: Sequence[str]) -> tuple[str, ...]:
    """The words of the first title that another one shares, as they are written there."""
    andre = [ord_ for tittel in titler[1:] for ord_ in ordene(tittel)]
    skrevne = re.findall(r"\w+", titler[0])
    return tuple(
        dict.fromkeys(
            ett.lower() for ett in skrevne for stamme in ordene(ett) if any(_samme(stamme, annen) for annen in andre)
        )
    )
