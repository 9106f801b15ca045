"""Notice periods and grounds for closed doors, as data: ``innkalling.yaml`` beside this file, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from avtaler.domene.oppslag import Oppslag
from avtaler.domene.samarbeidsform import Formregel, Tema
from avtaler.domene.tekst import Tekst
from avtaler.regler import les_regelverk

FIL = Path(__file__).with_name("innkalling.yaml")


@dataclass(frozen=True)
class Innkallingsregel:
    """What the law asks: at least so many days, or reasonable notice when ``dager`` is None; in words, by the form."""

    dager: int | None
    regel: Formregel | None


@dataclass(frozen=True)
class Lukkingsgrunn:
    """A lawful ground for closing a meeting, as it is cited, and in a few words what it is about."""

    hjemmel: str
    tekst: Tekst


def innkallingsregel(form: str, organtype: str) -> Innkallingsregel | None:
    """The rule for an organ of this type in a cooperation of this form; None where the law has none."""
    if (form, organtype) not in _les_frister():
        return None
    return Innkallingsregel(_les_frister()[form, organtype], les_regelverk().form(form).regel_om(Tema.INNKALLING))


def er_lest(form: str, organtype: str) -> bool:
    """Whether we know what the law says of calling such an organ, also when that is nothing."""
    return (form, organtype) in _les_frister().keys() | _les_uten_frist()


@cache
def les_lukkingsgrunner() -> tuple[Lukkingsgrunn, ...]:
    """In the order of the act. Raises RegelverkFeil with what is wrong."""
    return tuple(_les_grunn(rad, nr) for nr, rad in enumerate(_fil()["lukking"], 1))


@cache
def _les_frister() -> Mapping[tuple[str, str], int | None]:
    frister: dict[tuple[str, str], int | None] = {}
    for nr, rad in enumerate(_fil()["innkalling"], 1):
        with Oppslag(rad, f"{FIL.name}:innkalling[{nr}]") as oppslag:
            dager = oppslag.heltall_eller_ingen("dager")
            typer, former = oppslag.strenger("organtyper"), oppslag.strenger("former")
            frister |= {(form, organtype): dager for form in former for organtype in typer}
    return frister


@cache
def _les_uten_frist() -> frozenset[tuple[str, str]]:
    par: set[tuple[str, str]] = set()
    for nr, rad in enumerate(_fil()["uten_frist"], 1):
        with Oppslag(rad, f"{FIL.name}:uten_frist[{nr}]") as oppslag:
            typer, former = oppslag.strenger("organtyper"), oppslag.strenger("former")
            par |= {(form, organtype) for form in former for organtype in typer}
    return frozenset(par)


def _les_grunn(rad: object, nr: int) -> Lukkingsgrunn:
    with Oppslag(rad, f"{FIL.name}:lukking[{nr}]") as oppslag:
        tekst = oppslag.under("tekst", lambda t: Tekst(nb=t.streng("nb"), nn=t.streng("nn")))
        return Lukkingsgrunn(oppslag.streng("hjemmel"), tekst)


@cache
def _fil() -> Mapping[str, list[object]]:
    return yaml.safe_load(FIL.read_text("utf-8"))
