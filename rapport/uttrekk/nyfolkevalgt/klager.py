"""What councillors say of cooperation between municipalities, and the page that answers each (needs 4.14)."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Klage:
    """What is said, what we answer, and where to look."""

    sagt: Any
    svar: Any
    lenke: Any
    url: str


#: Said, answered, the link's name, the URL's name, what it takes («nr», «slug» or nothing), what follows it.
_KLAGER = (
    (
        _("«Min kommune betaler mer enn de andre»"),
        _("Se kroner per innbygger hos alle som er med, og hvordan hvert beløp ble til."),
        _("Hva vi betaler og hvorfor"),
        "rapport:betaler",
        "nr",
        "",
    ),
    (
        _("«Informasjonen er vanskelig å finne og ikke samlet»"),
        _("Alt kommunen er med i, står på én side."),
        _("Kommunens side"),
        "rapport:kommune",
        "nr",
        "",
    ),
    (
        _("«Vi har liten oversikt over alle områdene»"),
        _("Se oppgave for oppgave hvem som løser den sammen, og hva ingen løser."),
        _("Hvem løser hva sammen"),
        "avtaler:matrise",
        "",
        "?region={slug}",
    ),
    (
        _("«Vi vet ikke hva vi kan bestemme»"),
        _("Loven sier hva kommunestyret selv må vedta. Det står på denne siden, og med frister i kalenderen."),
        _("Hva vi kan påvirke, og når"),
        "avtaler:paavirke",
        "nr",
        "",
    ),
    (
        _("«Det mangler politisk styring»"),
        _("Hvert organ har myndighet, medlemmer og møter du kan følge."),
        _("Regionen, organene og møtene"),
        "avtaler:regionen",
        "slug",
        "",
    ),
    (
        _("«Det er vanskelig å se hvem som styrer»"),
        _("Se hvem som sitter for oss, og i hvilke organer."),
        _("Hvem representerer oss"),
        "rapport:kommune",
        "nr",
        "#representanter",
    ),
    (
        _("«Likelydende vedtak gjør det vanskelig å ha en ordentlig debatt»"),
        _("Forslag er åpne for innspill før teksten låses, og hvert innspill får et svar."),
        _("Saker i kommunestyrene"),
        "avtaler:runder",
        "",
        "?hvem=alle",
    ),
    (
        _("«Det går sakte, og den som vil minst, bestemmer»"),
        _("Tavla viser hvem alle venter på, og om de andre kan begynne uten dem."),
        _("Saker i kommunestyrene"),
        "avtaler:runder",
        "",
        "?hvem=alle",
    ),
    (
        _("«Lokaliseringen er alltid vanskelig»"),
        _("Se hvor kontorene og årsverkene er, kommune for kommune."),
        _("Årsverk i hver kommune"),
        "avtaler:matrise",
        "",
        "?region={slug}",
    ),
    (
        _("«Samarbeidet lever sitt eget liv»"),
        _("Se hva regionen gjør for hvert av målene den er enig om."),
        _("Strategien"),
        "avtaler:strategier",
        "",
        "?region={slug}",
    ),
    (
        _("«Loven er innviklet»"),
        _("Hver avtale viser hva loven krever, med paragraf, og hva som mangler."),
        _("Avtalene våre"),
        "rapport:kommune",
        "nr",
        "#med-i",
    ),
    (
        _("«Vi har mistet eierskapet»"),
        _("Eierskapsmeldingen tar med alle samarbeid, ikke bare selskapene."),
        _("Eierskapsmeldinger"),
        "rapport:eierskapsmeldinger",
        "nr",
        "",
    ),
    (
        _("«Det krever mye ressurser»"), _("Se hva samarbeidene sparer, målt mot hvordan det var før."), _("Gevinster"),
        "avtaler:regiongevinster", "slug", "",
    ),
    (
        _("«Det er tungt og byråkratisk»"), _("Årshjulet samler fristene, så ingen sak kommer brått på."), _("Årshjul"),
        "avtaler:aarshjul", "", "?region={slug}",
    ),
    (
        _("«Det mangler politisk kontroll»"), _("Loggen viser hva organene har vedtatt, og om det er gjort."),
        _("Vedtakslogg"), "avtaler:vedtakslogg", "", "",
    ),
    (
        _("«Det er tvilsomt om vi har innsyn»"), _("Avtaler, protokoller og rapporter ligger i ett bibliotek."),
        _("Dokumenter"), "avtaler:bibliotek", "", "",
    ),
    (
        _("«Vi blir ikke tatt med»"), _("Alle kan foreslå, og hver kommune sier hva den vil være med på."), _("Ideene"),
        "avtaler:ideer", "", "?region={slug}",
    ),
    (
        _("«Det blir for mange samarbeid»"),
        _("Kommunene sier om hvert av dem skal avvikles, videreføres eller utvikles, og hvorfor."), _("Vurderinger"),
        "avtaler:regionens_vurderinger", "slug", "",
    ),
    (
        _("«Opplæringen er for dårlig»"), _("Denne siden er for deg som er ny. Hjelpen forklarer resten."), _("Hjelp"),
        "hjelp", "", "",
    ),
    (
        _("«Det er langt unna»"), _("Møtene står med dag, sted og saksliste."), _("Møter"), "avtaler:moeter", "",
        "?hvem=alle",
    ),
    (
        _("«Det gir et demokratisk underskudd»"),
        _("Se hvor hvert samarbeid står mellom demokratisk styring og effektivitet, og hvorfor."),
        _("Styring eller effektivitet"), "avtaler:styring", "slug", "",
    ),
    (
        _("«Færre folkevalgte bestemmer»"),
        _("Se hvor mange plasser hver kommune har i organene, og hvem som har dem."),
        _("Organene"), "avtaler:regionorganer", "slug", "",
    ),
)  # fmt: skip
_OEKONOMI = frozenset({"rapport:betaler", "rapport:eierskapsmeldinger"})


def klagene(nummer: str, slug: str, *, ser_oekonomi: bool) -> tuple[Klage, ...]:
    """Each with the address of its answer; those the reader may not open are left out.

    A municipality in no region has no ``slug``, and then no pages of its region.
    """
    return tuple(
        Klage(sagt, svar, lenke, _adresse(navn, tar, nummer, slug) + etter.format(slug=slug))
        for sagt, svar, lenke, navn, tar, etter in _KLAGER
        if (ser_oekonomi or navn not in _OEKONOMI) and (slug or tar != "slug")
    )


def _adresse(navn: str, tar: str, nummer: str, slug: str) -> str:
    return reverse(navn, args={"nr": [nummer], "slug": [slug], "": []}[tar])
