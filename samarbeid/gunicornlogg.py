"""Gunicorn's own logs, of requests and of errors, which do not go by Django's handlers."""

import logging
import re
from collections.abc import Mapping
from typing import Any

from gunicorn.glogging import Logger

from samarbeid.logg import Maskert

#: Where people write what nobody is to trace: not even that somebody was here, from where and when, is logged.
ANONYME = re.compile(r"^/(lapp/|lapperunder/\d+/skriv/)")


class Tilgangslogg(Logger):
    """Every line has its secrets masked, and visits to anonymous notes are no line at all."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for haandterer in (*self.error_log.handlers, *self.access_log.handlers):
            gunicorns = haandterer.formatter or logging.Formatter()
            haandterer.setFormatter(Maskert(gunicorns._fmt, gunicorns.datefmt))

    def access(self, resp: Any, req: Any, environ: Mapping[str, Any], request_time: Any) -> None:
        if not ANONYME.match(environ.get("PATH_INFO", "")):
            super().access(resp, req, environ, request_time)
