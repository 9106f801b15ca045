"""Gunicorn's own log of requests, which does not go by Django's handlers."""

import re
from collections.abc import Mapping
from typing import Any

from gunicorn.glogging import Logger

from samarbeid.logg import masker

#: Where people write what nobody is to trace: not even that somebody was here, from where and when, is logged.
ANONYME = re.compile(r"^/(lapp/|lapperunder/\d+/skriv/)")


class Tilgangslogg(Logger):
    """Every part of the line has its secrets masked, and visits to anonymous notes are no line at all."""

    def access(self, resp: Any, req: Any, environ: Mapping[str, Any], request_time: Any) -> None:
        if not ANONYME.match(environ.get("PATH_INFO", "")):
            super().access(resp, req, environ, request_time)

    def atoms(self, *args: Any) -> Mapping[str, Any]:
        atomene = super().atoms(*args)
        return {navn: masker(verdi) if isinstance(verdi, str) else verdi for navn, verdi in atomene.items()}
