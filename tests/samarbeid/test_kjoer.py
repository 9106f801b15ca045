"""make run's keeper of processes: a free port, and a child that is started again."""

import os
import signal
import socket
import sys
from pathlib import Path

import pytest

from samarbeid import kjoer
from samarbeid.tjenere import prosess


def test_taken_port_gives_the_next() -> None:
    with socket.socket() as opptatt:
        opptatt.bind((kjoer.VERT, 0))
        opptatt.listen()
        port = opptatt.getsockname()[1]
        assert kjoer.ledig_port(port) > port


def test_child_that_died_is_started_again_with_its_own_children_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(kjoer, "PAUSE_FOER_NY_START", 0.0)
    # The child writes its own child's number and waits.
    kommando = ["sh", "-c", f"sleep 100 & echo $! > {tmp_path}/barn; wait"]
    barn = kjoer.Barn("Arbeideren", kommando, dict(os.environ))
    barn.start()
    assert prosess.vent(lambda: (tmp_path / "barn").exists() and (tmp_path / "barn").read_text() != "", 10)
    barnebarn = int((tmp_path / "barn").read_text())
    foerste = barn.prosess
    assert foerste is not None
    os.kill(foerste.pid, signal.SIGKILL)
    foerste.wait()
    barn.pass_paa()
    assert barn.prosess is not foerste
    assert prosess.vent(lambda: not _kjoerer(barnebarn), 10)
    assert "Arbeideren stoppet" in capsys.readouterr().out
    barn.be_om_stopp()
    barn.stopp(frist=0)


def _kjoerer(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_the_product_is_a_web_server_a_worker_and_a_clock() -> None:
    barn = kjoer.lag_barn(8123, {})
    assert [ett.navn for ett in barn] == ["Nettjeneren", "Arbeideren", "Klokken"]
    assert "127.0.0.1:8123" in barn[0].kommando
    assert all(ett.kommando[0] == sys.executable for ett in barn)
