"""Reads for whole pages: a fixed number of queries whatever the number of rows, and dataclasses out.

Every function takes the date; none asks the clock. What the reader may see is decided before (``for_user``), except
where one agreement points at another: there ``innsyn`` comes in as well.
"""

from .avtalehode import Avtalehode, avtalehode
from .deltakelser import Deltakerrad, deltakelser_for, deltakere_paa
from .deltakerside import Deltakerside, deltakerside
from .grunnlag import avtalegrunnlag, grunnlag_for
from .lovkravside import Kravrad, Lovkravside, lovkravside
from .omside import Omside, omside
from .parter import finn_part, partvalg
from .register import Filter, Registerrad, Registerside, filtervalg, registerside
from .rundetavle import Rundetavle, Vedtaksrad, rundetavle, rundetavler

__all__ = [
    "Avtalehode",
    "Deltakerrad",
    "Deltakerside",
    "Filter",
    "Kravrad",
    "Lovkravside",
    "Omside",
    "Registerrad",
    "Registerside",
    "Rundetavle",
    "Vedtaksrad",
    "avtalegrunnlag",
    "avtalehode",
    "deltakelser_for",
    "deltakere_paa",
    "deltakerside",
    "filtervalg",
    "finn_part",
    "grunnlag_for",
    "lovkravside",
    "omside",
    "partvalg",
    "registerside",
    "rundetavle",
    "rundetavler",
]
