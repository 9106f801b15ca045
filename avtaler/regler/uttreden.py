"""The law about leaving, as data: ``uttreden.yaml`` beside this file, read once."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from avtaler.domene.samarbeidsform import Samarbeidsform
from avtaler.domene.uttreden import Regel, Vilkaarsgrunnlag, vilkaar_for
from avtaler.domene.uttredensregler import INGEN, Uttredensregel, tolk_uttredensregler

FIL = Path(__file__).with_name("uttreden.yaml")


@cache
def les_uttredensregler() -> Mapping[str, Uttredensregel]:
    """What follows from leaving, by the form's code. Raises RegelverkFeil with what is wrong."""
    return tolk_uttredensregler(yaml.safe_load(FIL.read_text("utf-8")), FIL.name)


def uttredensregel(form: str) -> Uttredensregel:
    """The rules of the form; one without content where the law says nothing."""
    return les_uttredensregler().get(form, INGEN)


def vilkaar_i(form: Samarbeidsform, *, maaneder: int | None, regel: str, bundet_til: date | None) -> Vilkaarsgrunnlag:
    """The terms of leaving that hold for an agreement of the form: its own, else the law's, else none."""
    return vilkaar_for(
        maaneder=maaneder,
        regel=Regel(regel),
        bundet_til=bundet_til,
        lovens=form.oppsigelse.maaneder,
        hoeyst=form.oppsigelse.hoeyst_maaneder,
    )
