"""U3: whoever changes the log is found, with the object's name, also when they own the database."""

import time
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from kommuner import tasks
from kommuner.kjede import brudd_i_kjedene, brudd_mot_tabellene, fingeravtrykk
from kommuner.models import Hendelse
from tests.fabrikker import lag_avtale, lag_region

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    region = lag_region("Sogn")
    region.maal = "Sterkere saman"
    region.save()
    region.maal = "Sterkare saman"
    region.save()
    return region


def som_superbruker(sql: str, *verdier: object) -> None:
    """What one who owns the database can do: without the triggers."""
    with connection.cursor() as peker:
        peker.execute("SET LOCAL session_replication_role = replica")
        peker.execute(sql, verdier)
        peker.execute("SET LOCAL session_replication_role = origin")


def test_an_untouched_log_is_whole(region):
    ut = StringIO()
    call_command("verifiser_historikk", tabeller=True, stdout=ut)
    assert "Historikken er hel" in ut.getvalue()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE kommuner_hendelse SET etter = jsonb_set(etter, '{maal}', '\"Sterkest\"') WHERE id = %s",
        "UPDATE kommuner_hendelse SET hvem = 'En annen' WHERE id = %s",
        "UPDATE kommuner_hendelse SET tid = tid + interval '1 microsecond' WHERE id = %s",
        "UPDATE kommuner_hendelse SET begrunnelse = 'pynt' WHERE id = %s",
        "UPDATE kommuner_hendelse SET hash = repeat('0', 64) WHERE id = %s",
        "DELETE FROM kommuner_hendelse WHERE id = %s",
    ],
)
def test_one_flipped_byte_is_found_and_the_object_named(region, sql):
    midterste = Hendelse.objects.filter(tabell="kommuner_region", objekt=str(region.pk)).order_by("pk")[1]
    som_superbruker(sql, midterste.pk)
    with pytest.raises(CommandError, match=f"kommuner_region {region.pk} .Sogn."):
        call_command("verifiser_historikk")


def test_a_table_changed_behind_the_log_is_found(region):
    som_superbruker("UPDATE kommuner_region SET maal = 'Noe annet' WHERE id = %s", region.pk)
    assert brudd_i_kjedene() == []
    assert [str(brudd) for brudd in brudd_mot_tabellene()] == [
        f"Tabellen sier noe annet om maal: kommuner_region {region.pk} ()"
    ]


def test_a_cut_tail_shows_in_the_table_and_in_yesterdays_fingerprint(region):
    siste = Hendelse.objects.filter(tabell="kommuner_region", objekt=str(region.pk)).first()
    foer = fingeravtrykk(siste.pk)
    som_superbruker("DELETE FROM kommuner_hendelse WHERE id = %s", siste.pk)
    assert brudd_i_kjedene() == []
    assert len(list(brudd_mot_tabellene())) == 1
    assert fingeravtrykk(siste.pk).sha256 != foer.sha256


def test_rows_that_went_or_came_behind_the_log_are_found(region):
    ny = lag_region("Vestfold")
    som_superbruker("DELETE FROM kommuner_region WHERE id = %s", region.pk)
    som_superbruker("UPDATE kommuner_region SET id = id + 1000 WHERE id = %s", ny.pk)
    assert {str(brudd) for brudd in brudd_mot_tabellene()} == {
        f"Raden er borte: kommuner_region {region.pk} (Sogn)",
        f"Raden er borte: kommuner_region {ny.pk} (Vestfold)",
        f"Loggen vet ikke om raden: kommuner_region {ny.pk + 1000} ()",
    }


def test_a_table_emptied_at_once_leaves_an_event_for_each_row(region):
    with connection.cursor() as peker:
        peker.execute("SET CONSTRAINTS ALL IMMEDIATE")
        peker.execute("TRUNCATE kommuner_region CASCADE")
    (siste, *_eldre) = Hendelse.objects.filter(tabell="kommuner_region", objekt=str(region.pk))
    assert (siste.handling, siste.navn, siste.etter) == ("slettet", "Sogn", None)
    assert siste.foer["maal"] == "Sterkare saman"
    assert brudd_i_kjedene() == []
    assert list(brudd_mot_tabellene()) == []


def test_the_nightly_check_tells_what_is_wrong(region, caplog):
    tasks.verifiser_historikk()
    assert not [linje for linje in caplog.records if linje.levelname == "ERROR"]
    som_superbruker("UPDATE kommuner_hendelse SET hvem = 'En annen' WHERE objekt = %s", str(region.pk))
    tasks.verifiser_historikk()
    assert "historikken er endret: Endret" in caplog.text


def test_what_the_services_write_agrees_with_the_tables():
    lag_avtale(navn="Felles vikarpool")
    assert list(brudd_mot_tabellene()) == []


@pytest.mark.treg
def test_a_hundred_thousand_events_are_checked_in_ten_seconds():
    with connection.cursor() as peker:
        peker.execute(
            "INSERT INTO kommuner_region (slug, navn, maal, kilde)"
            " SELECT 'r' || n, 'Region ' || n, '', '' FROM generate_series(1, 20000) n"
        )
        for runde in range(4):
            peker.execute("UPDATE kommuner_region SET maal = %s WHERE slug LIKE 'r%%'", [f"Mål {runde}"])
    assert Hendelse.objects.count() >= 100_000
    start = time.monotonic()
    assert brudd_i_kjedene() == []
    assert time.monotonic() - start < 10
