"""Telling whoever changes the fields of an agreement that the councils must adopt it; never a refusal."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.http import HttpRequest

from avtaler.models import Avtale
from avtaler.uttrekk import avtalegrunnlag
from avtaler.uttrekk.feltvarsel import feltvarsel
from kommuner.foresporsel import idag


@contextmanager
def varsler_om_vedtak(request: HttpRequest, avtale: Avtale) -> Iterator[None]:
    """Compare the facts before and after what is done inside, and warn. A draft is nobody's agreement yet."""
    if avtale.er_utkast:
        yield
        return
    foer = avtalegrunnlag(avtale, dato=idag())
    yield
    etter = avtalegrunnlag(Avtale.objects.get(pk=avtale.pk), dato=idag())
    if setning := feltvarsel(foer, etter, dato=idag(), maalform=request.LANGUAGE_CODE):
        messages.warning(request, setning)
