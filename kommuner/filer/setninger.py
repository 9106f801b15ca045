"""What the user reads when a file is not taken in: what is wrong with it, and what to do about it."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from kommuner.domene.skriving import vis_tall
from kommuner.filer.avvisning import Grunn

SETNINGER = {
    Grunn.TOM: _("Filen er tom."),
    Grunn.FOR_STOR: _("Filen er for stor. Den kan være høyst %(hoeyst)s MB."),
    Grunn.FEIL_TYPE_TABELL: _("Filen er ikke et regneark. Last opp en Excel-fil (.xlsx) eller en csv-fil."),
    Grunn.FEIL_TYPE_VEDLEGG: _("Filtypen tas ikke imot. Last opp PDF, Word (.docx), Excel (.xlsx), PNG eller JPG."),
    Grunn.ENDELSE: _(
        "Navnet på filen slutter på %(endelse)s, men innholdet er %(innhold)s. "
        "Lagre filen på nytt fra programmet den er laget i."
    ),
    Grunn.FOR_KREVENDE: _("Filen er for krevende å lese. Kopier det du trenger, til en ny fil og last opp den."),
    Grunn.IKKE_LEST: _(
        "Filen kan ikke leses. Den kan være ødelagt. Åpne den, lagre den på nytt og last den opp igjen."
    ),
    Grunn.OEDELAGT_PAKKE: _("Filen er ødelagt eller ikke hel. Åpne den, lagre den på nytt og last den opp igjen."),
    Grunn.FOR_MANGE_DELER: _(
        "Filen er satt sammen av flere enn %(hoeyst)s deler. Kopier det du trenger, til en ny fil og last opp den."
    ),
    Grunn.PAKKET_FOR_TETT: _(
        "Filen blir altfor stor når den pakkes ut. Kopier det du trenger, til en ny fil og last opp den."
    ),
    Grunn.UTRYGT_NAVN: _("Filen har deler med navn som ikke er tillatt. Lagre den på nytt fra Excel eller Word."),
    Grunn.DOCTYPE: _(
        "Filen inneholder definisjoner (DOCTYPE) som ikke er tillatt. Lagre den på nytt fra Excel eller Word."
    ),
    Grunn.MAKRO: _("Filen inneholder makroer. Lagre den uten makroer (.xlsx eller .docx) og last den opp igjen."),
    Grunn.EKSTERN_KOBLING: _(
        "Filen henter innhold fra andre filer. Bryt koblingene (i Excel: Data – Rediger koblinger – Bryt kobling), "
        "lagre og last den opp igjen."
    ),
    Grunn.FIL_I_FIL: _("Filen har en annen fil inni seg. Fjern den, eller lagre dokumentet som PDF."),
    Grunn.PASSORD: _("Filen er beskyttet med passord. Fjern passordet, lagre og last den opp igjen."),
    Grunn.GAMMELT_EXCEL: _("Filen er i et gammelt Office-format. Lagre den som .xlsx, .docx eller PDF."),
    Grunn.BINAERT_EXCEL: _("Filen er en binær Excel-fil (.xlsb). Lagre den som .xlsx og last den opp igjen."),
    Grunn.OPENDOCUMENT: _("Filen er i OpenDocument-format. Lagre den som .xlsx, .docx eller PDF."),
    Grunn.UKJENT_ARK: _("Filen har ikke noe ark som heter «%(ark)s»."),
    Grunn.UTEN_INNHOLD: _("Det står ingenting i filen."),
    Grunn.FOR_MANGE_RADER: _("Filen har flere enn %(hoeyst)s rader. Del den i flere filer."),
    Grunn.FOR_LANGT_NED: _(
        "Det står noe helt nede i rad %(rad)s. Listen kan ikke gå lenger ned enn til rad %(hoeyst)s. "
        "Slett det som ikke hører til listen."
    ),
    Grunn.FOR_MANGE_KOLONNER: _(
        "Det står noe i kolonne %(kolonne)s. Listen kan ha høyst %(hoeyst)s kolonner. "
        "Slett det som ikke hører til listen."
    ),
    Grunn.FOR_MYE_TEKST: _("Det er for mye tekst i filen. Del den i flere filer."),
    Grunn.UKJENT_OVERSKRIFTSRAD: _("Det står ingenting i rad %(rad)s. Velg raden der overskriftene står."),
    Grunn.NULLBYTE: _("Filen er ikke en tekstfil. Lagre listen som .xlsx eller som csv og last den opp igjen."),
    Grunn.TEGNSETT: _("Filen har tegn som ikke kan leses. Lagre den som «CSV UTF-8» eller som .xlsx."),
    Grunn.ANFOERSELSTEGN: _("Filen har et anførselstegn som ikke blir lukket. Rett det, eller lagre listen som .xlsx."),
    Grunn.PDF_HANDLING: _(
        "PDF-filen inneholder noe som kan kjøre, eller en fil inni seg (%(hva)s). "
        "Skriv den ut til en ny PDF og last opp den."
    ),
    Grunn.FLERE_FORMATER: _("Filen er flere slags filer på én gang og tas ikke imot. Lagre den på nytt."),
    Grunn.OEDELAGT_BILDE: _("Bildet er ødelagt eller ikke helt. Åpne det, lagre det på nytt og last det opp igjen."),
    Grunn.FOR_MANGE_PIKSLER: _("Bildet er for stort: %(bredde)s × %(hoeyde)s piksler. Gjør det mindre."),
}


def setning(grunn: Grunn, verdier: Mapping[str, str | int]) -> str:
    """The sentence, with numbers as Norwegians write them."""
    return str(SETNINGER[grunn]) % {navn: vis_tall(v) if isinstance(v, int) else v for navn, v in verdier.items()}
