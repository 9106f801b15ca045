"""The register's tables, one subject a file."""

from . import sporet as sporet
from .aarshjul import Gjentakelse, Hjulhendelse, Kalenderlenke, Sammendrag
from .avtale import Avtale, Avtalerelasjon, Formaal, Klasse, Kommunerolle, Oppgave, Oppsigelsesregel
from .deloppgave import Deloppgave, Deloppgavedeltakelse
from .deltakelse import Deltakelse, Deltakerrolle
from .dokument import Dokument, Dokumenttype
from .idee import Ide, Idestatus, Innbyggerinnspill, Interesse, Klarhetssvar
from .innlesing import Innlesing, Innlesingsstatus
from .moete import Initiativ, Kunngjoering, Moete, Moetesak, Moetestatus, Tilbakemelding
from .organ import Beslutningsregel, Organ, Organtype, Setetall, Verv
from .prosjekt import (
    Modenhetssvar,
    Prosjekt,
    Prosjektdeltakelse,
    Prosjektklasse,
    Prosjektstatus,
    Prosjektsteg,
    Stegvedtak,
)
from .prosjektoekonomi import Finansiering, Gevinst
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
from .saertrekk import Beslutningsnivaa, Fellessystem, Motiv, Opphav, Saertrekk, Systembruk, Utviklingstema
from .sted import Sted, Stedstype
from .strategi import Frontsak, Handlingsplan, Strategi, Strategipunkt, Tiltak, Tiltaksstatus
from .versjon import Avtaleversjon, Bestemmelse
from .vurdering import (
    Alternativ,
    Alternativkostnad,
    Diskusjonsdokument,
    Konferanse,
    Lapp,
    Lappegruppe,
    Lapperunde,
    Saksforslag,
    Vurdering,
)

__all__ = [
    "Alternativ",
    "Alternativkostnad",
    "Avtale",
    "Avtalerelasjon",
    "Avtaleversjon",
    "Beslutningsnivaa",
    "Beslutningsregel",
    "Bestemmelse",
    "Deloppgave",
    "Deloppgavedeltakelse",
    "Deltakelse",
    "Deltakerrolle",
    "Diskusjonsdokument",
    "Dokument",
    "Dokumenttype",
    "Fellessystem",
    "Finansiering",
    "Formaal",
    "Forslagspunkt",
    "Frontsak",
    "Funnbehandling",
    "Gevinst",
    "Gjentakelse",
    "Handlingsplan",
    "Hjulhendelse",
    "Ide",
    "Idestatus",
    "Initiativ",
    "Innbyggerinnspill",
    "Innlesing",
    "Innlesingsstatus",
    "Innspill",
    "Interesse",
    "Kalenderlenke",
    "Klarhetssvar",
    "Klasse",
    "Kommunerolle",
    "Konferanse",
    "Kunngjoering",
    "Lapp",
    "Lappegruppe",
    "Lapperunde",
    "Modenhetssvar",
    "Moete",
    "Moetesak",
    "Moetestatus",
    "Motiv",
    "Oppgave",
    "Opphav",
    "Oppsigelsesregel",
    "Organ",
    "Organtype",
    "Paaminnelse",
    "Prosjekt",
    "Prosjektdeltakelse",
    "Prosjektklasse",
    "Prosjektstatus",
    "Prosjektsteg",
    "Punktvedtak",
    "Raadsvedtak",
    "Runde",
    "Rundeslag",
    "Ryddestatistikk",
    "Saertrekk",
    "Saksforslag",
    "Sammendrag",
    "Setetall",
    "Sted",
    "Stedstype",
    "Stegvedtak",
    "Strategi",
    "Strategipunkt",
    "Systembruk",
    "Tilbakemelding",
    "Tiltak",
    "Tiltaksstatus",
    "Utviklingstema",
    "Vedtaksstatus",
    "Verv",
    "Vurdering",
]
