"""The register's tables, one subject a file."""

from . import sporet as sporet
from .avtale import Avtale, Avtalerelasjon, Formaal, Klasse, Kommunerolle, Oppgave, Oppsigelsesregel
from .deloppgave import Deloppgave, Deloppgavedeltakelse
from .deltakelse import Deltakelse, Deltakerrolle
from .dokument import Dokument, Dokumenttype
from .innlesing import Innlesing, Innlesingsstatus
from .organ import Organ, Organtype, Verv
from .runde import (
    Forslagspunkt,
    Innspill,
    Paaminnelse,
    Punktvedtak,
    Raadsvedtak,
    Runde,
    Rundeslag,
    Vedtaksstatus,
)
from .rydding import Funnbehandling, Ryddestatistikk
from .sted import Sted, Stedstype
from .versjon import Avtaleversjon, Bestemmelse

__all__ = [
    "Avtale",
    "Avtalerelasjon",
    "Avtaleversjon",
    "Bestemmelse",
    "Deloppgave",
    "Deloppgavedeltakelse",
    "Deltakelse",
    "Deltakerrolle",
    "Dokument",
    "Dokumenttype",
    "Formaal",
    "Forslagspunkt",
    "Funnbehandling",
    "Innlesing",
    "Innlesingsstatus",
    "Innspill",
    "Klasse",
    "Kommunerolle",
    "Oppgave",
    "Oppsigelsesregel",
    "Organ",
    "Organtype",
    "Paaminnelse",
    "Punktvedtak",
    "Raadsvedtak",
    "Runde",
    "Rundeslag",
    "Ryddestatistikk",
    "Sted",
    "Stedstype",
    "Vedtaksstatus",
    "Verv",
]
