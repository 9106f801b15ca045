"""Every address of the site, as the resolver knows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse


@dataclass(frozen=True)
class Rute:
    """One URL pattern: its full name, and the names of what it takes."""

    navn: str
    argumenter: tuple[str, ...]

    def adresse(self, verdier: dict[str, object]) -> str:
        """The address with ``verdier`` filled in; what the pattern does not take is left out."""
        return reverse(self.navn, kwargs={navn: verdier[navn] for navn in self.argumenter})


def alle_ruter() -> dict[str, Rute]:
    """Every pattern by name. Two patterns of the same name would hide each other, so that is an error."""
    ruter = list(_ruter(get_resolver(), ""))
    navn = [rute.navn for rute in ruter]
    if doble := {ett for ett in navn if navn.count(ett) > 1}:
        raise ValueError(f"The same name for more than one address: {sorted(doble)}")
    return {rute.navn: rute for rute in ruter}


def _ruter(sted: URLResolver, navnerom: str) -> Iterator[Rute]:
    for moenster in sted.url_patterns:
        if isinstance(moenster, URLPattern):
            navn = f"{navnerom}{moenster.name or moenster.pattern}"
            yield Rute(navn, tuple(moenster.pattern.regex.groupindex))
        else:
            yield from _ruter(moenster, f"{navnerom}{moenster.namespace}:" if moenster.namespace else navnerom)
