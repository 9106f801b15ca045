"""The guard of documents, by content alone. Runs in the child process."""

from kommuner.filer.avvisning import Filavvist, Grunn
from kommuner.filer.bilde import tegn_paa_nytt
from kommuner.filer.office import sjekk_office_dokument
from kommuner.filer.pakke import OLETEGN, PAKKETEGN
from kommuner.filer.pdf import PDFTEGN, sjekk_pdf
from kommuner.filer.vakt import grunn_ole, sjekk_stoerrelse
from kommuner.filer.vedleggsslag import STOERSTE_VEDLEGG, Vedleggsslag

_PNG = b"\x89PNG\r\n\x1a\n"
_JPG = b"\xff\xd8\xff"


def sjekk_vedlegg(innhold: bytes) -> tuple[Vedleggsslag, bytes | None]:
    """What it is, and for a picture the new drawing of it. Raises Filavvist."""
    sjekk_stoerrelse(innhold, STOERSTE_VEDLEGG)
    if innhold.startswith(PDFTEGN):
        sjekk_pdf(innhold)
        return Vedleggsslag.PDF, None
    if innhold.startswith(PAKKETEGN):
        return Vedleggsslag(sjekk_office_dokument(innhold)), None
    if innhold.startswith(_PNG):
        return Vedleggsslag.PNG, tegn_paa_nytt(innhold, "PNG")
    if innhold.startswith(_JPG):
        return Vedleggsslag.JPG, tegn_paa_nytt(innhold, "JPEG")
    raise Filavvist(grunn_ole(innhold) if innhold.startswith(OLETEGN) else Grunn.FEIL_TYPE_VEDLEGG)
