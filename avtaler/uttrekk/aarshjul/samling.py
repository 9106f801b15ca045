"""Every event of a period, from all the places they come from."""

from itertools import chain

from avtaler.domene.aarshjul.hendelse import Hendelse, i_rekkefoelge

from .avtalene import avtalehendelser
from .egne import egne_hendelser, ryddefrister
from .lov import lovhendelser
from .moeter import moetehendelser, vervhendelser
from .prosjekter import prosjekthendelser
from .saker import sakshendelser
from .strategien import strategihendelser
from .utsnitt import Utsnitt

#: Each gives the events of its kind in the period; what falls outside is sifted out here.
KILDER = (
    lovhendelser, avtalehendelser, sakshendelser, moetehendelser, vervhendelser, prosjekthendelser, strategihendelser,
    egne_hendelser, ryddefrister,
)  # fmt: skip


def hendelser(utsnitt: Utsnitt) -> tuple[Hendelse, ...]:
    """The events of the period by date. A fixed number of queries, whatever there is of events."""
    alle = chain.from_iterable(kilde(utsnitt) for kilde in KILDER)
    return i_rekkefoelge(h for h in alle if h.i_perioden(utsnitt.fra, utsnitt.til))
