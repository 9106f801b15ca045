"""What the foreign keys of a page of events are called: as they are now, or as they were when they were deleted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Cast

from avtaler.models import Avtale
from kommuner.models import Hendelse
from kommuner.models.sporing import SPORET
from kommuner.tilgang import Innsyn

from .lesbare import kjente_avtaler
from .verdier import feltene

#: How a row of a table outside the history is named.
ANDRE = {"avtaler_oppgave": "navn_nb"}


def navn_i(hendelser: Iterable[Hendelse], innsyn: Innsyn) -> dict[tuple[str, str], str]:
    """The names, in two queries however many tables are pointed to. So are the agreements the reader sees."""
    pekes_paa: dict[type[models.Model], set[str]] = defaultdict(set)
    pekes_paa[Avtale] = {str(hendelse.avtale_id) for hendelse in hendelser if hendelse.avtale_id is not None}
    for modell, noekkel in _pekere(hendelser):
        pekes_paa[modell].add(noekkel)
    pekes_paa[Avtale] = {str(pk) for pk in kjente_avtaler(innsyn, pekes_paa[Avtale])}
    levende = _levende({modell: noekler for modell, noekler in pekes_paa.items() if noekler})
    return _sist_kjente(pekes_paa) | levende


def _pekere(hendelser: Iterable[Hendelse]) -> Iterator[tuple[type[models.Model], str]]:
    for hendelse in hendelser:
        for kolonne, felt in feltene(SPORET[hendelse.tabell]).items():
            for rad in (hendelse.foer, hendelse.etter):
                if felt.is_relation and rad and rad.get(kolonne) is not None:
                    yield felt.related_model, str(rad[kolonne])


def _levende(pekes_paa: Mapping[type[models.Model], set[str]]) -> dict[tuple[str, str], str]:
    spoerringer = [_navnespoerring(modell, noekler) for modell, noekler in pekes_paa.items()]
    if not spoerringer:
        return {}
    foerste, *resten = spoerringer
    return {(tabell, pk): navn for tabell, pk, navn in foerste.union(*resten, all=True)}


def _navnespoerring(modell: type[models.Model], noekler: set[str]) -> models.QuerySet:
    tabell = modell._meta.db_table
    sti = SPORET[tabell].navn if tabell in SPORET else ANDRE.get(tabell, "pk")
    tekst = models.TextField()
    return (
        modell._base_manager.filter(pk__in=noekler)
        .order_by()
        .values_list(Value(tabell, output_field=tekst), Cast("pk", tekst), Cast(F(sti), tekst))
    )


def _sist_kjente(pekes_paa: Mapping[type[models.Model], set[str]]) -> dict[tuple[str, str], str]:
    """What the rows were last called in the history itself: all that is known of those that are gone."""
    par = {(modell._meta.db_table, noekkel) for modell, noekler in pekes_paa.items() for noekkel in noekler}
    siste = (
        Hendelse.objects.filter(tabell__in={tabell for tabell, _ in par}, objekt__in={objekt for _, objekt in par})
        .order_by("tabell", "objekt", "-pk")
        .distinct("tabell", "objekt")
        .values_list("tabell", "objekt", "navn")
    )
    return {(tabell, objekt): navn for tabell, objekt, navn in siste if (tabell, objekt) in par}
