"""The year of the law as data (`aarshjul.yaml`): what falls when, for whom, by which paragraph, and what one can do."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from avtaler.domene.aarshjul.hendelse import Slag
from avtaler.domene.aarshjul.lovregel import Hvem, Lovhendelse, Naar, dag_i
from avtaler.domene.hjemmel import Gyldighet, Hjemmel, Sikkerhet
from avtaler.domene.oppslag import Oppslag
from avtaler.domene.regelverk import RegelverkFeil
from avtaler.domene.tekst import Tekst

FIL = Path(__file__).parent / "aarshjul.yaml"
SKUDDAAR = 2024


@cache
def les_aarshjulregler() -> tuple[Lovhendelse, ...]:
    """The rules that ship with the product. Raises RegelverkFeil with what is wrong."""
    return tuple(tolk(yaml.safe_load(FIL.read_text("utf-8"))))


def tolk(innhold: object) -> Iterator[Lovhendelse]:
    """The rules in ``innhold``. Raises RegelverkFeil with the place and what is wrong."""
    if not isinstance(innhold, list):
        raise RegelverkFeil(f"{FIL.name}: ventet en liste.")
    for nummer, ledd in enumerate(innhold, 1):
        with Oppslag(ledd, f"{FIL.name}[{nummer}]") as regel:
            yield _regel(regel)


def _regel(regel: Oppslag) -> Lovhendelse:
    return Lovhendelse(
        kode=regel.streng("kode"), slag=regel.valg("slag", Slag), naar=regel.valg("naar", Naar),
        hvem=regel.valg("hvem", Hvem), fra=_dag(regel, "fra") if "fra" in regel.verdier else None,
        til=_dag(regel, "til"), former=regel.strenger("former"), roller=regel.strenger("roller"),
        tittel=regel.under("tittel", _tekst), sted=regel.under("sted", _tekst), gjoere=regel.under("gjoere", _tekst),
        hjemmel=regel.under("hjemmel", _hjemmel),
        gyldig=regel.under("gyldig", _gyldighet),
        sikkerhet=regel.valg("sikkerhet", Sikkerhet, Sikkerhet.LEST),
        raadet_kan_paavirke=bool(regel.eventuelt("paavirkes")),
    )  # fmt: skip


def _dag(regel: Oppslag, noekkel: str) -> tuple[int, int]:
    """[month, day], where 31 may stand for the last day of a shorter month."""
    verdi = regel.hent(noekkel)
    if not (isinstance(verdi, list) and len(verdi) == 2 and all(type(ledd) is int for ledd in verdi)):
        raise RegelverkFeil(f"{regel.sted}.{noekkel}: ventet [måned, dag], fant «{verdi}».")
    maaned, dag = verdi
    if not (1 <= maaned <= 12 and 1 <= dag <= 31):
        raise RegelverkFeil(f"{regel.sted}.{noekkel}: {maaned}/{dag} er ingen dag.")
    return dag_i(SKUDDAAR, (maaned, dag)).month, dag


def _tekst(oppslag: Oppslag) -> Tekst:
    return Tekst(nb=oppslag.streng("nb"), nn=oppslag.streng("nn"))


def _hjemmel(oppslag: Oppslag) -> Hjemmel:
    return Hjemmel(oppslag.streng("lov"), oppslag.streng("paragraf"), oppslag.streng("kilde"))


def _gyldighet(oppslag: Oppslag) -> Gyldighet:
    """Every rule says from when: no year is told a law it did not have."""
    return Gyldighet(oppslag.dato("fra"), oppslag.dato_eller_ingen("til"))
