"""The finished files, named by their own content: the same report twice is one file, and half a file is never seen."""

import contextlib
import hashlib
import os
import re
import tempfile
from pathlib import Path

from django.conf import settings

_SHA256 = re.compile(r"[0-9a-f]{64}")


def sti(sha256: str, endelse: str) -> Path:
    """Where the file with this hash lies, whether or not it is there. Raises ValueError for what is not a hash."""
    if not _SHA256.fullmatch(sha256):
        raise ValueError(f"not a SHA-256: {sha256!r}")
    return Path(settings.MEDIA_ROOT) / "rapporter" / f"{sha256}.{endelse}"


def lagre(innhold: bytes, endelse: str) -> str:
    """Store the file and return its hash. It is whole on disk before it gets its name."""
    sha256 = hashlib.sha256(innhold).hexdigest()
    maal = sti(sha256, endelse)
    if not finnes(sha256, endelse):
        maal.parent.mkdir(parents=True, exist_ok=True)
        _skriv(innhold, maal)
    return sha256


def finnes(sha256: str, endelse: str) -> bool:
    """Whether the file is there."""
    return bool(sha256) and sti(sha256, endelse).is_file()


def _skriv(innhold: bytes, maal: Path) -> None:
    nummer, midlertidig = tempfile.mkstemp(dir=maal.parent, prefix=".skrives-")
    try:
        with os.fdopen(nummer, "wb") as fil:
            fil.write(innhold)
            fil.flush()
            os.fsync(fil.fileno())
        os.replace(midlertidig, maal)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(midlertidig)
        raise
    _fsync_mappe(maal.parent)


def _fsync_mappe(mappe: Path) -> None:
    """The rename itself must survive a power cut too."""
    nummer = os.open(mappe, os.O_RDONLY)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)
