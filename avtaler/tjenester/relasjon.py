"""How agreements hang together: what a person adds and removes. Conversion and replacement add their own."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from avtaler.models import Avtale, Avtalerelasjon

from .avtale import knytt
from .avvisning import Avvist

UT, INN = "ut", "inn"


@transaction.atomic
def legg_til_relasjon(
    avtale: Avtale, *, andre: Avtale, type: str, retning: str = UT, dato: date | None = None
) -> Avtalerelasjon:
    """Relate two agreements as read from ``avtale``: ``retning`` "inn" is read from the other one.

    «Realiserer sammen med» is the same from both. Raises Avvist when they are so related already, or the other way.
    """
    fra, til = (avtale, andre) if retning == UT else (andre, avtale)
    motsatt = Avtalerelasjon.objects.filter(fra_avtale=til, til_avtale=fra, type=type)
    if motsatt.exists() or Avtalerelasjon.objects.filter(fra_avtale=fra, til_avtale=til, type=type).exists():
        raise Avvist(_("Sammenhengen er alt ført inn."), felt="andre")
    return knytt(fra, til, type=type, dato=dato)


@transaction.atomic
def fjern_relasjon(avtale: Avtale, relasjon_id: int) -> None:
    """Take a relation of the agreement away, whichever way it is read. One that is gone already stays gone."""
    avtale.relasjoner_ut.filter(pk=relasjon_id).delete()
    avtale.relasjoner_inn.filter(pk=relasjon_id).delete()
