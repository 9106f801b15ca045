"""Which of the register's tables leave a trace of every change; the wall test holds the list complete."""

from django.utils.translation import gettext_lazy as _

from avtaler.regler import les_regelverk
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


def kravnavn(kode: str, maalform: str) -> str:
    """The statutory item a code stands for, in a few words; the code itself when the rules no longer have it."""
    utgaver = les_regelverk().krav_med_kode(kode)
    return utgaver[-1].tittel.paa(maalform) if utgaver else kode


spor(Avtale, slag=_("avtale"), navn="navn", avtale="id", region="region")
spor(Avtale.oppgaver.through, slag=_("oppgave"), navn="oppgave__navn_nb")
spor(Formaal, slag=_("formål"), navn="tekst")
spor(Avtalerelasjon, slag=_("forhold til annen avtale"), navn="til_avtale__navn", avtale="fra_avtale")
spor(Deltakelse, slag=_("deltaker"), navn="part__navn")
spor(Deloppgave, slag=_("deloppgave"), navn="navn")
spor(Deloppgavedeltakelse, slag=_("deltaker i deloppgave"), navn="part__navn", avtale="deloppgave__avtale")
spor(Sted, slag=_("sted"), navn="navn")
spor(Organ, slag=_("organ"), navn="navn")
spor(Verv, slag=_("verv"), navn="navn", avtale="organ__avtale")
spor(Avtaleversjon, slag=_("versjon av avtaleteksten"), navn="nummer")
spor(Bestemmelse, slag=_("bestemmelse"), navn="krav", avtale="versjon__avtale", i_ord={"krav": kravnavn})
spor(Dokument, slag=_("dokument"), navn="tittel")
spor(Runde, slag=_("sak"), navn="tittel")
spor(Forslagspunkt, slag=_("punkt i forslaget"), navn="navn", avtale="runde__avtale", i_ord={"krav": kravnavn})
spor(Raadsvedtak, slag=_("svar fra rådet"), navn="part__navn", avtale="runde__avtale")
spor(Punktvedtak, slag=_("vedtak i ett punkt"), navn="vedtak__part__navn", avtale="vedtak__runde__avtale")
spor(Innspill, slag=_("innspill"), navn="fra_hvem", avtale="runde__avtale")
spor(Paaminnelse, slag=_("påminnelse"), navn="vedtak__part__navn", avtale="vedtak__runde__avtale")
spor(Funnbehandling, slag=_("funn i ryddelista"), navn="kode")

uten_spor(Oppgave, "the taxonomy: ships with the product and is loaded by migrate")
uten_spor(Innlesing, "an upload on its way; what it writes in the register is tracked there")
uten_spor(Ryddestatistikk, "counted by the machine from what is tracked")
