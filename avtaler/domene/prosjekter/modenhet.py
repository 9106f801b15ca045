"""The maturity check before the councils (needs 2.21): eight questions, and what the answers amount to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from avtaler.domene.tekst import Tekst

from .gang import Modenhet

NEI = "nei"


@dataclass(frozen=True, kw_only=True)
class Modenhetsspoersmaal:
    """One question, and what is advised when the answer is no."""

    kode: str
    navn: Tekst
    spoersmaal: Tekst
    nei: Tekst


def modenhet(svar: Mapping[str, str], koder: Iterable[str]) -> Modenhet:
    """How many of the questions are unanswered, and how many answered «nei». Answers to other questions are none."""
    alle = tuple(koder)
    return Modenhet(ubesvart=sum(kode not in svar for kode in alle), nei=sum(svar.get(kode) == NEI for kode in alle))
