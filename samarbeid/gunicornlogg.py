"""Gunicorn's own logs, of requests and of errors, which do not go by Django's handlers."""

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from gunicorn.glogging import Logger

from samarbeid.logg import ANONYM_ADRESSE, ANONYME, Maskert


class Tilgangslogg(Logger):
    """Every line has its secrets masked, and visits to anonymous notes are no line at all.

    Nor does the line of what a browser asks for next tell that it came from there.
    """

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for haandterer in (*self.error_log.handlers, *self.access_log.handlers):
            gunicorns = haandterer.formatter or logging.Formatter()
            haandterer.setFormatter(Maskert(gunicorns._fmt, gunicorns.datefmt))

    def access(self, resp: Any, req: Any, environ: Mapping[str, Any], request_time: Any) -> None:
        if not ANONYME.match(environ.get("PATH_INFO", "")):
            super().access(resp, req, environ, request_time)

    def atoms(self, *args: Any) -> Mapping[str, Any]:
        return {navn: _uten_spor(verdi) for navn, verdi in super().atoms(*args).items()}


def _uten_spor(verdi: Any) -> Any:
    return "-" if isinstance(verdi, str) and ANONYM_ADRESSE.search(unquote(verdi)) else verdi
