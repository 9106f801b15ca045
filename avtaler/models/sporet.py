"""Which of the register's tables leave a trace of every change; the wall test holds the list complete."""

from kommuner.models import spor, uten_spor

from .avtale import Avtale, Avtalerelasjon, Formaal, Oppgave
from .deloppgave import Deloppgave, Deloppgavedeltakelse
from .deltakelse import Deltakelse
from .dokument import Dokument
from .innlesing import Innlesing
from .organ import Organ, Verv
from .runde import Forslagspunkt, Innspill, Paaminnelse, Punktvedtak, Raadsvedtak, Runde
from .rydding import Funnbehandling, Ryddestatistikk
from .sted import Sted
from .versjon import Avtaleversjon, Bestemmelse

spor(Avtale, navn="navn", avtale="id", region="region")
spor(Avtale.oppgaver.through, navn="oppgave__navn_nb")
spor(Formaal, navn="tekst")
spor(Avtalerelasjon, navn="til_avtale__navn", avtale="fra_avtale")
spor(Deltakelse, navn="part__navn")
spor(Deloppgave, navn="navn")
spor(Deloppgavedeltakelse, navn="part__navn", avtale="deloppgave__avtale")
spor(Sted, navn="navn")
spor(Organ, navn="navn")
spor(Verv, navn="navn", avtale="organ__avtale")
spor(Avtaleversjon, navn="nummer")
spor(Bestemmelse, navn="krav", avtale="versjon__avtale")
spor(Dokument, navn="tittel")
spor(Runde, navn="tittel")
spor(Forslagspunkt, navn="navn", avtale="runde__avtale")
spor(Raadsvedtak, navn="part__navn", avtale="runde__avtale")
spor(Punktvedtak, navn="vedtak__part__navn", avtale="vedtak__runde__avtale")
spor(Innspill, navn="fra_hvem", avtale="runde__avtale")
spor(Paaminnelse, navn="vedtak__part__navn", avtale="vedtak__runde__avtale")
spor(Funnbehandling, navn="kode")

uten_spor(Oppgave, "the taxonomy: ships with the product and is loaded by migrate")
uten_spor(Innlesing, "an upload on its way; what it writes in the register is tracked there")
uten_spor(Ryddestatistikk, "counted by the machine from what is tracked")
