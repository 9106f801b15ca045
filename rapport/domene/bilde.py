"""The frozen picture of a municipality: a ``Kommuneoversikt`` as plain JSON and back, and the hash it is known by.

The conversion follows the dataclasses' own type hints, so a new field needs no line here. Dates are ISO text, shares
are exact («7/90»), and what is not expected is refused: a stored report must never be read as something else.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from kommuner.domene.avtrykk import sha256 as sha256
from rapport.domene.innhold import Kommuneoversikt

Json = dict[str, Any]


class Bildefeil(ValueError):
    """The JSON is not a picture of a municipality; the message says where and what."""


def til_json(oversikt: Kommuneoversikt) -> Json:
    """The overview as values that JSON can hold. Computed properties are left out: they follow from the rest."""
    bilde = _ut(oversikt)
    assert isinstance(bilde, dict)
    return bilde


def fra_json(bilde: Mapping[str, Any]) -> Kommuneoversikt:
    """The overview that `til_json` made `bilde` from. Raises Bildefeil on unknown, missing or wrongly typed fields."""
    oversikt = _les_dataklasse(Kommuneoversikt, bilde, "oversikt")
    assert isinstance(oversikt, Kommuneoversikt)
    return oversikt


def _ut(verdi: object) -> object:
    if is_dataclass(verdi) and not isinstance(verdi, type):
        return {felt.name: _ut(getattr(verdi, felt.name)) for felt in fields(verdi)}
    if isinstance(verdi, tuple):
        return [_ut(del_) for del_ in verdi]
    if isinstance(verdi, date):
        return verdi.isoformat()
    if isinstance(verdi, Fraction):
        return f"{verdi.numerator}/{verdi.denominator}"
    if verdi is None or isinstance(verdi, str | int):
        return str(verdi) if isinstance(verdi, str) else verdi
    raise TypeError(f"{type(verdi).__name__} har ingen plass i et øyeblikksbilde")


def _les(type_: Any, verdi: object, sted: str) -> object:
    if isinstance(type_, UnionType):
        return _les_kanskje(type_, verdi, sted)
    if get_origin(type_) is tuple:
        return _les_rekke(get_args(type_)[0], verdi, sted)
    if is_dataclass(type_):
        return _les_dataklasse(type_, verdi, sted)
    return _ENKLE[type_](verdi, sted)


def _les_kanskje(type_: UnionType, verdi: object, sted: str) -> object:
    """A field that may be empty: «X | None»."""
    (innhold,) = (del_ for del_ in get_args(type_) if del_ is not NoneType)
    return None if verdi is None else _les(innhold, verdi, sted)


def _les_rekke(type_: Any, verdi: object, sted: str) -> tuple[object, ...]:
    if not isinstance(verdi, list):
        raise Bildefeil(f"{sted}: ventet en liste")
    return tuple(_les(type_, del_, f"{sted}[{nr}]") for nr, del_ in enumerate(verdi))


def _les_dataklasse(klasse: Any, verdi: object, sted: str) -> object:
    if not isinstance(verdi, Mapping):
        raise Bildefeil(f"{sted}: ventet et objekt")
    typer = _typer(klasse)
    kjente = {felt.name for felt in fields(klasse)}
    paakrevde = {felt.name for felt in fields(klasse) if _er_paakrevd(felt)}
    _krev_ingen(verdi.keys() - kjente, "ukjente felt", sted)
    _krev_ingen(paakrevde - verdi.keys(), "mangler felt", sted)
    return klasse(**{navn: _les(typer[navn], verdi[navn], f"{sted}.{navn}") for navn in sorted(verdi)})


def _krev_ingen(navn: set[str], hva: str, sted: str) -> None:
    if navn:
        raise Bildefeil(f"{sted}: {hva}: {', '.join(sorted(navn))}")


def _er_paakrevd(felt: Field[Any]) -> bool:
    """A field with a default came later than the oldest pictures, and may be missing in them."""
    return felt.default is MISSING and felt.default_factory is MISSING


@cache
def _typer(klasse: type) -> dict[str, Any]:
    return get_type_hints(klasse)


def _les_tekst(verdi: object, sted: str) -> str:
    if not isinstance(verdi, str):
        raise Bildefeil(f"{sted}: ventet tekst")
    return verdi


def _les_heltall(verdi: object, sted: str) -> int:
    if not isinstance(verdi, int) or isinstance(verdi, bool):
        raise Bildefeil(f"{sted}: ventet et helt tall")
    return verdi


def _les_jaenei(verdi: object, sted: str) -> bool:
    if not isinstance(verdi, bool):
        raise Bildefeil(f"{sted}: ventet ja eller nei")
    return verdi


def _les_dato(verdi: object, sted: str) -> date:
    tekst = _les_tekst(verdi, sted)
    try:
        dato = date.fromisoformat(tekst)
    except ValueError:
        dato = None
    if dato is None or dato.isoformat() != tekst:
        raise Bildefeil(f"{sted}: ventet en dato (ÅÅÅÅ-MM-DD)")
    return dato


def _les_broek(verdi: object, sted: str) -> Fraction:
    teller, skille, nevner = _les_tekst(verdi, sted).partition("/")
    try:
        if not skille:
            raise ValueError(verdi)
        return Fraction(int(teller), int(nevner))
    except (ValueError, ZeroDivisionError) as feil:
        raise Bildefeil(f"{sted}: ventet en brøk som «7/90»") from feil


_ENKLE: dict[type, Callable[[object, str], object]] = {
    str: _les_tekst,
    int: _les_heltall,
    bool: _les_jaenei,
    date: _les_dato,
    Fraction: _les_broek,
}
