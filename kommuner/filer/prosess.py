"""Starts the child process that reads a hostile file, and turns its end, whatever it was, into an answer or refusal."""

import contextlib
import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import IO, Any

from kommuner.filer.avvisning import Filavvist, Grunn
from kommuner.filer.barn import TOM_FOR_MINNE

_ROT = Path(__file__).resolve().parents[2]
# Longer than the child may compute; for one that waits instead.
_LENGST_SEKUNDER = 30
_KREVENDE = {-signal.SIGKILL, -signal.SIGXCPU, TOM_FOR_MINNE}

logg = logging.getLogger(__name__)


def spoer_barn(oppgave: str, *argumenter: str | None, innhold: bytes) -> Iterator[dict[str, Any]]:
    """The child's answers, one by one. Whoever stops asking stops the child.

    Raises Filavvist with the child's own reason, FOR_KREVENDE when it met a limit, and IKKE_LEST when it fell.
    """
    with tempfile.TemporaryFile() as inn, tempfile.TemporaryFile() as feil:
        inn.write(innhold)
        inn.seek(0)
        with _barn([oppgave, json.dumps(argumenter)], inn, feil) as prosess:
            ferdig = yield from _svar(prosess)
            if not ferdig:
                raise _uten_svar(prosess.wait(), feil)


@contextlib.contextmanager
def _barn(argumenter: list[str], inn: IO[bytes], feil: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    kommando = [sys.executable, "-s", "-W", "ignore", "-m", "kommuner.filer.barn", *argumenter]
    prosess = subprocess.Popen(
        kommando, stdin=inn, stdout=subprocess.PIPE, stderr=feil, cwd=_ROT, env=_miljoe(), start_new_session=True
    )
    vekker = threading.Timer(_LENGST_SEKUNDER, prosess.kill)
    vekker.daemon = True
    vekker.start()
    try:
        yield prosess
    finally:
        vekker.cancel()
        prosess.kill()
        prosess.wait()
        if prosess.stdout:
            prosess.stdout.close()


def _miljoe() -> dict[str, str]:
    """Nothing of ours: no address of a database and no secret goes down to where hostile files are read."""
    arvet = {navn: os.environ[navn] for navn in ("PATH", "LD_LIBRARY_PATH") if navn in os.environ}
    return arvet | {"LANG": "C.UTF-8", "PYTHONUTF8": "1", "OPENPYXL_LXML": "False", "PYTHONDONTWRITEBYTECODE": "1"}


def _svar(prosess: subprocess.Popen[bytes]) -> Generator[dict[str, Any], None, bool]:
    """Hand on the answers; true when the child said it was done."""
    assert prosess.stdout
    for linje in prosess.stdout:
        try:
            melding = json.loads(linje)
        except ValueError:
            # It was stopped in the middle of a word.
            return False
        if "avvist" in melding:
            raise Filavvist(Grunn(melding["avvist"]), **melding["verdier"])
        yield melding
        if "ferdig" in melding:
            return True
    return False


def _uten_svar(kode: int, feil: IO[bytes]) -> Filavvist:
    feil.seek(0)
    logg.warning("The reading of a file ended with %s: %s", kode, feil.read()[-2000:].decode(errors="replace"))
    return Filavvist(Grunn.FOR_KREVENDE if kode in _KREVENDE else Grunn.IKKE_LEST)
