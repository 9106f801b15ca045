"""What the user reads when an extract or an answer from Enhetsregisteret cannot be used."""

from django.utils.translation import gettext_lazy as _

from kommuner.domene.enhetsregister import Feilgrunn, Registerfeil

SETNINGER = {
    Feilgrunn.IKKE_JSON: _("Filen er ikke JSON fra Enhetsregisteret. Last ned enheten på nytt og prøv igjen."),
    Feilgrunn.UKJENT_INNHOLD: _("Filen er JSON, men ikke en enhet, en liste med enheter eller roller."),
    Feilgrunn.INGEN_ENHETER: _("Filen har ingen enheter."),
    Feilgrunn.UGYLDIG_ORGNR: _("«%(tekst)s» er ikke et organisasjonsnummer. Kontroller de ni sifrene."),
    Feilgrunn.UGYLDIG_VERDI: _("Feltet «%(felt)s» hos %(orgnr)s kan ikke leses."),
    Feilgrunn.UTEN_ORGNR: _("Skriv organisasjonsnummeret, ni siffer, og prøv igjen."),
    Feilgrunn.MANGLER: _("Feltet «%(felt)s» mangler hos %(orgnr)s."),
    Feilgrunn.ROLLER_UTEN_ENHET: _("Filen har roller, men sier ikke hvilken enhet de hører til."),
    Feilgrunn.FOR_STOR: _("Dette er for stort til å være opplysninger om én enhet. Filen kan være høyst 1 MB."),
    Feilgrunn.IKKE_I_UTDRAGET: _("Filen har ingen enhet med organisasjonsnummeret %(orgnr)s."),
    Feilgrunn.AVSLAATT: _("Oppslag over nettet er ikke slått på. Velg en fil fra Enhetsregisteret i stedet."),
    Feilgrunn.FINNES_IKKE: _("Enhetsregisteret har ingen enhet med dette nummeret."),
    Feilgrunn.FJERNET: _("Enheten er fjernet fra Enhetsregisteret av juridiske årsaker."),
    Feilgrunn.SVARTE_IKKE: _("Enhetsregisteret svarte ikke i tide. Prøv igjen, eller fyll ut feltene selv."),
    Feilgrunn.UVENTET_SVAR: _("Enhetsregisteret svarte med noe annet enn ventet. Prøv igjen, eller fyll ut selv."),
}


def setning(feil: Registerfeil) -> str:
    """The sentence, in the reader's language."""
    return str(SETNINGER[feil.grunn]) % feil.verdier
