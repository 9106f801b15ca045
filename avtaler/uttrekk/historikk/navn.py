"""What the foreign keys of a page of events are called: as they are now, or as they were when they were deleted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import models

from avtaler.models import Avtale
from kommuner.models import Hendelse
from kommuner.models.sporing import SPORET

from .verdier import feltene

#: How a row of a table outside the history is named.
ANDRE = {"avtaler_oppgave": "navn_nb"}


def navn_i(hendelser: Iterable[Hendelse]) -> dict[tuple[str, str], str]:
    """One query for each table that is pointed to, and one for all that are gone. The agreements are among them."""
    pekes_paa: dict[type[models.Model], set[str]] = defaultdict(set)
    pekes_paa[Avtale] = {str(hendelse.avtale_id) for hendelse in hendelser if hendelse.avtale_id is not None}
    for modell, noekkel in _pekere(hendelser):
        pekes_paa[modell].add(noekkel)
    navn = {}
    for modell, noekler in pekes_paa.items():
        navn |= _levende(modell, noekler)
    borte = {(m._meta.db_table, n) for m, noekler in pekes_paa.items() for n in noekler} - navn.keys()
    return navn | _slettede(borte)


def _pekere(hendelser: Iterable[Hendelse]) -> Iterator[tuple[type[models.Model], str]]:
    for hendelse in hendelser:
        for kolonne, felt in feltene(SPORET[hendelse.tabell]).items():
            for rad in (hendelse.foer, hendelse.etter):
                if felt.is_relation and rad and rad.get(kolonne) is not None:
                    yield felt.related_model, str(rad[kolonne])


def _levende(modell: type[models.Model], noekler: set[str]) -> dict[tuple[str, str], str]:
    tabell = modell._meta.db_table
    sti = SPORET[tabell].navn if tabell in SPORET else ANDRE.get(tabell, "pk")
    rader = modell._base_manager.filter(pk__in=noekler).values_list("pk", sti)
    return {(tabell, str(pk)): str(navn) for pk, navn in rader}


def _slettede(borte: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Their last name, from the history itself."""
    if not borte:
        return {}
    siste = (
        Hendelse.objects.filter(tabell__in={tabell for tabell, _ in borte}, objekt__in={objekt for _, objekt in borte})
        .order_by("tabell", "objekt", "-pk")
        .distinct("tabell", "objekt")
    )
    return {(h.tabell, h.objekt): h.navn for h in siste if (h.tabell, h.objekt) in borte}
