"""Political cooperation and the running of services are kept apart since the act of 2018: what does not go together.

What is found here is a notice to think about, never a refusal: the law does not forbid a mixed body, but the forms are
made for one half each (Sogn 2019: «Arbeidsdelinga regionråd – vertskommune»).
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from avtaler.domene.hjemmel import Hjemmel
from avtaler.domene.tekst import Tekst

UTVIKLING, TJENESTEYTING = "utvikling", "tjenesteyting"
#: Roles of a municipality that are little or not at all done together (Sogn 2019).
LITE_RELEVANTE = frozenset({"forvaltning", "lokaldemokrati"})
#: Tasks of the taxonomy that are regional development, and those that go with either half.
UTVIKLINGSOPPGAVER = frozenset({"regional-utvikling", "politisk-samarbeid"})
BEGGE_DELER = frozenset({"administrativt-samarbeid", "naering", "naeringsbygg", "plan"})
#: Forms made for one half. Those that are not named take both.
FOR_UTVIKLING = frozenset({"IPR"})
FOR_TJENESTER = frozenset({"KO", "VERT_ADM", "VERT_NEMND", "P28_1992"})

KOML = "https://lovdata.no/lov/2018-06-22-83/§"
HJEMLER = {
    "IPR": Hjemmel("kommuneloven", "koml. § 18-1", f"{KOML}18-1"),
    "KO": Hjemmel("kommuneloven", "koml. § 19-1", f"{KOML}19-1"),
    "VERT_ADM": Hjemmel("kommuneloven", "koml. § 20-1", f"{KOML}20-1"),
    "VERT_NEMND": Hjemmel("kommuneloven", "koml. § 20-1", f"{KOML}20-1"),
}


@dataclass(frozen=True)
class Varsel:
    """Something to think about, with the paragraph it comes from where it is the law's."""

    kode: str
    tekst: Tekst
    hjemmel: Hjemmel | None = None


RAAD_MED_TJENESTER = Tekst(
    nb="Et interkommunalt politisk råd er for saker på tvers av kommunegrensene, ikke for å drive tjenester. "
    "Et kommunalt oppgavefellesskap eller en vertskommune kan drive dem.",
    nn="Eit interkommunalt politisk råd er for saker på tvers av kommunegrensene, ikkje for å drive tenester. "
    "Eit kommunalt oppgåvefellesskap eller ein vertskommune kan drive dei.",
)
TJENESTEFORM_FOR_UTVIKLING = Tekst(
    nb="Formen er laget for å løse oppgaver sammen. Regional utvikling og politisk samarbeid hører hjemme i et "
    "interkommunalt politisk råd.",
    nn="Forma er laga for å løyse oppgåver saman. Regional utvikling og politisk samarbeid høyrer heime i eit "
    "interkommunalt politisk råd.",
)
BLANDET = Tekst(
    nb="Samarbeidet har både regional utvikling og tjenester. Vurder om de bør skilles, slik kommuneloven skiller "
    "politisk råd fra oppgavefellesskap og vertskommune.",
    nn="Samarbeidet har både regional utvikling og tenester. Vurder om dei bør skiljast, slik kommunelova skil "
    "politisk råd frå oppgåvefellesskap og vertskommune.",
)
BARE_LITE_RELEVANTE = Tekst(
    nb="Samarbeidet er bare ført på roller som er lite aktuelle å dele: forvaltning eller lokaldemokrati. "
    "Kontroller at det ikke også er tjenesteyting eller utvikling.",
    nn="Samarbeidet er berre ført på roller som er lite aktuelle å dele: forvaltning eller lokaldemokrati. "
    "Kontroller at det ikkje òg er tenesteyting eller utvikling.",
)


def varsler(*, form: str, klasse: str, roller: Collection[str], oppgaver: Collection[str]) -> tuple[Varsel, ...]:
    """What does not go together in an agreement; ``oppgaver`` are codes of the taxonomy, unknown ones say nothing.

    Codes: raad_med_tjenester, tjenesteform_for_utvikling, blandet, bare_lite_relevante.
    """
    return tuple(_varsler(form, klasse, frozenset(roller), frozenset(oppgaver)))


def er_blandet(*, klasse: str, roller: Collection[str], oppgaver: Collection[str]) -> bool:
    """Whether the cooperation has both halves, judged by what is said of its class, its roles and its tasks."""
    utvikling = UTVIKLING in roller or klasse == UTVIKLING or bool(UTVIKLINGSOPPGAVER.intersection(oppgaver))
    tjenester = TJENESTEYTING in roller or klasse == TJENESTEYTING or bool(_tjenesteoppgaver(oppgaver))
    return utvikling and tjenester


def _tjenesteoppgaver(oppgaver: Collection[str]) -> frozenset[str]:
    return frozenset(oppgaver) - UTVIKLINGSOPPGAVER - BEGGE_DELER


def _varsler(form: str, klasse: str, roller: frozenset[str], oppgaver: frozenset[str]) -> Iterator[Varsel]:
    blandet = er_blandet(klasse=klasse, roller=roller, oppgaver=oppgaver)
    if form in FOR_UTVIKLING and (klasse == TJENESTEYTING or blandet):
        yield Varsel("raad_med_tjenester", RAAD_MED_TJENESTER, HJEMLER.get(form))
    elif form in FOR_TJENESTER and (klasse == UTVIKLING or blandet):
        yield Varsel("tjenesteform_for_utvikling", TJENESTEFORM_FOR_UTVIKLING, HJEMLER.get(form))
    elif blandet:
        yield Varsel("blandet", BLANDET)
    if roller and roller <= LITE_RELEVANTE:
        yield Varsel("bare_lite_relevante", BARE_LITE_RELEVANTE)
