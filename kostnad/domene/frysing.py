"""A split as plain data: what the command prints, and what is frozen and hashed when a split is adopted."""

from __future__ import annotations

from typing import Any

from kommuner.domene.avtrykk import sha256 as sha256
from kostnad.domene.deltaker import Deltaker
from kostnad.domene.fordeling import Del, Resultat
from kostnad.domene.oppdrag import Oppdrag
from kostnad.domene.penger import desimaltekst, kroner
from kostnad.domene.utledning import setninger

FORMAT = 1


def oppdrag_som_json(oppdrag: Oppdrag) -> dict[str, object]:
    """Return the assignment in the input format, with every field; `les_oppdrag` gives the same assignment back."""
    periode = oppdrag.periode
    return {
        "beloep": None if oppdrag.beloep_oere is None else kroner(oppdrag.beloep_oere),
        "tilskudd": [{"navn": et.navn, "beloep": kroner(et.beloep_oere)} for et in oppdrag.tilskudd],
        "avrunding": oppdrag.avrunding.value,
        "periode": None if periode is None else {"fra": str(periode.fra), "til": str(periode.til)},
        "deltakere": [_deltaker_som_json(deltaker) for deltaker in oppdrag.deltakere],
        "noekkel": [steg.som_json() for steg in oppdrag.noekkel],
    }


def _deltaker_som_json(deltaker: Deltaker) -> dict[str, object]:
    return {
        "id": deltaker.id,
        "navn": deltaker.navn,
        "verdier": {navn: desimaltekst(verdi) for navn, verdi in deltaker.verdier.items()},
        "fra": str(deltaker.fra) if deltaker.fra else None,
        "til": str(deltaker.til) if deltaker.til else None,
    }


def resultat_som_json(resultat: Resultat, maalform: str = "nb") -> dict[str, object]:
    """Return the output of `manage.py fordel`: kroner as text, shares as fractions, derivation as sentences."""
    return {
        "deltakere": [{**_del_som_json(del_), "utledning": setninger(del_.ledd, maalform)} for del_ in resultat.deler],
        "til_fordeling": kroner(resultat.til_fordeling_oere),
        "sum": kroner(resultat.sum_oere),
    }


def frys(oppdrag: Oppdrag, resultat: Resultat) -> dict[str, Any]:
    """Return everything needed to show and check the split later; the derivation as links, free of language."""
    deltakere = [{**_del_som_json(del_), "ledd": [et.som_json() for et in del_.ledd]} for del_ in resultat.deler]
    return {
        "format": FORMAT,
        "oppdrag": oppdrag_som_json(oppdrag),
        "resultat": {
            "deltakere": deltakere,
            "til_fordeling": kroner(resultat.til_fordeling_oere),
            "sum": kroner(resultat.sum_oere),
        },
    }


def _del_som_json(del_: Del) -> dict[str, object]:
    return {"id": del_.id, "navn": del_.navn, "beloep": kroner(del_.oere), "andel": str(del_.andel)}
