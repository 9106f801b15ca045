"""The fingerprint of frozen data: what is stored and must not change is known by the hash of its one spelling."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def kanonisk(data: Mapping[str, Any]) -> bytes:
    """The one way to write ``data``: sorted keys, no spaces, UTF-8."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def sha256(data: Mapping[str, Any]) -> str:
    """The hash in 64 hex digits; equal data, whatever the order of keys, has equal hash."""
    return hashlib.sha256(kanonisk(data)).hexdigest()
