"""The embedded servers, really started: on demand, once, and again after whatever killed them."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import psycopg
import pytest
import redis

from samarbeid.tjenere import Tjenerfeil, oppsett, prosess
from samarbeid.tjenere.postgres import Postgres
from samarbeid.tjenere.programmer import velg_postgres
from samarbeid.tjenere.steder import LENGSTE_SOKKELSTI, ROT, lag_privat_mappe, steder
from samarbeid.tjenere.valkey import Valkey

Tjener = TypeVar("Tjener", Postgres, Valkey)


@pytest.fixture(scope="module")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    with _stoppet_etterpaa(oppsett.database(tmp_path_factory.mktemp("pg"), test=True)) as tjener:
        oppsett.soerg_for(tjener)
        yield tjener


@pytest.fixture
def valkey(tmp_path: Path) -> Iterator[Valkey]:
    with _stoppet_etterpaa(oppsett.redis(tmp_path, test=False)) as tjener:
        oppsett.soerg_for(tjener)
        yield tjener


@contextlib.contextmanager
def _stoppet_etterpaa(tjener: Tjener) -> Iterator[Tjener]:
    try:
        yield tjener
    finally:
        oppsett.stopp(tjener)


def _svar(tjener: Postgres, sporring: str) -> object:
    with psycopg.connect(tjener.url, autocommit=True) as linje:
        rad = linje.execute(sporring).fetchone()
        return rad[0] if rad else None


def _hovedprosess(tjener: Postgres) -> int:
    return int((tjener.data / "postmaster.pid").read_text().split()[0])


def test_postgres_answers_at_its_address(postgres: Postgres) -> None:
    assert _svar(postgres, "SELECT current_database() || '/' || current_user") == "samarbeid/samarbeid"


def test_postgres_has_what_the_migrations_need(postgres: Postgres) -> None:
    with psycopg.connect(postgres.url, autocommit=True) as linje:
        for utvidelse in ("btree_gist", "pg_trgm", "unaccent"):
            linje.execute(f"CREATE EXTENSION IF NOT EXISTS {utvidelse}")
    assert _svar(postgres, "SELECT lower('ÆØÅ')") == "æøå"


def test_postgres_listens_on_no_network(postgres: Postgres) -> None:
    assert _svar(postgres, "SELECT current_setting('listen_addresses')") == ""
    assert postgres.sokler.stat().st_mode & 0o077 == 0


def test_start_by_many_processes_gives_one_server(postgres: Postgres) -> None:
    oppsett.stopp(postgres)
    kode = (
        "import sys; from pathlib import Path; from samarbeid.tjenere import oppsett;"
        "oppsett.soerg_for(oppsett.database(Path(sys.argv[1]), test=True))"
    )
    rot = postgres.data.parents[2]
    startere = [subprocess.Popen([sys.executable, "-c", kode, str(rot)], cwd=ROT) for _ in range(5)]
    assert [starter.wait(60) for starter in startere] == [0] * 5
    eier = _hovedprosess(postgres)
    assert [pid for pid in prosess.i_mappe(postgres.data, "postgres") if _forelder(pid) != eier] == [eier]


def _forelder(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])


def test_killed_postgres_starts_again_with_its_data(tmp_path: Path) -> None:
    with _stoppet_etterpaa(oppsett.database(tmp_path, test=False)) as tjener:
        oppsett.soerg_for(tjener)
        with psycopg.connect(tjener.url, autocommit=True) as linje:
            linje.execute("CREATE TABLE merke AS SELECT 'står' AS ord")
        os.kill(_hovedprosess(tjener), signal.SIGKILL)
        oppsett.soerg_for(tjener)
        assert _svar(tjener, "SELECT ord FROM merke") == "står"


def test_pid_file_naming_another_process_does_not_stop_a_start(postgres: Postgres) -> None:
    oppsett.stopp(postgres)
    for spor in (postgres.data / "postmaster.pid", postgres.sokler / ".s.PGSQL.5432.lock"):
        spor.write_text(f"{os.getpid()}\n{postgres.data}\n1\n5432\n{postgres.sokler}\n\n  1 1\n")
    oppsett.soerg_for(postgres)
    assert postgres.svarer()


def test_interrupted_making_of_the_database_is_made_anew(tmp_path: Path) -> None:
    with _stoppet_etterpaa(oppsett.database(tmp_path, test=True)) as tjener:
        halv = tjener.data.with_suffix(".ny")
        halv.mkdir()
        (halv / "PG_VERSION").write_text("18\n")
        oppsett.soerg_for(tjener)
        assert _svar(tjener, "SELECT 1") == 1


def test_root_without_user_namespaces_becomes_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prosess.shutil, "which", lambda navn: None)
    with _stoppet_etterpaa(oppsett.database(tmp_path, test=True)) as tjener:
        oppsett.soerg_for(tjener)
        eier = Path(f"/proc/{_hovedprosess(tjener)}").stat().st_uid
    assert eier == (prosess.NABO if os.geteuid() == 0 else os.geteuid())


def test_killed_valkey_starts_again_with_its_queue(valkey: Valkey) -> None:
    with redis.Redis(unix_socket_path=str(valkey.sokkel)) as linje:
        linje.rpush("celery", "oppgave")
    (pid,) = prosess.i_mappe(valkey.data, "valkey")
    os.kill(pid, signal.SIGKILL)
    oppsett.soerg_for(valkey)
    with redis.Redis(unix_socket_path=str(valkey.sokkel)) as linje:
        assert linje.lrange("celery", 0, -1) == [b"oppgave"]


def test_stopp_leaves_no_process_and_may_be_repeated(valkey: Valkey) -> None:
    oppsett.stopp(valkey)
    oppsett.stopp(valkey)
    assert not prosess.i_mappe(valkey.data, "valkey")


def test_test_runs_have_servers_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAMARBEID_TEST", raising=False)
    assert oppsett.er_test()
    monkeypatch.setenv("SAMARBEID_TEST", "0")
    assert not oppsett.er_test()
    assert oppsett.database(test=True).data != oppsett.database(test=False).data


@pytest.mark.parametrize("navn", ["a" * LENGSTE_SOKKELSTI, "med mellomrom", "blåbær"])
def test_sockets_move_when_the_path_would_not_do(tmp_path: Path, navn: str) -> None:
    sokler = steder(tmp_path / navn).sokler
    assert sokler.parent == Path("/tmp")
    assert sokler == steder(tmp_path / navn).sokler
    assert sokler.stat().st_mode & 0o077 == 0
    sokler.rmdir()


def test_folder_that_is_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "s").symlink_to(tmp_path)
    with pytest.raises(Tjenerfeil, match="tilhører en annen bruker"):
        lag_privat_mappe(tmp_path / "s")


def _fest_postgres(mappe: Path, versjon: str) -> Path:
    mappe.mkdir(parents=True)
    for navn in ("postgres", "initdb"):
        (mappe / navn).write_text(f'#!/bin/sh\necho "postgres (PostgreSQL) {versjon}"\n')
        (mappe / navn).chmod(0o755)
    return mappe


def test_existing_data_keeps_its_major_version(tmp_path: Path) -> None:
    ny, gammel = _fest_postgres(tmp_path / "18", "18.6"), _fest_postgres(tmp_path / "15", "15.18 (Debian)")
    data = tmp_path / "data"
    assert velg_postgres([ny, gammel], data) == (ny, 18)
    data.mkdir()
    (data / "PG_VERSION").write_text("15\n")
    assert velg_postgres([ny, gammel], data) == (gammel, 15)


def test_no_usable_postgres_is_said_in_a_sentence(tmp_path: Path) -> None:
    for_gammel = _fest_postgres(tmp_path / "14", "14.20")
    with pytest.raises(Tjenerfeil, match="Finner ikke PostgreSQL"):
        velg_postgres([for_gammel], tmp_path / "data")
