"""Why a file is not taken in. Pure: the child process raises these too, and it knows no Django."""

from enum import StrEnum


class Grunn(StrEnum):
    """The reasons, each with one sentence in ``setninger``."""

    # Of any file.
    TOM = "tom"
    FOR_STOR = "for_stor"
    FEIL_TYPE_TABELL = "feil_type_tabell"
    FEIL_TYPE_VEDLEGG = "feil_type_vedlegg"
    ENDELSE = "endelse"
    FOR_KREVENDE = "for_krevende"
    IKKE_LEST = "ikke_lest"
    # Of a package: xlsx and docx are zip files.
    OEDELAGT_PAKKE = "oedelagt_pakke"
    FOR_MANGE_DELER = "for_mange_deler"
    PAKKET_FOR_TETT = "pakket_for_tett"
    UTRYGT_NAVN = "utrygt_navn"
    DOCTYPE = "doctype"
    MAKRO = "makro"
    EKSTERN_KOBLING = "ekstern_kobling"
    FIL_I_FIL = "fil_i_fil"
    PASSORD = "passord"
    # Of a sheet.
    GAMMELT_EXCEL = "gammelt_excel"
    BINAERT_EXCEL = "binaert_excel"
    OPENDOCUMENT = "opendocument"
    UKJENT_ARK = "ukjent_ark"
    UTEN_INNHOLD = "uten_innhold"
    FOR_MANGE_RADER = "for_mange_rader"
    FOR_LANGT_NED = "for_langt_ned"
    FOR_MANGE_KOLONNER = "for_mange_kolonner"
    FOR_MYE_TEKST = "for_mye_tekst"
    UKJENT_OVERSKRIFTSRAD = "ukjent_overskriftsrad"
    # Of a csv.
    NULLBYTE = "nullbyte"
    TEGNSETT = "tegnsett"
    ANFOERSELSTEGN = "anfoerselstegn"
    # Of a document.
    PDF_HANDLING = "pdf_handling"
    FLERE_FORMATER = "flere_formater"
    OEDELAGT_BILDE = "oedelagt_bilde"
    FOR_MANGE_PIKSLER = "for_mange_piksler"


class Filavvist(Exception):
    """The file is not taken in. ``grunn`` names the reason; ``verdier`` holds the words its sentence needs."""

    def __init__(self, grunn: Grunn, **verdier: str | int) -> None:
        super().__init__(grunn, verdier)
        self.grunn = grunn
        self.verdier = verdier

    @property
    def setning(self) -> str:
        """For the user, in the language of the reader: what is wrong, and what to do about it."""
        # Here and not above: the child process raises this without Django.
        from kommuner.filer.setninger import setning

        return setning(self.grunn, self.verdier)

    def __str__(self) -> str:
        return f"{self.grunn} {self.verdier or ''}".rstrip()
