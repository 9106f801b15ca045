"""U1: each way of changing each tracked table is told once: rows of the real world made, changed and deleted."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, models, transaction

from kommuner.models import Hendelse
from kommuner.models.sporing import SPORET
from tests.verden import Verden

#: Frozen by triggers of their own: never changed, so only that they were made is told.
FROSSET = {"kostnad_fordeling", "kostnad_fordelingsdel"}
ENDRES = sorted(set(SPORET) - FROSSET)


def _save(rad: models.Model, felt: models.Field, verdi: Any) -> None:
    setattr(rad, felt.attname, verdi)
    rad.save()


def _update(rad: models.Model, felt: models.Field, verdi: Any) -> None:
    type(rad)._base_manager.filter(pk=rad.pk).update(**{felt.attname: verdi})


def _bulk_update(rad: models.Model, felt: models.Field, verdi: Any) -> None:
    setattr(rad, felt.attname, verdi)
    type(rad)._base_manager.bulk_update([rad], [felt.name])


def _sql(rad: models.Model, felt: models.Field, verdi: Any) -> None:
    meta = rad._meta
    with connection.cursor() as peker:
        peker.execute(f"UPDATE {meta.db_table} SET {felt.column} = %s WHERE {meta.pk.column} = %s", [verdi, rad.pk])


@pytest.fixture
def angret(verden: Verden):
    """What a test does to the world is undone, also what the database would have refused at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def rad_av(tabell: str) -> models.Model:
    """A row of the world; of a table the world leaves empty, None."""
    return SPORET[tabell].modell._base_manager.order_by("-pk").first()


def proeveendring(rad: models.Model) -> tuple[models.Field, Any] | None:
    """A column that may be changed to something else without breaking a rule, and what to."""
    for felt in rad._meta.concrete_fields:
        verdi = getattr(rad, felt.attname)
        fri = not felt.choices and not felt.is_relation and not felt.unique and not felt.primary_key
        if felt.column in SPORET[rad._meta.db_table].uten or not fri:
            continue
        if isinstance(felt, models.BooleanField) and felt.name == "er_eksempel":
            return felt, not verdi
        if isinstance(felt, models.TextField | models.CharField) and verdi and felt.name in FRIE_TEKSTER:
            return felt, f"{verdi}x"
    return None


FRIE_TEKSTER = {"tekst", "navn", "kilde", "merknad", "ordlyd", "tittel", "maal"}


def _nye(foer: int) -> list[Hendelse]:
    return list(Hendelse.objects.filter(pk__gt=foer))


def _siste() -> int:
    return Hendelse.objects.aggregate(siste=models.Max("pk"))["siste"] or 0


@pytest.mark.parametrize("tabell", ENDRES)
@pytest.mark.parametrize("endre", [_save, _update, _bulk_update, _sql], ids=lambda endre: endre.__name__.strip("_"))
def test_a_change_is_one_event_however_it_is_made(angret, tabell, endre: Callable[..., None]):
    rad = rad_av(tabell)
    endring = proeveendring(rad) if rad is not None else None
    foer = _siste()
    if endring is None:  # A link between two, or no row: there is nothing to change in it, and nothing is told.
        assert rad is None or not {felt.name for felt in rad._meta.concrete_fields} & (FRIE_TEKSTER - {"navn"})
        return
    endre(rad, *endring)
    (ene,) = [h for h in _nye(foer) if h.tabell == tabell]
    assert (ene.objekt, ene.handling) == (str(rad.pk), "endret")
    assert set(ene.etter) == {endring[0].column}


@pytest.mark.parametrize("tabell", ENDRES)
def test_a_deleted_row_is_one_event_with_all_it_held(angret, tabell):
    rad = rad_av(tabell)
    if rad is None:
        assert not Hendelse.objects.filter(tabell=tabell, handling="opprettet").exists()
        return
    foer, nummer = _siste(), rad.pk
    with connection.cursor() as peker:
        peker.execute(f"DELETE FROM {tabell} WHERE {rad._meta.pk.column} = %s", [nummer])
    (ene,) = _nye(foer)
    assert (ene.tabell, ene.objekt, ene.handling, ene.etter) == (tabell, str(nummer), "slettet", None)
    assert ene.foer[rad._meta.pk.column] == nummer


@pytest.mark.parametrize("tabell", sorted(SPORET))
def test_every_row_of_the_world_was_told_of_once_when_it_was_made(verden, tabell):
    modell = SPORET[tabell].modell
    finnes = {str(pk) for pk in modell._base_manager.values_list("pk", flat=True)}
    laget = list(Hendelse.objects.filter(tabell=tabell, handling="opprettet").values_list("objekt", flat=True))
    assert finnes <= set(laget)
    assert len(laget) == len(set(laget))
