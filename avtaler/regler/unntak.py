"""The usual grounds for exempting a document from public access, as data: ``unntak.yaml`` beside this file."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from avtaler.domene.oppslag import Oppslag
from avtaler.domene.tekst import Tekst

FIL = Path(__file__).with_name("unntak.yaml")


@dataclass(frozen=True)
class Unntakshjemmel:
    """A ground as it is cited, and in a few words what it protects."""

    hjemmel: str
    tekst: Tekst


@cache
def les_unntakshjemler() -> tuple[Unntakshjemmel, ...]:
    """In the order of the act. Raises RegelverkFeil with what is wrong."""
    return tuple(_les(rad, nr) for nr, rad in enumerate(yaml.safe_load(FIL.read_text("utf-8")), 1))


def _les(rad: object, nr: int) -> Unntakshjemmel:
    with Oppslag(rad, f"{FIL.name}[{nr}]") as oppslag:
        tekst = oppslag.under("tekst", lambda t: Tekst(nb=t.streng("nb"), nn=t.streng("nn")))
        return Unntakshjemmel(oppslag.streng("hjemmel"), tekst)
