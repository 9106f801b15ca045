"""The questions of the maturity check as data (`modenhet.yaml`)."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from avtaler.domene.oppslag import Oppslag
from avtaler.domene.prosjekter.modenhet import Modenhetsspoersmaal
from avtaler.domene.regelverk import RegelverkFeil
from avtaler.domene.tekst import Tekst

FIL = Path(__file__).parent / "modenhet.yaml"


@cache
def les_modenhet() -> tuple[Modenhetsspoersmaal, ...]:
    """The questions, in the order they are asked. Raises RegelverkFeil with what is wrong."""
    return tuple(_tolk(yaml.safe_load(FIL.read_text("utf-8"))))


def modenhetskoder() -> tuple[str, ...]:
    """The code of each question, in the same order."""
    return tuple(ett.kode for ett in les_modenhet())


def _tolk(innhold: object) -> Iterator[Modenhetsspoersmaal]:
    if not isinstance(innhold, list):
        raise RegelverkFeil(f"{FIL.name}: ventet en liste.")
    for nummer, ledd in enumerate(innhold, 1):
        with Oppslag(ledd, f"{FIL.name}[{nummer}]") as rad:
            yield Modenhetsspoersmaal(
                kode=rad.streng("kode"), navn=rad.under("navn", _tekst), spoersmaal=rad.under("spoersmaal", _tekst),
                nei=rad.under("nei", _tekst),
            )  # fmt: skip


def _tekst(oppslag: Oppslag) -> Tekst:
    return Tekst(nb=oppslag.streng("nb"), nn=oppslag.streng("nn"))
