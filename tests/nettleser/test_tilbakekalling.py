"""A4 on the real site: a role that is taken away, and an account that is closed, are gone at the next request."""

from collections.abc import Callable, Iterator

import psycopg
import pytest

from samarbeid.tjenere import database_url

BETALER = "/kommuner/4644/betaler/"
EPOST = "politiker@luster.example"


@pytest.fixture
def utfoer(adresse: str, worker_id: str) -> Iterator[Callable[[str], None]]:
    """What an administrator does behind the site's back, in the site's own database; undone afterwards."""
    url = database_url().replace("/samarbeid?", f"/nettleser_{worker_id}?")
    bruker = f"(SELECT id FROM kommuner_bruker WHERE email = '{EPOST}')"
    with psycopg.connect(url, autocommit=True) as tilkobling:
        yield lambda sql: tilkobling.execute(sql.format(bruker=bruker))
        tilkobling.execute(f"UPDATE kommuner_tilgang SET til = NULL WHERE bruker_id = {bruker}")
        tilkobling.execute(f"UPDATE kommuner_bruker SET is_active = true WHERE email = '{EPOST}'")


def test_role_that_is_taken_away_is_gone_at_the_next_click(ny_leser, utfoer):
    leser = ny_leser().logg_inn(EPOST)
    assert leser.gaa_til(BETALER) == 200
    utfoer("UPDATE kommuner_tilgang SET til = current_date WHERE bruker_id = {bruker}")
    assert leser.gaa_til(BETALER) == 404
    utfoer("UPDATE kommuner_tilgang SET til = NULL WHERE bruker_id = {bruker}")
    assert leser.gaa_til(BETALER) == 200


def test_account_that_is_closed_is_logged_out_and_stays_out(ny_leser, utfoer):
    leser = ny_leser().logg_inn(EPOST)
    assert leser.gaa_til(BETALER) == 200
    utfoer("UPDATE kommuner_bruker SET is_active = false WHERE id = {bruker}")
    leser.gaa_til(BETALER)
    assert "/konto/logg-inn/" in leser.side.url
    utfoer("UPDATE kommuner_bruker SET is_active = true WHERE id = {bruker}")
    leser.gaa_til(BETALER)
    assert "/konto/logg-inn/" in leser.side.url
