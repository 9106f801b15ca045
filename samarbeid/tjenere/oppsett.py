"""Which servers there are, and the addresses settings ask for."""

import os
from pathlib import Path

from samarbeid.tjenere import prosess
from samarbeid.tjenere.postgres import Postgres
from samarbeid.tjenere.steder import ROT, steder
from samarbeid.tjenere.valkey import Valkey

Tjener = Postgres | Valkey


def er_test() -> bool:
    """Whether this is a test run, or a process that a test run started: those get servers of their own."""
    valgt = os.environ.get("SAMARBEID_TEST", "").strip().lower()
    return valgt in {"1", "true", "ja", "on"} if valgt else "PYTEST_VERSION" in os.environ


def database(rot: Path = ROT, *, test: bool | None = None) -> Postgres:
    """The embedded PostgreSQL of the checkout `rot`; started or not."""
    rask = er_test() if test is None else test
    sted = steder(rot, test=rask)
    return Postgres(data=sted.data / "postgres", sokler=sted.sokler, rask=rask)


def redis(rot: Path = ROT, *, test: bool | None = None) -> Valkey:
    """The embedded Valkey of the checkout `rot`; started or not."""
    rask = er_test() if test is None else test
    sted = steder(rot, test=rask)
    return Valkey(data=sted.data / "valkey", sokler=sted.sokler, rask=rask)


def tjenerne(rot: Path = ROT, *, test: bool | None = None) -> tuple[Postgres, Valkey]:
    """Both embedded servers of the checkout `rot`."""
    return database(rot, test=test), redis(rot, test=test)


def soerg_for(tjener: Tjener) -> None:
    """Start `tjener` unless it answers; safe when many processes do it at once. Raises Tjenerfeil."""
    if tjener.svarer():
        return
    with prosess.laas(tjener.data.with_suffix(".laas")):
        if not tjener.svarer():
            tjener.start()


def stopp(tjener: Tjener) -> None:
    """Stop `tjener` if it runs. Raises Tjenerfeil."""
    with prosess.laas(tjener.data.with_suffix(".laas")):
        tjener.stopp()


def database_url() -> str:
    """Django's address of the running embedded PostgreSQL."""
    tjener = database()
    soerg_for(tjener)
    return tjener.url


def redis_url(base: int = 0) -> str:
    """Celery's address of the running embedded Valkey, with database number `base`."""
    tjener = redis()
    soerg_for(tjener)
    return f"redis+socket://{tjener.sokkel}?virtual_host={base}"


def redis_py_url(base: int = 0) -> str:
    """The same server's address as redis-py writes it."""
    tjener = redis()
    soerg_for(tjener)
    return f"unix://{tjener.sokkel}?db={base}"
