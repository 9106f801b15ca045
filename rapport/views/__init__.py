"""What the politician, the secretary and the citizen see, one subject a file."""

from .bestillinger import bestilling, proev_igjen
from .eierskapsmeldinger import eierskapsmelding, eierskapsmeldinger, last_ned_html, last_ned_pdf
from .kommuner import betaler, kommune, kommunedata, kommuner
from .nyfolkevalgt import ny_folkevalgt
from .regioner import region

__all__ = [
    "bestilling",
    "betaler",
    "eierskapsmelding",
    "eierskapsmeldinger",
    "kommune",
    "kommunedata",
    "kommuner",
    "last_ned_html",
    "last_ned_pdf",
    "ny_folkevalgt",
    "proev_igjen",
    "region",
]
