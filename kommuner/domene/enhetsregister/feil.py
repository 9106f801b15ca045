"""Why an answer from Enhetsregisteret could not be used."""

from enum import StrEnum


class Feilgrunn(StrEnum):
    """The reasons; each has its sentence in ``kommuner.enhetsregister.setninger``."""

    IKKE_JSON = "ikke_json"
    UKJENT_INNHOLD = "ukjent_innhold"
    INGEN_ENHETER = "ingen_enheter"
    UGYLDIG_ORGNR = "ugyldig_orgnr"
    UGYLDIG_VERDI = "ugyldig_verdi"
    UTEN_ORGNR = "uten_orgnr"
    MANGLER = "mangler"
    ROLLER_UTEN_ENHET = "roller_uten_enhet"
    FOR_STOR = "for_stor"
    IKKE_I_UTDRAGET = "ikke_i_utdraget"
    AVSLAATT = "avslaatt"
    FINNES_IKKE = "finnes_ikke"
    FJERNET = "fjernet"
    SVARTE_IKKE = "svarte_ikke"
    UVENTET_SVAR = "uventet_svar"


class Registerfeil(Exception):
    """The answer cannot be used. ``verdier`` go into the sentence of the reason."""

    def __init__(self, grunn: Feilgrunn, **verdier: str) -> None:
        super().__init__(f"{grunn}: {verdier}" if verdier else grunn.value)
        self.grunn = grunn
        self.verdier = verdier
