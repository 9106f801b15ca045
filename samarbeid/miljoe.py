"""Typed reading of the environment: one place that knows how a setting is spelt."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def env_bool(navn: str, standard: bool = False) -> bool:
    """True for 1, true, ja and on; anything else is false."""
    return os.environ.get(navn, "1" if standard else "0").strip().lower() in {"1", "true", "ja", "on"}


def env_int(navn: str, standard: int) -> int:
    """A whole number, or a sentence that says which setting is wrong."""
    verdi = os.environ.get(navn, str(standard))
    try:
        return int(verdi)
    except ValueError:
        raise ImproperlyConfigured(f"{navn} must be a whole number, not {verdi!r}.") from None


def env_liste(navn: str, standard: str = "") -> list[str]:
    """Comma-separated values, blanks dropped."""
    return [verdi.strip() for verdi in os.environ.get(navn, standard).split(",") if verdi.strip()]


def env_hemmelig(navn: str, standard: str | None = None) -> str:
    """A secret from ``NAVN`` or from the file that ``NAVN_FILE`` names."""
    if fil := os.environ.get(f"{navn}_FILE"):
        return Path(fil).read_text(encoding="utf-8").strip()
    verdi = os.environ.get(navn, standard)
    if not verdi:
        raise ImproperlyConfigured(f"Set {navn} or {navn}_FILE: production does not start without it.")
    return verdi


def les_database_url(url: str) -> dict[str, Any]:
    """``postgresql://user:password@host:port/name?host=/socket/dir`` as Django's DATABASES entry."""
    deler = urlsplit(url)
    if deler.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must begin with postgresql://: the product needs PostgreSQL.")
    valg = {navn: verdier[0] for navn, verdier in parse_qs(deler.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(deler.path.lstrip("/")),
        "USER": unquote(deler.username or ""),
        "PASSWORD": unquote(deler.password or ""),
        "HOST": valg.pop("host", deler.hostname or ""),
        "PORT": str(deler.port or ""),
        "OPTIONS": valg,
        "CONN_MAX_AGE": env_int("CONN_MAX_AGE", 60),
        "CONN_HEALTH_CHECKS": True,
    }
