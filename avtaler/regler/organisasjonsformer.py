"""What the register's organisation form says of the form of cooperation (``organisasjonsformer.yaml``), read once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from avtaler.domene.oppslag import Oppslag
from avtaler.domene.regelverk import RegelverkFeil
from avtaler.domene.tekst import Tekst

FIL = Path(__file__).with_name("organisasjonsformer.yaml")


@dataclass(frozen=True)
class Formforslag:
    """The forms of cooperation (codes) that a unit of this organisation form can be, the likeliest first."""

    kode: str
    former: tuple[str, ...]
    tekst: Tekst

    @property
    def sikker(self) -> str | None:
        """The form, where the register leaves no doubt."""
        return self.former[0] if len(self.former) == 1 else None


@cache
def les_formforslag() -> Mapping[str, Formforslag]:
    """The proposals by organisation form. Raises RegelverkFeil with what is wrong."""
    return {ett.kode: ett for ett in _tolk(yaml.safe_load(FIL.read_text("utf-8")))}


def _tolk(innhold: object) -> Iterator[Formforslag]:
    if not isinstance(innhold, list):
        raise RegelverkFeil(f"{FIL.name}: ventet en liste.")
    for nummer, ledd in enumerate(innhold, 1):
        with Oppslag(ledd, f"{FIL.name}[{nummer}]") as oppslag:
            yield Formforslag(oppslag.streng("kode"), oppslag.strenger("former"), oppslag.under("tekst", _tekst))


def _tekst(oppslag: Oppslag) -> Tekst:
    return Tekst(nb=oppslag.streng("nb"), nn=oppslag.streng("nn"))
