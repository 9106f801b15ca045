"""What people type about agreements, read as Norwegians mean it; the rules themselves are in the services."""

from .avslutning import Sluttskjema
from .avtaleskjema import Avtaleskjema
from .deltakerskjema import Deltakerskjema
from .forskjell import Forskjell
from .registerfilter import Registerfilter
from .rundeskjema import Rundeskjema, Vedtaksskjema

__all__ = [
    "Avtaleskjema",
    "Deltakerskjema",
    "Forskjell",
    "Registerfilter",
    "Rundeskjema",
    "Sluttskjema",
    "Vedtaksskjema",
]
