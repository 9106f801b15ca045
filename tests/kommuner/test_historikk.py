"""U1 and U2 of the change log: one event for each change however it was made, and no way to change the log."""

import pytest
from django.db import DatabaseError, connection, transaction

from kommuner.models import Hendelse, Region, Tilgang
from tests.fabrikker import lag_bruker, lag_region

pytestmark = pytest.mark.django_db


def hendelser(rad, **filter_) -> list[Hendelse]:
    return list(Hendelse.objects.filter(tabell=rad._meta.db_table, objekt=str(rad.pk), **filter_).order_by("pk"))


def test_a_secret_never_reaches_the_log():
    bruker = lag_bruker(navn="Kari Nordmann")
    bruker.set_password("et-annet-langt-passord")
    bruker.save()
    (ene,) = hendelser(bruker)
    assert ene.etter["navn"] == "Kari Nordmann"
    assert not {"password", "last_login"} & set(ene.etter)


def test_a_change_holds_only_what_changed():
    region = lag_region("Sogn", slug="sogn-1")
    region.maal = "Sterkere saman"
    region.save()
    opprettet, endret = hendelser(region)
    assert (opprettet.handling, opprettet.foer, opprettet.etter["navn"]) == ("opprettet", None, "Sogn")
    assert (endret.handling, endret.foer, endret.etter) == ("endret", {"maal": ""}, {"maal": "Sterkere saman"})
    assert endret.forrige == opprettet.hash
    assert endret.region_id == region.pk


def test_saving_without_a_change_leaves_no_trace():
    region = lag_region()
    region.save()
    assert len(hendelser(region)) == 1


def _save(region: Region) -> None:
    region.navn = "Ny"
    region.save()


def _bulk(region: Region) -> None:
    region.navn = "Ny"
    Region.objects.bulk_update([region], ["navn"])


def _sql(region: Region) -> None:
    with connection.cursor() as peker:
        peker.execute("UPDATE kommuner_region SET navn = 'Ny' WHERE id = %s", [region.pk])


@pytest.mark.parametrize(
    "endre", [_save, _bulk, _sql, lambda region: Region.objects.filter(pk=region.pk).update(navn="Ny")]
)
def test_every_way_of_changing_gives_one_event(endre):
    region = lag_region("Gammel")
    endre(region)
    _opprettet, endret = hendelser(region)
    assert (endret.foer, endret.etter) == ({"navn": "Gammel"}, {"navn": "Ny"})


def test_a_cascade_tells_of_every_row_and_where_it_belonged():
    bruker = lag_bruker("koordinator", region=(region := lag_region("Sogn")), navn="Ola")
    tilgang = Tilgang.objects.get(bruker=bruker)
    nummer = tilgang.pk
    bruker.delete()
    siste = Hendelse.objects.filter(tabell="kommuner_tilgang", objekt=str(nummer)).order_by("pk").last()
    assert (siste.handling, siste.navn, siste.region_id) == ("slettet", bruker.navn, region.pk)
    assert Hendelse.objects.filter(tabell="kommuner_bruker", handling="slettet").count() == 1


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE kommuner_hendelse SET hvem = 'en annen'",
        "DELETE FROM kommuner_hendelse",
        "TRUNCATE kommuner_hendelse",
    ],
)
def test_the_log_can_only_grow(sql):
    lag_region()
    antall = Hendelse.objects.count()
    with connection.cursor() as peker:
        peker.execute("SET LOCAL pgtrigger.ignore = '{pgtrigger_bare_tillegg,pgtrigger_ikke_toem}'")
        with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
            peker.execute(sql)
    assert Hendelse.objects.count() == antall


def test_a_row_made_in_the_database_is_signed_with_the_role():
    with connection.cursor() as peker:
        peker.execute("INSERT INTO kommuner_region (slug, navn, maal, kilde) VALUES ('x', 'X', '', '') RETURNING id")
        (ene,) = Hendelse.objects.filter(tabell="kommuner_region", objekt=str(peker.fetchone()[0]))
    assert (ene.bruker_id, ene.hvem) == (None, "database samarbeid")
