"""What people type about agreements, read as Norwegians mean it; the rules themselves are in the services."""

from .avslutning import Sluttskjema
from .avtaleskjema import Avtaleskjema
from .deltakerskjema import Deltakerskjema
from .forskjell import Forskjell
from .registerfilter import Registerfilter
from .rundefilter import Rundefilterskjema
from .rundeskjema import Punktskjemasett, Rundeskjema
from .vedtaksskjema import Forbehandlingsskjema, Innspillskjema, Meldingsskjema, Svarskjema, Vedtaksskjema

__all__ = [
    "Avtaleskjema",
    "Deltakerskjema",
    "Forbehandlingsskjema",
    "Forskjell",
    "Innspillskjema",
    "Meldingsskjema",
    "Punktskjemasett",
    "Registerfilter",
    "Rundefilterskjema",
    "Rundeskjema",
    "Sluttskjema",
    "Svarskjema",
    "Vedtaksskjema",
]
