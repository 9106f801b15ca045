"""The register's tables, one subject a file."""

from .avtale import Avtale, Avtalerelasjon, Formaal, Klasse, Oppgave
from .deltakelse import Deltakelse, Deltakerrolle
from .organ import Organ, Organtype, Verv
from .runde import Raadsvedtak, Runde, Rundeslag, Vedtaksstatus
from .versjon import Avtaleversjon, Bestemmelse

__all__ = [
    "Avtale",
    "Avtalerelasjon",
    "Avtaleversjon",
    "Bestemmelse",
    "Deltakelse",
    "Deltakerrolle",
    "Formaal",
    "Klasse",
    "Oppgave",
    "Organ",
    "Organtype",
    "Raadsvedtak",
    "Runde",
    "Rundeslag",
    "Vedtaksstatus",
    "Verv",
]
