"""Files stored under the hash of their content: the same twice is one file, and half a file is never seen.

The name a person gave a file is never part of a path; it lives in the database and is shown through ``navn``.
"""

import contextlib
import hashlib
import os
import re
import tempfile
from pathlib import Path

_SHA256 = re.compile(r"[0-9a-f]{64}")
_ENDELSE = re.compile(r"[a-z0-9]{1,10}")


def sti(mappe: Path, sha256: str, endelse: str) -> Path:
    """Where the file with this hash lies, whether or not it is there. Raises ValueError for what is not a hash."""
    if not _SHA256.fullmatch(sha256):
        raise ValueError(f"not a SHA-256: {sha256!r}")
    if not _ENDELSE.fullmatch(endelse):
        raise ValueError(f"not an ending: {endelse!r}")
    return mappe / f"{sha256}.{endelse}"


def lagre(mappe: Path, innhold: bytes, endelse: str) -> str:
    """Store the file and return its hash. It is whole on disk before it gets its name."""
    sha256 = hashlib.sha256(innhold).hexdigest()
    if not finnes(mappe, sha256, endelse):
        mappe.mkdir(parents=True, exist_ok=True)
        _skriv(innhold, sti(mappe, sha256, endelse))
    return sha256


def finnes(mappe: Path, sha256: str, endelse: str) -> bool:
    """Whether the file is there."""
    return bool(sha256) and sti(mappe, sha256, endelse).is_file()


def les(mappe: Path, sha256: str, endelse: str) -> bytes:
    """The content. Raises FileNotFoundError, and ValueError for a file that is no longer what its name says."""
    innhold = sti(mappe, sha256, endelse).read_bytes()
    if hashlib.sha256(innhold).hexdigest() != sha256:
        raise ValueError(f"changed on disk: {sha256}")
    return innhold


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
