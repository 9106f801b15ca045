"""The kinds of council rounds as data (`runder.yaml`): who is asked, whether the words must be the same, and why."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from avtaler.domene.hjemmel import Hjemmel
from avtaler.domene.oppslag import Oppslag
from avtaler.domene.regelverk import RegelverkFeil
from avtaler.domene.rundeslag import Foelge, Rundeart, Runderegel, Runderegler, Samsvarskrav, Spoerres
from avtaler.domene.rundeslag import rundeart as _rundeart
from avtaler.domene.tekst import Tekst

FIL = Path(__file__).parent / "runder.yaml"


@cache
def les_runderegler() -> Runderegler:
    """The rules of each kind. Raises RegelverkFeil with what is wrong."""
    etter_slag: dict[str, list[Runderegel]] = defaultdict(list)
    for regel in _tolk(yaml.safe_load(FIL.read_text("utf-8"))):
        etter_slag[regel.art.slag].append(regel)
    return {slag: tuple(regler) for slag, regler in etter_slag.items()}


def rundeart(slag: str, form: str) -> Rundeart:
    """The kind in the form of cooperation."""
    return _rundeart(les_runderegler(), slag, form)


def _tolk(innhold: object) -> Iterator[Runderegel]:
    if not isinstance(innhold, list):
        raise RegelverkFeil(f"{FIL.name}: ventet en liste.")
    for nummer, ledd in enumerate(innhold, 1):
        with Oppslag(ledd, f"{FIL.name}[{nummer}]") as regel:
            yield Runderegel(former=regel.strenger("former"), art=_art(regel))


def _art(regel: Oppslag) -> Rundeart:
    return Rundeart(
        slag=regel.streng("slag"), krav=regel.valg("krav", Samsvarskrav), spoerres=regel.valg("spoerres", Spoerres),
        tekst=regel.under("tekst", _tekst), hjemmel=regel.eventuelt_under("hjemmel", _hjemmel),
        foelger=tuple(regel.som_valg(kode, Foelge, "foelger") for kode in regel.strenger("foelger")),
        forbehandles=bool(regel.eventuelt("forbehandles")),
    )  # fmt: skip


def _tekst(oppslag: Oppslag) -> Tekst:
    return Tekst(nb=oppslag.streng("nb"), nn=oppslag.streng("nn"))


def _hjemmel(oppslag: Oppslag) -> Hjemmel:
    return Hjemmel(oppslag.streng("lov"), oppslag.streng("paragraf"), oppslag.streng("kilde"))
