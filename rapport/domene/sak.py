"""What a case and archive system asks of a report: its title, its public title and a file name that sorts and keeps."""

import re
import unicodedata
from datetime import date

TITLER = {"nb": "Eierskapsmelding {aar} – {navn}", "nn": "Eigarskapsmelding {aar} – {navn}"}
ORD = {"nb": "eierskapsmelding", "nn": "eigarskapsmelding"}
_OVERSATT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "đ": "d", "ŋ": "n", "ŧ": "t"})


def tittel(navn: str, *, dato: date, maalform: str) -> str:
    """The title of the case document: «Eigarskapsmelding 2026 – Sogndal kommune».

    It is also the public title: nothing in the report is exempt from public disclosure.
    """
    return TITLER[maalform].format(aar=dato.year, navn=fullt_navn(navn))


def fullt_navn(navn: str) -> str:
    """«Sogndal kommune»; a county municipality already says what it is."""
    return navn if navn.endswith("kommune") else f"{navn} kommune"


def filnavn(nummer: str, navn: str, *, dato: date, maalform: str, endelse: str) -> str:
    """A file name in plain ASCII: «eigarskapsmelding-2026-4640-sogndal.pdf»."""
    deler = [ORD[maalform], str(dato.year), nummer, _slug(navn)]
    return "-".join(del_ for del_ in deler if del_) + f".{endelse}"


def _slug(navn: str) -> str:
    grunn = unicodedata.normalize("NFKD", navn.lower().translate(_OVERSATT)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", grunn).strip("-")
