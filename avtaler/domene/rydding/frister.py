"""The deadlines of the clean-up list: what a year is, and how long things may lie before somebody is asked."""

from calendar import isleap
from datetime import date, timedelta

#: Whoever keeps the data confirms it once a year (needs 0.12).
BEKREFTES_HVERT_AAR = 1
#: A cooperation where nothing has happened for a council's whole term is resting (needs 0.6).
HVILER_ETTER_AAR = 4
#: An agreement that ends must be spoken of in time: councils need half a year for a round (law.md § 4 «practice»).
VARSEL_FOER_SLUTT = timedelta(days=183)
#: How long an ended agreement that nobody followed up stays on the list.
SLUTT_FOELGES_OPP = timedelta(days=365)


def om_aar(dag: date, antall: int) -> date:
    """The same day ``antall`` years on; 29 February becomes 28 in a common year."""
    aar = dag.year + antall
    skuddag = (dag.month, dag.day) == (2, 29)
    return dag.replace(year=aar, day=28 if skuddag and not isleap(aar) else dag.day)
