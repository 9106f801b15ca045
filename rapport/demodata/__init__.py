"""Demonstration data: real where a source gives it, and marked «eksempel» where none does.

One YAML file a region; ``brukere.yaml`` has a login for every person of the product. Loading twice changes nothing.
"""

from importlib.resources import files
from typing import Any

import yaml

REGIONER = ("sogn", "vestfold_9k", "vest_telemark", "gausdal_lillehammer_oeyer", "kongsbergregionen", "fjellregionen")


def les(navn: str) -> Any:
    """The content of one of the files beside this one."""
    return yaml.safe_load(files(__package__).joinpath(f"{navn}.yaml").read_text(encoding="utf-8"))
