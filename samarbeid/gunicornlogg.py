"""Gunicorn's own log of requests, which does not go by Django's handlers."""

from collections.abc import Mapping
from typing import Any

from gunicorn.glogging import Logger

from samarbeid.logg import masker


class Tilgangslogg(Logger):
    """Every part of the line has its secrets masked."""

    def atoms(self, *args: Any) -> Mapping[str, Any]:
        atomene = super().atoms(*args)
        return {navn: masker(verdi) if isinstance(verdi, str) else verdi for navn, verdi in atomene.items()}
