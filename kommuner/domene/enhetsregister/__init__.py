"""What Enhetsregisteret says of a unit: read from its JSON (version 2 of the API), as values."""

from .enhet import Adresse, Registerdeltaker, Registerenhet, Registerutdrag
from .feil import Feilgrunn, Registerfeil
from .lesing import les_utdrag
from .navn import penskrevet, samme_navn
from .parttype import parttype_for

__all__ = [
    "Adresse",
    "Feilgrunn",
    "Registerdeltaker",
    "Registerenhet",
    "Registerfeil",
    "Registerutdrag",
    "les_utdrag",
    "parttype_for",
    "penskrevet",
    "samme_navn",
]
