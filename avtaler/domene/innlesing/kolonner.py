"""What a column of a list can hold, and the headings people write over it, in bokmål and nynorsk."""

import re
from enum import StrEnum

from kommuner.domene.navn import sorteringsnoekkel


class Felt(StrEnum):
    """A column's meaning. The values are also what a person's own choice is stored as."""

    AVTALE_ID = "avtale_id"
    AVTALE_VERSJON = "avtale_versjon"
    LOEPENR = "loepenr"
    NAVN = "navn"
    FORM = "form"
    KLASSE = "klasse"
    OPPGAVER = "oppgaver"
    FORMAAL = "formaal"
    ORGNR = "orgnr"
    FRA = "fra"
    TIL = "til"
    OPPSIGELSE = "oppsigelse"
    KILDE = "kilde"
    DELTAKERE = "deltakere"
    VERT = "vert"
    KONTOR = "kontor"
    ANTALL = "antall"
    DELTAKELSE_ID = "deltakelse_id"
    DELTAKELSE_VERSJON = "deltakelse_versjon"
    DELTAKER = "deltaker"
    NUMMER = "nummer"
    PART_ORGNR = "part_orgnr"
    DEL_AV = "del_av"
    ROLLE = "rolle"
    EIERANDEL = "eierandel"
    ANSVARSANDEL = "ansvarsandel"
    MEDLEMMER = "medlemmer"
    VARAMEDLEMMER = "varamedlemmer"
    DELTAKER_FRA = "deltaker_fra"
    DELTAKER_TIL = "deltaker_til"
    MERKNAD = "merknad"
    MATRISE = "matrise"
    """The heading is a party, and the cell says whether it is in."""
    UTELATT = "utelatt"


#: Facts of the agreement itself; the others are of one participant.
AVTALEFELT = (
    Felt.NAVN, Felt.FORM, Felt.KLASSE, Felt.OPPGAVER, Felt.FORMAAL, Felt.ORGNR, Felt.FRA, Felt.TIL, Felt.OPPSIGELSE,
    Felt.KILDE,
)  # fmt: skip

_OVERSKRIFTER: tuple[tuple[Felt, str], ...] = (
    (Felt.AVTALE_ID, r"avtale[- ]?id|id"),
    (Felt.AVTALE_VERSJON, r"avtale[- ]?versjon|versjon"),
    (Felt.DELTAKELSE_ID, r"deltak(er|ar|else)[- ]?id"),
    (Felt.DELTAKELSE_VERSJON, r"deltak(er|ar|else)[- ]?versjon"),
    (Felt.NUMMER, r"(kommune|komm)\.?[ -]?(nummer|nr|num)\.?( \d{4})?|knr|k-nr|(deltakers|deltakars) nummer"),
    (Felt.PART_ORGNR, r"(deltak(er|ar)s?|parten?s|eier(s|ens)?) (org\.?(anisasjons)?[- ]?(nr|nummer)\.?)"),
    (Felt.PART_ORGNR, r"org\.?(anisasjons)?[- ]?(nr|nummer)\.? (til|for) (deltak|part|ei|med)\w*"),
    (Felt.ORGNR, r"org\.?(anisasjons)?[- ]?(nr|nummer|num)\.?|foretaksnummer"),
    (Felt.VARAMEDLEMMER, r"vara(medlem\w*|representant\w*)?|antall vara\w*|tal p} vara\w*"),
    (Felt.MEDLEMMER, r"(antall )?(medlemmer|medlemer|representanter|representantar|plasser|plassar)( i .*)?"),
    (Felt.ANSVARSANDEL, r"ansvars?(andel|del|prosent)|deltakeransvar|andel ansvar"),
    (Felt.EIERANDEL, r"(eier|eigar)[ -]?(andel|del|prosent|brook|brøk|br\|k)\w*( i %| \(?%\)?)?"
     r"|andel\w*( i? ?\(?%\)?)?|eierskap( %)?"),
    (Felt.DELTAKER_FRA, r"(deltak(er|ar)( siden| sidan)?|med|innmeldt|medlem) (fra|fr}|sidan|siden)|innmeldt"),
    (Felt.DELTAKER_TIL, r"(deltak(er|ar)|med|medlem) til( og med)?|utmeldt|siste dag som delta\w*"),
    (Felt.DEL_AV, r"del av( kommunen| deltak\w*)?"),
    (Felt.ROLLE, r"(deltak(er|ar)s? )?rolle( i samarbeidet)?|funksjon i samarbeidet|kommunens rolle"),
    (Felt.VERT, r"vert(en|s?komm?\w*)?\.?( \(.*\))?|host|ansvarlig kommune"),
    (Felt.KONTOR, r"kontor(kommune\w*|sted|stad)?|hovedkontor|hovudkontor|lokalisering|forretningskommune"),
    (Felt.ANTALL, r"(antall|antal|tal p}|#|ant\.?) ?(del(taker|takar|t)\w*|kommun\w*|medlem\w*|eiere|eigarar)?|sum"
     r"|totalt?"),
    (Felt.FRA, r"((gjeld(er|ande|ende)?|avtale\w*) (fra|fr}|sidan|siden)|inng}tt|oppretta?t?|etablert?|stift(et|a))"
     r"( (i|}r|dato|og med|fra))*|(fra|fr}|siden|sidan)([ -]dato| og med)?"
     r"|(i kraft|iverksatt|gyldig)( fra| fr}| siden| sidan)?"
     r"|(opp)?start(et|a)?|(opprettelses|etablerings|stiftelses|start|oppstarts?|oppretta|inng}elses)[ -]?(}r|dato)"
     r"|avtale(dato|periode|}r)|(virke|avtale)?periode|varighet|virketid|dato|}r"),
    (Felt.TIL, r"(gjelder|gjeld|varer|gyldig|avtale\w*) til( og med)?|til( og med| dato|-dato|dato)?|utl\|p\w*"
     r"|slutt\w*|opph\|r\w*|oppl\|st|siste dag"),
    (Felt.OPPSIGELSE, r"oppsi(gelse|elses?|gelses)\w*( \(?(mnd|m}neder|m}nader|i m}neder|i m}nader)\.?\)?)?"
     r"|oppseiing\w*( .*)?"),
    (Felt.FORM, r"(samarbeids|organisasjons|selskaps|juridisk |avtale|rettslig )?form( \(?.*\)?)?"
     r"|form lest av navnet|(lov)?(hjemmel|heimel)\w*( i .*)?"
     r"|modell|samarbeidsmodell|organisering(sform)?|organisasjonsmodell|juridisk form|type samarbeid"
     r"|lovgrunnlag|rettsgrunnlag|selskapstype|type"),
    (Felt.KLASSE, r"klasse|hva slags samarbeid|kva slags samarbeid|kategori samarbeid"),
    (Felt.OPPGAVER, r"oppg[}{a]ver?( \w+)?|tjenester?(omr}der?)?|tenester?(omr}de)?|sektor\w*|fagomr}der?|omr}der?"
     r"|tema|kategori|fagfelt|form}l/oppgave|politikkomr}de"),
    (Felt.FORMAAL, r"form}l(et)?( .*)?|hensikt|m}l(et)?|beskrivelse|skildring|innhold|innhald|omtale|om samarbeidet"),
    (Felt.MERKNAD, r"(merknad(er|ar)?|kommentar(er|ar)?|anmerkning\w*|merknad .*)"),
    (Felt.KILDE, r"kilde\w*|kjelde\w*|referanse|kontakt\w*|link|lenke|lenkje|nettside|hjemmeside|heimeside"),
    (Felt.DELTAKERE, r"(deltak(ende|er|ar|ande|ere|arar|erne|arane)|del?takerkommun\w*|samarbeids(parter|partar"
     r"|kommun\w*)|medlems?kommun\w*"
     r"|eierkommun\w*|eigarkommun\w*|eier(e|ne|es)?|eigar(ar|ane)?|parter|partar|partnere|hvem deltar"
     r"|kven deltek|involverte|aktuelle|andre)"
     r"( (kommuner|kommunar|parter|partar|i samarbeidet|fylkeskommuner?|i selskapet))*( \(.*\))?"
     r"|kommuner|kommunar|deltakere/eiere|kommuner som deltar"
     r"|kommunar som deltek|andre deltak\w*|\|vrige \w+|medlemmer/deltakere|hvilke kommuner.*"),
    (Felt.DELTAKER, r"deltak(er|ar)(kommune)?( navn| namn)?|kommune(navn|namn)?|part|eier|eigar|medlem(skommune)?"
     r"|samarbeidspart|kommune/part"),
    (Felt.LOEPENR, r"(l\|pe)?nr\.?|nummer|#|l\|penummer|avtalenr\.?|saksnr\.?"),
    (Felt.NAVN, r"(navn|namn|tittel|samarbeid\w*|avtale\w*|ordning(en|a)?|tiltak\w*|selskap(et|snavn|snamn)?"
     r"|organisasjon|virksomhet|verksemd|tjenestesamarbeid"
     r"|interkommunalt? .*)( navn| namn)?( p} (samarbeid\w*|ordning\w*|avtale\w*|selskap\w*))?|navn/.*"
     r"|navn p} .*|namn p} .*|interkommunale? .*|eining|enhet"),
)  # fmt: skip
_KOMPILERT = tuple((felt, re.compile(moenster)) for felt, moenster in _OVERSKRIFTER)
_TEGN = re.compile(r"[_*:«»\"]+")


def felt_for(overskrift: str) -> Felt | None:
    """What the heading says the column holds; None when it says nothing known."""
    noekkel = " ".join(_TEGN.sub(" ", sorteringsnoekkel(overskrift)).split()).strip(" .?")
    if not noekkel or len(noekkel) > 80:
        return None
    return next((felt for felt, moenster in _KOMPILERT if moenster.fullmatch(noekkel)), None)
