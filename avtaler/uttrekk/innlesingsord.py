"""What the reading of a list says to people, in their language: questions, choices, remarks, fields and values."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from fractions import Fraction

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from avtaler.domene.innlesing.grunnlag import Grunnlag
from avtaler.domene.innlesing.kolonner import Felt
from avtaler.domene.innlesing.plan import Status, Verdi
from avtaler.domene.innlesing.spoersmaal import Melding, Spoersmaal, Valg
from avtaler.models import Deltakerrolle, Klasse
from avtaler.regler import les_regelverk
from kommuner.domene.skriving import vis_andel_kort, vis_kort_dato

Setninger = Mapping[str, Callable[[], str]]

SPOERSMAAL: Setninger = {
    "part_flere": lambda: _("Flere heter «%(navn)s». Hvem er det?"),
    "part_gammelt": lambda: _("«%(tekst)s» finnes ikke lenger. Hvem skal stå som deltaker?"),
    "part_ligner": lambda: _("Ingen heter «%(tekst)s». Hvem er det?"),
    "part_ukjent": lambda: _("«%(tekst)s» er ikke i registeret. Hva er det?"),
    "gruppe": lambda: _("Hvem er «%(tekst)s»?"),
    "usikker_deltaker": lambda: _("Lista er usikker på om %(navn)s er med i «%(avtale)s». Skal %(navn)s være med?"),
    "uten_form": lambda: _("Noen avtaler mangler samarbeidsform i lista. Hvilken form skal de ha?"),
    "ukjent_form": lambda: _("Hvilken samarbeidsform er «%(tekst)s»?"),
    "flere_former": lambda: _("«%(tekst)s» kan være flere samarbeidsformer. Hvilken er det?"),
    "uten_dato": lambda: _("Noen avtaler mangler startdato i lista. Hvilken dato skal de gjelde fra?"),
    "flertydig_dato": lambda: _("Datoen «%(tekst)s» kan leses på to måter. Hva betyr den?"),
    "ulesbar_dato": lambda: _("«%(tekst)s» kan ikke leses som en dato. Hva skal stå der?"),
    "flertydig_andel": lambda: _("Andeler som «%(tekst)s» kan leses på to måter. Hva betyr de?"),
    "ulesbar_andel": lambda: _("«%(tekst)s» kan ikke leses som en andel. Hva skal stå der?"),
    "ulesbar_tall": lambda: _("«%(tekst)s» kan ikke leses som et tall. Hva skal stå der?"),
    "ulesbar_orgnr": lambda: _("«%(tekst)s» er ikke et organisasjonsnummer. Hva skal stå der?"),
    "ukjent_oppgave": lambda: _("Hvilken oppgave er «%(tekst)s»?"),
    "dobbelt_navn": lambda: _("«%(navn)s» står både i rad %(rad)s og rad %(andre)s. Er det samme avtale?"),
    "lignende_avtale": lambda: _("«%(navn)s» ligner en avtale i registeret. Er det den?"),
    "endret_av_andre": lambda: _("«%(navn)s» er endret av andre siden fila ble hentet ut. Hva skal gjelde?"),
}
VALG: Setninger = {
    "parten": lambda: "%(navn)s",
    "flere_parter": lambda: _("%(navn)s (alle sammen)"),
    "tidligere_part": lambda: _("%(navn)s, slik den var til og med %(dato)s"),
    "ny_privat": lambda: _("Ny part: privat eier eller selskap"),
    "ny_iks": lambda: _("Ny part: interkommunalt selskap"),
    "ny_stat": lambda: _("Ny part: statlig virksomhet"),
    "ny_fylkeskommune": lambda: _("Ny part: tidligere fylkeskommune"),
    "ny_annet": lambda: _("Ny part: annet"),
    "ta_med": lambda: _("Ja, ta med"),
    "utelat": lambda: _("Hopp over: skal ikke med"),
    "alle_i_gruppen": lambda: _("Kommunene i %(navn)s (%(antall)s): %(parter)s"),
    "alle_i_regionen": lambda: _("Kommunene i denne regionen (%(antall)s): %(parter)s"),
    "datoen": lambda: "%(dato)s",
    "la_staa_tom": lambda: _("La stå tomt"),
    "andel_er_del": lambda: _("Del av det hele: 0,25 er en firedel"),
    "andel_er_prosent": lambda: _("Prosent: 0,25 er en firedels prosent"),
    "ingen_oppgave": lambda: _("Ingen av dem: la stå uten oppgave"),
    "slaa_sammen": lambda: _("Ja, slå radene sammen"),
    "to_avtaler": lambda: _("Nei, det er to avtaler"),
    "samme_som": lambda: _("Ja, det er «%(navn)s»"),
    "ny_avtale": lambda: _("Nei, det er en ny avtale"),
    "behold_lagret": lambda: _("Behold det som er lagret i registeret"),
    "bruk_fila": lambda: _("Bruk det som står i fila"),
}
MELDINGER: Setninger = {
    "heter_naa": lambda: _("«%(tekst)s» heter nå %(navn)s."),
    "utelatt_deltaker": lambda: _("«%(tekst)s» er hoppet over."),
    "fant_ingen": lambda: _(
        "Ingen i registeret heter «%(tekst)s». Skriv navnet på en kommune, et nummer eller en part."
    ),
    "med_fra_den_ble_til": lambda: _("%(navn)s er med fra %(dato)s, da kommunen ble til."),
    "annet_antall": lambda: _("Lista sier %(antall)s deltakere, men %(lest)s er lest."),
    "ingen_vert": lambda: _("Ingen er oppgitt som vertskommune."),
    "andeler_ikke_hele": lambda: _("Eierandelene er til sammen %(sum)s, ikke 100 %%."),
    "endret_siden": lambda: _("Endret av andre siden fila ble hentet ut."),
    "ukjent_id": lambda: _("Avtalen med id %(id)s finnes ikke i denne regionen. Tøm id-feltet hvis den er ny."),
    "samme_avtale": lambda: _(
        "«%(navn)s» er allerede lest fra rad %(rad)s. Gi avtalen et annet navn, eller hopp over den."
    ),
    "ulike_verdier": lambda: _("Radene er uenige om %(felt)s (rad %(rader)s). Skriv det samme i alle."),
    "mangler_navn": lambda: _("Avtalen mangler navn."),
    "for_langt_navn": lambda: _("Navnet er for langt. Skriv høyst %(hoeyst)s tegn."),
    "til_foer_fra": lambda: _("Avtalen slutter før den begynner. Kontroller datoene."),
    "deltaker_utenfor": lambda: _("%(navn)s fantes ikke da avtalen gjaldt. Kontroller datoene."),
    "overskrift": lambda: _("Lest som overskrift: «%(tekst)s»"),
    "sum": lambda: _("Lest som sum: «%(tekst)s»"),
    "notat": lambda: _("Lest som notat: «%(tekst)s»"),
}
#: Why a typed answer cannot be used: by the reason, else by what was to be typed.
SVARFEIL: Setninger = {
    "ugyldig_dato": lambda: _("Datoen «%(tekst)s» finnes ikke. Kontroller dag og måned, og skriv som 21.03.2023."),
    "mangler_aar": lambda: _("«%(tekst)s» mangler årstall. Skriv dag, måned og år, som 21.03.2023."),
    "ugyldig_aar": lambda: _(
        "Årstallet i «%(tekst)s» er utenfor det registeret bruker. Skriv et år fra 1800 til 2199."
    ),
    "flertydig_dato": lambda: _(
        "«%(tekst)s» kan bety %(som_dag)s eller %(som_aar)s. Skriv %(som_dag)s eller %(som_aar)s."
    ),
    "dato": lambda: _("«%(tekst)s» kan ikke leses som en dato. Skriv dag, måned og år, som 21.03.2023."),
    "andel": lambda: _("«%(tekst)s» kan ikke leses som en andel. Skriv en brøk som 1/9 eller en prosent som 11,5 %%."),
    "tall": lambda: _("«%(tekst)s» kan ikke leses som et tall. Skriv for eksempel 12 500."),
    "orgnr": lambda: _("«%(tekst)s» er ikke et organisasjonsnummer. Kontroller de ni sifrene."),
}
FELTNAVN: Mapping[str, Callable[[], str]] = {
    Felt.AVTALE_ID: lambda: _("Avtale-id"),
    Felt.AVTALE_VERSJON: lambda: _("Avtale-versjon"),
    Felt.LOEPENR: lambda: _("Løpenummer i lista"),
    Felt.NAVN: lambda: _("Navn på samarbeidet"),
    Felt.FORM: lambda: _("Samarbeidsform"),
    Felt.KLASSE: lambda: _("Hva slags samarbeid"),
    Felt.OPPGAVER: lambda: _("Oppgaver"),
    Felt.FORMAAL: lambda: _("Formål"),
    Felt.ORGNR: lambda: _("Organisasjonsnummer"),
    Felt.FRA: lambda: _("Gjelder fra"),
    Felt.TIL: lambda: _("Gjelder til og med"),
    Felt.OPPSIGELSE: lambda: _("Oppsigelsesfrist i måneder"),
    Felt.KILDE: lambda: _("Kilde"),
    Felt.DELTAKERE: lambda: _("Deltakere"),
    Felt.VERT: lambda: _("Vertskommune"),
    Felt.KONTOR: lambda: _("Kontorkommune"),
    Felt.ANTALL: lambda: _("Antall deltakere"),
    Felt.DELTAKELSE_ID: lambda: _("Deltakelse-id"),
    Felt.DELTAKELSE_VERSJON: lambda: _("Deltakelse-versjon"),
    Felt.DELTAKER: lambda: _("Deltaker"),
    Felt.NUMMER: lambda: _("Kommunenummer"),
    Felt.PART_ORGNR: lambda: _("Deltakers organisasjonsnummer"),
    Felt.DEL_AV: lambda: _("Del av kommunen"),
    Felt.ROLLE: lambda: _("Rolle"),
    Felt.EIERANDEL: lambda: _("Eierandel"),
    Felt.ANSVARSANDEL: lambda: _("Ansvarsandel"),
    Felt.MEDLEMMER: lambda: _("Medlemmer"),
    Felt.VARAMEDLEMMER: lambda: _("Varamedlemmer"),
    Felt.DELTAKER_FRA: lambda: _("Deltaker fra"),
    Felt.DELTAKER_TIL: lambda: _("Deltaker til og med"),
    Felt.MERKNAD: lambda: _("Merknad"),
    Felt.MATRISE: lambda: _("Kommune som overskrift (matrise)"),
    Felt.UTELATT: lambda: _("Leses ikke"),
    "oppsigelse_maaneder": lambda: _("Oppsigelsesfrist i måneder"),
    "andre_deltakere": lambda: _("Andre deltakere, antall"),
    "part": lambda: _("Deltaker"),
}  # fmt: skip
STATUSER: Mapping[Status, Callable[[], str]] = {
    Status.NY: lambda: _("Ny"),
    Status.ENDRET: lambda: _("Endret"),
    Status.UENDRET: lambda: _("Uendret"),
    Status.FEIL: lambda: _("Må rettes"),
    Status.HOPPET_OVER: lambda: _("Hoppet over"),
}


def feltnavn(felt: str) -> str:
    """The field as a heading."""
    navn = FELTNAVN.get(felt)
    return navn() if navn else felt


def spoersmaalstekst(spoersmaal: Spoersmaal) -> str:
    """The question as a sentence."""
    return SPOERSMAAL[spoersmaal.kode]() % spoersmaal.args


def svarfeil(spoersmaal: Spoersmaal) -> str:
    """Why what was typed cannot be used; empty when it can."""
    if (avvist := spoersmaal.avvist) is None:
        return ""
    setning = SVARFEIL.get(avvist.kode) or SVARFEIL[spoersmaal.fritekst]
    return setning() % avvist.args


def valgtekst(valg: Valg, *, maalform: str, oppgaver: Mapping[str, str]) -> str:
    """The choice in words: names of forms and tasks are in the reader's language."""
    if valg.kode == "form":
        return capfirst(formnavn(valg.args["form"], maalform))
    if valg.kode == "oppgaven":
        return oppgaver.get(valg.args["oppgave"], valg.args["oppgave"])
    fylke = f" ({valg.args['fylke']})" if valg.args.get("fylke") else ""
    return VALG[valg.kode]() % valg.args + fylke


def meldingstekst(melding: Melding) -> str:
    """The remark as a sentence."""
    args = dict(melding.args)
    if "felt" in args:
        args["felt"] = feltnavn(args["felt"]).lower()
    if "dato" in args:
        args["dato"] = vis_kort_dato(date.fromisoformat(args["dato"]))
    return MELDINGER[melding.kode]() % args


def formnavn(kode: str, maalform: str) -> str:
    """The form's name; the code itself when the rules have no such form."""
    form = les_regelverk().former.get(kode)
    return form.navn.paa(maalform) if form else kode


def verditekst(felt: str, verdi: Verdi, *, maalform: str, grunnlag: Grunnlag) -> str:
    """A value of a field as a person reads it. Ends are shown as the last day that counts."""
    if verdi is None or verdi in ("", ()):
        return ""
    if isinstance(verdi, Fraction):
        return vis_andel_kort(verdi)
    if isinstance(verdi, date):
        return vis_kort_dato(verdi - timedelta(days=1) if felt == "til" else verdi)
    if isinstance(verdi, tuple):
        navn = oppgavenavn(grunnlag, maalform) if felt == "oppgaver" else {}
        return ", ".join(navn.get(ett, ett) for ett in verdi)
    return _kodetekst(felt, verdi, maalform, grunnlag)


def _kodetekst(felt: str, verdi: str | int, maalform: str, grunnlag: Grunnlag) -> str:
    if felt == "form":
        return capfirst(formnavn(str(verdi), maalform))
    if felt == "klasse":
        return capfirst(str(dict(Klasse.choices).get(verdi, verdi)))
    if felt == "rolle":
        return capfirst(str(dict(Deltakerrolle.choices).get(verdi, verdi)))
    if felt == "part" and isinstance(verdi, int) and verdi in grunnlag.bok.parter:
        return grunnlag.bok.parter[verdi].navn
    return str(verdi)


def oppgavenavn(grunnlag: Grunnlag, maalform: str) -> dict[str, str]:
    """The tasks' names in the reader's language, by code."""
    return {kode: navnene[maalform == "nn"] for kode, navnene in grunnlag.oppgaver.items()}


def radtekst(rader: tuple[int, ...]) -> str:
    """«rad 4» or «rad 4, 7, 9 og 12 andre»."""
    viste = ", ".join(map(str, rader[:5]))
    if len(rader) <= 5:
        return _("rad %(rader)s") % {"rader": viste}
    resten = len(rader) - 5
    andre = ngettext("%(antall)s annen", "%(antall)s andre", resten) % {"antall": resten}
    return _("rad %(rader)s og %(andre)s") % {"rader": viste, "andre": andre}
