"""What every test of pages needs: a client logged in with a role."""

from collections.abc import Callable

import pytest
from django.test import Client

from kommuner.models import Bruker


@pytest.fixture
def som(client: Client) -> Callable[[Bruker], Client]:
    """Log the test client in as ``bruker``: ``som(lag_bruker("koordinator", region=region))``."""

    def logg_inn(bruker: Bruker) -> Client:
        client.force_login(bruker)
        return client

    return logg_inn
