"""What each kind of organ may do, as data: ``organer.yaml`` beside this file, read once."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

from avtaler.domene.hjemmel import Hjemmel, Sikkerhet
from avtaler.domene.oppslag import Oppslag
from avtaler.domene.organer import regel as domene
from avtaler.domene.organer.regel import Habilitetsregel, Organregel, Setekrav, Setning
from avtaler.domene.regelverk import RegelverkFeil
from avtaler.domene.tekst import Tekst

FIL = Path(__file__).with_name("organer.yaml")
T = TypeVar("T")


def organregel(type: str, form: str = "") -> Organregel:
    """The rule of an organ of this kind in a cooperation of this form; without a form, of a region."""
    return domene.organregel(les_organregler(), type=type, form=form)


def habilitetsregler(type: str, form: str = "") -> tuple[Habilitetsregel, ...]:
    """What one who also sits in a council should look into."""
    return domene.habilitetsregler(les_habilitetsregler(), type=type, form=form)


@cache
def les_organregler() -> tuple[Organregel, ...]:
    """In the order they are tried. Raises RegelverkFeil with what is wrong."""
    return tuple(_alle("organer", _organregel))


@cache
def les_habilitetsregler() -> tuple[Habilitetsregel, ...]:
    """Raises RegelverkFeil with what is wrong."""
    return tuple(_alle("habilitet", _habilitetsregel))


def _alle(del_: str, les: Callable[[Oppslag], T]) -> Iterator[T]:
    rader = _fil().get(del_)
    if not isinstance(rader, list):
        raise RegelverkFeil(f"{FIL.name}: ventet en liste under «{del_}».")
    for nummer, rad in enumerate(rader, 1):
        with Oppslag(rad, f"{FIL.name}:{del_}[{nummer}]") as oppslag:
            yield les(oppslag)


def _organregel(rad: Oppslag) -> Organregel:
    return Organregel(
        typer=frozenset(rad.strenger("typer")), former=frozenset(rad.strenger("former")),
        beslutter=rad.ja_nei("beslutter"), er_administrativt=bool(rad.eventuelt("administrativt")),
        aapne_moeter=bool(rad.eventuelt("aapne_moeter")),
        er_eiermoete=bool(rad.eventuelt("eiermoete")), periode_aar=_periode(rad),
        myndighet=rad.under("myndighet", _setning), status=rad.eventuelt_under("status", _setning),
        seter=rad.eventuelt_under("seter", _setekrav),
    )  # fmt: skip


def _periode(rad: Oppslag) -> int | None:
    return rad.heltall("periode_aar") if "periode_aar" in rad.verdier else None


def _habilitetsregel(rad: Oppslag) -> Habilitetsregel:
    typer, former = frozenset(rad.strenger("typer")), frozenset(rad.strenger("former"))
    return Habilitetsregel(typer=typer, former=former, setning=_setning(rad))


def _setekrav(rad: Oppslag) -> Setekrav:
    return Setekrav(
        medlemmer=rad.heltall("medlemmer"), vara_per_medlem=rad.heltall("vara_per_medlem"),
        i_alt=rad.heltall("i_alt") if "i_alt" in rad.verdier else 0,
        fra=rad.dato("fra") if "fra" in rad.verdier else None, setning=_setning(rad),
    )  # fmt: skip


def _setning(rad: Oppslag) -> Setning:
    return Setning(
        tekst=Tekst(nb=rad.streng("nb"), nn=rad.streng("nn")), hjemmel=rad.eventuelt_under("hjemmel", _hjemmel),
        sikkerhet=rad.valg("sikkerhet", Sikkerhet, Sikkerhet.LEST),
    )  # fmt: skip


def _hjemmel(rad: Oppslag) -> Hjemmel:
    return Hjemmel(rad.streng("lov"), rad.streng("paragraf"), rad.streng("kilde"))


@cache
def _fil() -> Any:
    return yaml.safe_load(FIL.read_text("utf-8"))
