"""The tables of conversion, as data: ``omdanning.yaml`` beside this file, read once."""

from functools import cache
from pathlib import Path

import yaml

from avtaler.domene.omdanning import Omdanningsregler, tolk_omdanningsregler

FIL = Path(__file__).with_name("omdanning.yaml")


@cache
def les_omdanningsregler() -> Omdanningsregler:
    """Where clauses go and what the successors can be called. Raises RegelverkFeil with what is wrong."""
    return tolk_omdanningsregler(yaml.safe_load(FIL.read_text("utf-8")), FIL.name)
