"""What a meeting is called to the reader: a closed one keeps its title from those without insight."""

from avtaler.models import Moete


def egen_tittel(moete: Moete, *, har_innsyn: bool) -> str:
    """The title the meeting has been given; empty when it has none, or is closed to the reader."""
    return moete.tittel if moete.er_aapent or har_innsyn else ""


def vist_tittel(moete: Moete, *, har_innsyn: bool) -> str:
    """What a link to the meeting says: its title, or the name of the organ."""
    return egen_tittel(moete, har_innsyn=har_innsyn) or str(moete.organ)
