"""Which of the register's tables leave a trace of every change; the wall test holds the list complete."""

from django.utils.translation import gettext_lazy as _

from avtaler.regler import les_regelverk
from kommuner.models import spor, uten_spor
from kommuner.models.sporing import ELLER

from .aarshjul import Hjulhendelse, Kalenderlenke, Sammendrag
from .avtale import Avtale, Avtalerelasjon, Formaal, Oppgave
from .deloppgave import Deloppgave, Deloppgavedeltakelse
from .deltakelse import Deltakelse
from .dokument import Dokument
from .idee import Ide, Innbyggerinnspill, Interesse, Klarhetssvar
from .innlesing import Innlesing
from .moete import Initiativ, Kunngjoering, Moete, Moetesak, Tilbakemelding
from .organ import Organ, Setetall, Verv
from .prosjekt import Modenhetssvar, Prosjekt, Prosjektdeltakelse, Prosjektsteg, Stegvedtak
from .prosjektoekonomi import Finansiering, Gevinst
from .runde import Forslagspunkt, Innspill, Paaminnelse, Punktvedtak, Raadsvedtak, Runde
from .rydding import Funnbehandling, Ryddestatistikk
from .saertrekk import Fellessystem, Saertrekk, Systembruk
from .sted import Sted
from .strategi import Frontsak, Handlingsplan, Strategi, Strategipunkt, Tiltak
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

ORGANETS = f"organ__avtale__region{ELLER}organ__region"
MOETETS = f"moete__organ__avtale__region{ELLER}moete__organ__region"
PROSJEKTETS = "prosjekt__region"
GEVINSTENS = f"avtale__region{ELLER}prosjekt__region"
STEGETS = "steg__prosjekt__avtale"
PUNKTETS = "strategipunkt__strategi__region"


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
spor(Organ, slag=_("organ"), navn="navn", region=f"avtale__region{ELLER}region")
spor(Organ.foelger.through, slag=_("avtale organet følger"), navn="avtale__navn")
spor(Setetall, slag=_("seter"), navn="part__navn", avtale="organ__avtale", region=ORGANETS)
spor(Verv, slag=_("verv"), navn="navn", avtale="organ__avtale", region=ORGANETS)
spor(Moete, slag=_("møte"), navn="dato", avtale="organ__avtale", region=ORGANETS)
spor(Moetesak, slag=_("sak i møte"), navn="tittel", avtale="moete__organ__avtale", region=MOETETS)
spor(Tilbakemelding, slag=_("tilbakemelding"), navn="part__navn", avtale="moete__organ__avtale", region=MOETETS)
spor(
    Initiativ,
    slag=_("initiativ"),
    navn="tittel",
    avtale="fra_organ__avtale",
    region=ORGANETS.replace("organ", "fra_organ"),
)
spor(Kunngjoering, slag=_("kunngjøring"), navn="tittel")
spor(Hjulhendelse, slag=_("hendelse i årshjulet"), navn="tittel")
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

spor(Saertrekk, slag=_("særtrekk"), navn="avtale__navn")
spor(Fellessystem, slag=_("felles system"), navn="navn")
spor(Systembruk, slag=_("bruk av felles system"), navn="part__navn", avtale="system__avtale", region="system__region")
spor(Prosjekt, slag=_("prosjekt"), navn="navn", uten=("kostnad_oere",))
spor(Prosjektsteg, slag=_("steg i prosjekt"), navn="nummer", avtale="prosjekt__avtale", region="prosjekt__region")
spor(Stegvedtak, slag=_("svar fra rådet"), navn="part__navn", avtale=STEGETS, region="steg__prosjekt__region")
spor(
    Prosjektdeltakelse,
    slag=_("deltaker i prosjekt"),
    navn="part__navn",
    avtale="prosjekt__avtale",
    region=PROSJEKTETS,
    uten=("til_foer_nei",),
)
spor(Modenhetssvar, slag=_("modenhet"), navn="kode", avtale="prosjekt__avtale", region=PROSJEKTETS)
spor(Finansiering, slag=_("finansiering"), navn="navn", avtale="prosjekt__avtale", region=PROSJEKTETS, oekonomi=True)
spor(Gevinst, slag=_("gevinst"), navn="navn", avtale=f"avtale{ELLER}prosjekt__avtale", region=GEVINSTENS, oekonomi=True)
spor(Ide, slag=_("idé"), navn="tittel")
spor(Ide.oensket.through, slag=_("ønsket deltaker"), navn="part__navn", region="ide__region")
spor(Interesse, slag=_("interesse"), navn="part__navn", region="ide__region")
spor(Klarhetssvar, slag=_("klarhet"), navn="kode", region="ide__region")
spor(Konferanse, slag=_("konferanse"), navn="tittel")
spor(Lapperunde, slag=_("lapperunde"), navn="tittel", uten=("avtrykk",))
spor(Lappegruppe, slag=_("tema på lapper"), navn="navn", region="lapperunde__region")
spor(Vurdering, slag=_("vurdering"), navn="part__navn")
# Drafts of the region: whoever reads the history of an agreement is not to read them there.
spor(Saksforslag, slag=_("saksforslag"), navn="tittel", avtale="", region="konferanse__region")
spor(Diskusjonsdokument, slag=_("diskusjonsdokument"), navn="tittel", avtale="")
spor(Alternativ, slag=_("alternativ"), navn="navn", region="dokument__region")
spor(
    Alternativkostnad,
    slag=_("kostnad i alternativ"),
    navn="part__navn",
    region="alternativ__dokument__region",
    oekonomi=True,
)
spor(Strategi, slag=_("strategi"), navn="tittel")
spor(Strategipunkt, slag=_("punkt i strategien"), navn="tekst", region="strategi__region")
spor(Strategipunkt.avtaler.through, slag=_("avtale i strategien"), navn="avtale__navn", region=PUNKTETS)
spor(Strategipunkt.prosjekter.through, slag=_("prosjekt i strategien"), navn="prosjekt__navn", region=PUNKTETS)
spor(Tiltak, slag=_("tiltak"), navn="tittel", region="strategi__region")
spor(Frontsak, slag=_("frontsak"), navn="tittel")
spor(Handlingsplan, slag=_("handlingsplan"), navn="aar", region="strategi__region", avtale="strategi__avtale")

uten_spor(Lapp, "anonymous: who wrote a note, and when, must be known nowhere")
uten_spor(Innbyggerinnspill, "an inhabitant's own words: no trace of who or when beyond the day")
uten_spor(Kalenderlenke, "a person's own link to a calendar; nothing of the register is in it")
uten_spor(Sammendrag, "a person's own choice of e-mail")
uten_spor(Oppgave, "the taxonomy: ships with the product and is loaded by migrate")
uten_spor(Innlesing, "an upload on its way; what it writes in the register is tracked there")
uten_spor(Ryddestatistikk, "counted by the machine from what is tracked")
