"""The five points a proposed cooperation is judged by, as data (`klarhet.yaml`)."""

from functools import cache
from pathlib import Path

import yaml

from avtaler.domene.ideer.klarhet import Klarhetspunkt
from avtaler.domene.oppslag import Oppslag
from avtaler.domene.regelverk import RegelverkFeil
from avtaler.domene.tekst import Tekst

FIL = Path(__file__).parent / "klarhet.yaml"


@cache
def les_klarhetspunkter() -> tuple[Klarhetspunkt, ...]:
    """The points in order. Raises RegelverkFeil with what is wrong."""
    innhold = yaml.safe_load(FIL.read_text("utf-8"))
    if not isinstance(innhold, list):
        raise RegelverkFeil(f"{FIL.name}: ventet en liste.")
    return tuple(_punkt(ledd, nummer) for nummer, ledd in enumerate(innhold, 1))


def _punkt(ledd: object, nummer: int) -> Klarhetspunkt:
    with Oppslag(ledd, f"{FIL.name}[{nummer}]") as punkt:
        return Klarhetspunkt(punkt.streng("kode"), punkt.under("navn", _tekst), punkt.under("spoersmaal", _tekst))


def _tekst(oppslag: Oppslag) -> Tekst:
    return Tekst(nb=oppslag.streng("nb"), nn=oppslag.streng("nn"))
