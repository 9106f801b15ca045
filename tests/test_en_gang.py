"""What makes something new is made once, also when its form is sent twice."""

from collections.abc import Callable, Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

#: An address of ours that makes something says so by the first word of its name.
LAGER = ("ny_", "nytt_", "legg_", "meld_inn", "lag_", "bestill_")
#: Sending these twice does no harm, or must not be tied to a person.
UTEN = {
    "rapport:ny_folkevalgt": "what is sent is answers to a quiz, and nothing is stored",
    "avtaler:ny_lappelenke": "a new link takes the place of the one before",
}


def _ruter(sted: URLResolver, navnerom: str = "") -> Iterator[tuple[str, Callable]]:
    for moenster in sted.url_patterns:
        if isinstance(moenster, URLPattern):
            yield f"{navnerom}{moenster.name}", moenster.callback
        else:
            yield from _ruter(moenster, f"{moenster.namespace}:" if moenster.namespace else navnerom)


def _er_en_gang(view: Callable | None) -> bool:
    while view is not None:
        if getattr(view, "en_gang", False):
            return True
        view = getattr(view, "__wrapped__", None)
    return False


RUTER = {navn: view for navn, view in _ruter(get_resolver()) if navn.partition(":")[2].startswith(LAGER)}


@pytest.mark.parametrize("navn", sorted(set(RUTER) - set(UTEN)))
def test_form_that_makes_something_is_done_once(navn):
    assert _er_en_gang(RUTER[navn]), "put @en_gang on the view, or say in UTEN why it does no harm"


def test_exceptions_are_addresses_that_are_there():
    assert set(UTEN) <= set(RUTER)
    assert len(RUTER) > 10
