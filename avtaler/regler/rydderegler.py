"""The clean-up list's rules as data (`rydding.yaml`): the words in both languages, how grave, and where to mend it."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from avtaler.domene.oppslag import Oppslag
from avtaler.domene.regelverk import RegelverkFeil
from avtaler.domene.rydding.regel import Alvor, Rydderegel, Rydderegler, Sted
from avtaler.domene.tekst import Tekst

FIL = Path(__file__).parent / "rydding.yaml"


@cache
def les_rydderegler() -> Rydderegler:
    """The rules by code, in the order they are shown. Raises RegelverkFeil with what is wrong."""
    return {regel.kode: regel for regel in _tolk(yaml.safe_load(FIL.read_text("utf-8")))}


def _tolk(innhold: object) -> Iterator[Rydderegel]:
    if not isinstance(innhold, list):
        raise RegelverkFeil(f"{FIL.name}: ventet en liste.")
    for nummer, ledd in enumerate(innhold, 1):
        with Oppslag(ledd, f"{FIL.name}[{nummer}]") as regel:
            yield Rydderegel(
                kode=regel.streng("kode"), alvor=regel.valg("alvor", Alvor), sted=regel.valg("sted", Sted),
                tittel=regel.under("tittel", _tekst), tekst=regel.eventuelt_under("tekst", _tekst),
                tiltak=regel.under("tiltak", _tekst),
            )  # fmt: skip


def _tekst(oppslag: Oppslag) -> Tekst:
    return Tekst(nb=oppslag.streng("nb"), nn=oppslag.streng("nn"))
