"""Where the documents of the agreements lie: named by their content, never by what somebody called them."""

import contextlib
from pathlib import Path

from django.conf import settings

from kommuner.filer import arkiv


def mappe() -> Path:
    """The folder of all documents."""
    return Path(settings.MEDIA_ROOT) / "dokumenter"


def lagre(innhold: bytes, endelse: str) -> str:
    """Store the file and return its hash."""
    return arkiv.lagre(mappe(), innhold, endelse)


def sti(sha256: str, endelse: str) -> Path:
    """Where the file lies, whether or not it is there."""
    return arkiv.sti(mappe(), sha256, endelse)


def finnes(sha256: str, endelse: str) -> bool:
    """Whether the file is there."""
    return arkiv.finnes(mappe(), sha256, endelse)


def slett(sha256: str, endelse: str) -> None:
    """Remove the file; nothing happens when it is gone already."""
    with contextlib.suppress(FileNotFoundError):
        sti(sha256, endelse).unlink()
