"""Names people gave their files, made safe to show and to send. Never part of a path: see ``arkiv``. Pure."""

import re
import unicodedata
from urllib.parse import quote

LENGST_TEGN = 120
# What a name may take on disk where it lands, in UTF-8.
_LENGST_BYTES = 200
_UTEN_NAVN = "fil"
_IKKE_TILLATT = re.compile(r'[<>:"|?*%]')
# Windows takes these for devices, with or without an ending.
_RESERVERT = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³]|(?:conin|conout|clock)\$)\s*(?:\.|$)", re.IGNORECASE)
_ENDELSE = re.compile(r"\.[A-Za-z0-9]{1,10}$")
_TRANSLITTERERT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "ß": "ss", "đ": "d"})
_LIKE_ENDELSER = {"jpeg": "jpg"}


def trygt_navn(raatt: str, *, endelse: str = "") -> str:
    """The name to store and show: the last part of any path, without what could mislead a reader or a file system.

    Direction marks, control characters and reserved names go; length is cut before the ending. With ``endelse`` (of
    the content as the guard found it, without a dot) the name always ends so: «plan.exe» becomes «plan.exe.pdf».
    """
    navn = unicodedata.normalize("NFC", raatt).replace("\\", "/").split("/")[-1]
    navn = "".join(" " if tegn.isspace() else tegn for tegn in navn if tegn.isspace() or tegn.isprintable())
    navn = " ".join(_IKKE_TILLATT.sub("_", navn).split()).strip(". ")
    if _RESERVERT.match(navn):
        navn = f"_{navn}"
    return _kort(navn or _UTEN_NAVN, _endelse(navn, endelse))


def innholdsdisposisjon(navn: str) -> str:
    """The value of Content-Disposition that saves a download under this name (RFC 6266), never showing it in place.

    Old readers take the ascii name, all others the real one.
    """
    trygt = trygt_navn(navn)
    ascii_navn = re.sub(r"[^A-Za-z0-9 ._()\-]", "_", _ascii(trygt)).strip(". ") or _UTEN_NAVN
    return f"attachment; filename=\"{ascii_navn}\"; filename*=UTF-8''{quote(trygt, safe='!#$&+-.^_`|~')}"


def _ascii(navn: str) -> str:
    loest = unicodedata.normalize("NFKD", navn.translate(_TRANSLITTERERT))
    return "".join(tegn for tegn in loest if not unicodedata.combining(tegn))


def _endelse(navn: str, oensket: str) -> str:
    """The ending the name shall have, with its dot; the one it has when that is as good."""
    treff = _ENDELSE.search(navn)
    har = treff[0] if treff else ""
    slag = har[1:].lower()
    return har if not oensket or _LIKE_ENDELSER.get(slag, slag) == oensket else f".{oensket}"


def _kort(navn: str, endelse: str) -> str:
    stamme = navn[: -len(endelse)] if endelse and navn.endswith(endelse) else navn
    stamme = stamme[: LENGST_TEGN - len(endelse)]
    while len((stamme + endelse).encode()) > _LENGST_BYTES:
        stamme = stamme[:-1]
    return (stamme.rstrip(". ") or _UTEN_NAVN) + endelse
