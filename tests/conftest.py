"""What every test of pages needs: a client logged in with a role, and for the walls the whole world at once."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from kommuner.models import Bruker
from tests.rekkefoelge import i_rekkefoelge
from tests.verden import Verden, verden_i_databasen


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items[:] = i_rekkefoelge(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """``--dist loadscope`` shares out by our own scopes. Without pytest-xdist nobody asks."""
    if config.getoption("dist") != "loadscope":
        return None
    from tests.utdeling import Fordeler

    return Fordeler(config, log)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Before the test database is dropped, send home whoever a thread of a test has left connected to it."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as peker:
        peker.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture(scope="module")
def verden(django_db_setup, django_db_blocker) -> Iterator[Verden]:
    """The demo data and a reader of every role, for all tests of a module. What a test writes is its own."""
    with django_db_blocker.unblock(), verden_i_databasen() as verdenen:
        yield verdenen


@pytest.fixture
def som(client: Client) -> Callable[[Bruker], Client]:
    """Log the test client in as ``bruker``: ``som(lag_bruker("koordinator", region=region))``."""

    def logg_inn(bruker: Bruker) -> Client:
        client.force_login(bruker)
        return client

    return logg_inn
