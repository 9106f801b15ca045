"""The child process: it limits itself, reads one hostile file from its input, tells what it found, and is gone.

Run as ``python -m kommuner.filer.barn tabell <arguments in JSON>``. It answers in lines of JSON. Before the file is
read it gives up memory, processor time, writing, and every further file or socket, so that a hole in a library leads
nowhere. It knows no Django: it has no settings, no secrets and no database to reach.
"""

import base64
import codecs
import json
import os
import resource
import sys
from collections.abc import Callable
from typing import Any

from kommuner.filer.avvisning import Filavvist

MINNE = {"tabell": 512 * 1024 * 1024, "vedlegg": 1024 * 1024 * 1024}
# Input, output and errors are open already; nothing more can be. Only qpdf, to read an encrypted PDF, asks the system
# for random numbers through a file, one at a time.
AAPNE_FILER = {"tabell": 3, "vedlegg": 4}
CPU_SEKUNDER = 20
# The exit code of a child that met its limit.
TOM_FOR_MINNE = 77
_TEGNSETT = ("ascii", "latin-1", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp437", "charmap")


def main(argumenter: list[str]) -> int:
    """Do one task and answer; a refusal is an answer, anything else ends the process with an error."""
    oppgave, valg = argumenter
    utfoer = _OPPGAVER[oppgave](*json.loads(valg))
    # Loaded now, like all modules: after the limits are set nothing can be.
    for tegnsett in _TEGNSETT:
        codecs.lookup(tegnsett)
    innhold = sys.stdin.buffer.read()
    _begrens(oppgave)
    try:
        utfoer(innhold)
        sys.stdout.flush()
    except Filavvist as avvist:
        _svar({"avvist": avvist.grunn, "verdier": avvist.verdier})
    except MemoryError:
        # At once: to put words together takes memory.
        os._exit(TOM_FOR_MINNE)
    return 0


def _begrens(oppgave: str) -> None:
    for grense, verdi in (
        (resource.RLIMIT_AS, MINNE[oppgave]),
        (resource.RLIMIT_CPU, CPU_SEKUNDER),
        # Room for one traceback.
        (resource.RLIMIT_FSIZE, 64 * 1024),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, AAPNE_FILER[oppgave]),
    ):
        resource.setrlimit(grense, (verdi, verdi))


def _svar(melding: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(melding) + "\n")


def _meld_framdrift(antall: int) -> None:
    _svar({"lest": antall})
    sys.stdout.flush()


def _tabell(filnavn: str, ark: str | None = None) -> Callable[[bytes], None]:
    # Loaded now: after the limits are set no module can be.
    for tegnsett in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp437", "latin-1"):
        codecs.lookup(tegnsett)
    from kommuner.filer.regneark import les_xlsx
    from kommuner.filer.tekstfil import les_csv
    from kommuner.filer.vakt import Tabellformat, sjekk_tabell

    def les(innhold: bytes) -> None:
        if sjekk_tabell(innhold, filnavn) is Tabellformat.CSV:
            liste = les_csv(innhold, _meld_framdrift)
            _svar({"format": "csv", "tegnsett": liste.tegnsett, "skilletegn": liste.skilletegn})
            _svar_rader(liste.rader)
        else:
            bok = les_xlsx(innhold, ark, _meld_framdrift)
            _svar({"format": "xlsx", "ark": bok.ark, "valgt": bok.valgt.navn, "brede": bok.valgt.brede})
            _svar_rader(bok.valgt.rader)

    return les


def _svar_rader(rader: dict[int, dict[int, str]]) -> None:
    for nummer, celler in rader.items():
        _svar({"rad": nummer, "celler": celler})
    _svar({"ferdig": len(rader)})


def _vedlegg() -> Callable[[bytes], None]:
    # The last two are what Pillow would otherwise look for when it meets a telephone's picture.
    from PIL import Image, MpoImagePlugin, TiffImagePlugin  # noqa: F401

    from kommuner.filer.vedleggsvakt import sjekk_vedlegg

    Image.preinit()

    def sjekk(innhold: bytes) -> None:
        slag, tegnet = sjekk_vedlegg(innhold)
        _svar({"slag": slag, "tegnet": base64.b64encode(tegnet).decode() if tegnet is not None else None})
        _svar({"ferdig": 1})

    return sjekk


_OPPGAVER: dict[str, Callable[..., Callable[[bytes], None]]] = {"tabell": _tabell, "vedlegg": _vedlegg}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
