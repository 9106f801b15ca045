"""`manage.py fordel FILE|-`: a split from JSON or YAML to JSON, without a database. Format: docs/fordeling.md."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandParser

from kostnad.domene.feil import Noekkelfeil
from kostnad.domene.fordeling import fordel
from kostnad.domene.frysing import resultat_som_json
from kostnad.domene.ledd import MAALFORMER
from kostnad.domene.lesing import les_oppdrag

FEILKODE = 2


class Command(BaseCommand):
    """Prints the split; an error is one sentence on stderr, exit code 2 and nothing on stdout."""

    help = "Fordeler et beløp etter en nøkkel (JSON eller YAML, se docs/fordeling.md) og skriver resultatet som JSON."
    requires_system_checks: ClassVar[list[str]] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("fil", help="fil med oppdraget, eller - for standard inn")
        parser.add_argument("--maalform", choices=MAALFORMER, default="nb", help="språket i utledningen og i feil")

    def handle(self, *args: Any, fil: str, maalform: str, **options: Any) -> None:
        _skriv_utf8()
        try:
            resultat = resultat_som_json(fordel(les_oppdrag(_les(fil))), maalform)
        except Noekkelfeil as feil:
            self.stderr.write(feil.setning(maalform))
            raise SystemExit(FEILKODE) from None
        self.stdout.write(json.dumps(resultat, ensure_ascii=False, indent=2))


def _les(fil: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if fil == "-" else Path(fil).read_bytes()
    except OSError:
        raise Noekkelfeil("filen_mangler", sti=fil) from None


def _skriv_utf8() -> None:
    """JSON is UTF-8 whatever the locale of the terminal."""
    for stroem in (sys.stdout, sys.stderr):
        if isinstance(stroem, io.TextIOWrapper):
            stroem.reconfigure(encoding="utf-8", errors=stroem.errors)
