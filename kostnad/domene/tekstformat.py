"""JSON or YAML text to plain data without ever making a float: a bare number with a point becomes `Flyttall`."""

from __future__ import annotations

import json
import re
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import yaml

from kostnad.domene.feil import Noekkelfeil

_LENGSTE_HELTALL = 15


@dataclass(frozen=True)
class Flyttall:
    """A number written with a point or an exponent outside quotes; kept as text so that the error can show it."""

    tekst: str


def les_tekst(innhold: bytes | str) -> object:
    """Return the data in a JSON or YAML document. Raises `Noekkelfeil` when it is neither."""
    tekst = _avkod(innhold)
    try:
        return _les_json(tekst)
    except json.JSONDecodeError as feil:
        return _les_yaml(tekst, json_linje=feil.lineno)
    except RecursionError:
        raise Noekkelfeil("for_dypt") from None


def _avkod(innhold: bytes | str) -> str:
    if isinstance(innhold, str):
        return innhold
    try:
        return innhold.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Noekkelfeil("ikke_utf8") from None


def _les_json(tekst: str) -> object:
    return json.loads(
        tekst, parse_float=Flyttall, parse_constant=Flyttall, parse_int=_heltall, object_pairs_hook=_uten_dobbelt
    )


def _heltall(tekst: str) -> int | str:
    """A longer number stays text: the field that gets it says that it is no number."""
    return int(tekst) if len(tekst) <= _LENGSTE_HELTALL else tekst


def _uten_dobbelt(par: list[tuple[str, object]]) -> dict[str, object]:
    data: dict[str, object] = {}
    for felt, verdi in par:
        if felt in data:
            raise Noekkelfeil("dobbelt_felt", felt=felt)
        data[felt] = verdi
    return data


def _les_yaml(tekst: str, *, json_linje: int) -> object:
    try:
        return yaml.load(tekst, Loader=_Laster)
    except yaml.MarkedYAMLError as feil:
        linje = feil.problem_mark.line + 1 if feil.problem_mark else json_linje
    except (yaml.YAMLError, ValueError):
        linje = json_linje
    except RecursionError:
        raise Noekkelfeil("for_dypt") from None
    raise Noekkelfeil("ikke_lesbar", linje_tall=linje) from None


class _Laster(yaml.SafeLoader):
    """YAML where 0704 is the text it looks like (not octal 452), and where no, 1_000, 12:30 and dates are text too."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise Noekkelfeil("yaml_alias")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        _uten_dobbelt([(str(felt.value), None) for felt, _ in node.value])
        return super().construct_mapping(node, deep)


def _yaml_heltall(laster: _Laster, node: yaml.ScalarNode) -> int | str:
    tekst = laster.construct_scalar(node)
    return _heltall(tekst) if re.fullmatch(r"-?[0-9]+", tekst) else tekst


def _yaml_flyttall(laster: _Laster, node: yaml.ScalarNode) -> Flyttall:
    return Flyttall(laster.construct_scalar(node))


def _yaml_sann(laster: _Laster, node: yaml.ScalarNode) -> bool:
    return laster.construct_scalar(node).lower() == "true"


_FLYTTALL = r"""[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?
    |[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"""
_Laster.yaml_implicit_resolvers = {}
for _navn, _moenster, _foerste in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"-?(?:0|[1-9][0-9]*)", list("-0123456789")),
    ("float", _FLYTTALL, list("-+.0123456789")),
):
    _Laster.add_implicit_resolver(f"tag:yaml.org,2002:{_navn}", re.compile(f"(?:{_moenster})\\Z", re.X), _foerste)
_Laster.add_constructor("tag:yaml.org,2002:int", _yaml_heltall)
_Laster.add_constructor("tag:yaml.org,2002:float", _yaml_flyttall)
_Laster.add_constructor("tag:yaml.org,2002:bool", _yaml_sann)
