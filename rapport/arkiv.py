"""The finished reports, named by their own content: the same report twice is one file."""

from pathlib import Path

from django.conf import settings

from kommuner.filer import arkiv


def sti(sha256: str, endelse: str) -> Path:
    """Where the file with this hash lies, whether or not it is there. Raises ValueError for what is not a hash."""
    return arkiv.sti(_mappe(), sha256, endelse)


def lagre(innhold: bytes, endelse: str) -> str:
    """Store the file and return its hash. It is whole on disk before it gets its name."""
    return arkiv.lagre(_mappe(), innhold, endelse)


def finnes(sha256: str, endelse: str) -> bool:
    """Whether the file is there."""
    return arkiv.finnes(_mappe(), sha256, endelse)


def _mappe() -> Path:
    return Path(settings.MEDIA_ROOT) / "rapporter"
