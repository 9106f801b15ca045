"""The counties by the two digits that begin a municipality's number. No number has meant two counties.

Sources: SSB, Klass 104 (counties); the laws of 2018, 2020 and 2024 that merged and divided them.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Fylkesnavn:
    """A county with its number, from the year ``fra`` up to, but not with, ``til``; None where open."""

    nummer: str
    navn: str
    fra: int | None = None
    til: int | None = None

    def gjelder(self, dato: date) -> bool:
        """Whether the county had its number on the date; all changes are on a 1 January."""
        return (self.fra is None or self.fra <= dato.year) and (self.til is None or dato.year < self.til)


FYLKER = (
    Fylkesnavn("01", "Østfold", til=2020),
    Fylkesnavn("02", "Akershus", til=2020),
    Fylkesnavn("03", "Oslo"),
    Fylkesnavn("04", "Hedmark", til=2020),
    Fylkesnavn("05", "Oppland", til=2020),
    Fylkesnavn("06", "Buskerud", til=2020),
    Fylkesnavn("07", "Vestfold", til=2020),
    Fylkesnavn("08", "Telemark", til=2020),
    Fylkesnavn("09", "Aust-Agder", til=2020),
    Fylkesnavn("10", "Vest-Agder", til=2020),
    Fylkesnavn("11", "Rogaland"),
    Fylkesnavn("12", "Hordaland", til=2020),
    Fylkesnavn("13", "Bergen", til=1972),
    Fylkesnavn("14", "Sogn og Fjordane", til=2020),
    Fylkesnavn("15", "Møre og Romsdal"),
    Fylkesnavn("16", "Sør-Trøndelag", til=2018),
    Fylkesnavn("17", "Nord-Trøndelag", til=2018),
    Fylkesnavn("18", "Nordland"),
    Fylkesnavn("19", "Troms", til=2020),
    Fylkesnavn("20", "Finnmark", til=2020),
    Fylkesnavn("30", "Viken", fra=2020, til=2024),
    Fylkesnavn("31", "Østfold", fra=2024),
    Fylkesnavn("32", "Akershus", fra=2024),
    Fylkesnavn("33", "Buskerud", fra=2024),
    Fylkesnavn("34", "Innlandet", fra=2020),
    Fylkesnavn("38", "Vestfold og Telemark", fra=2020, til=2024),
    Fylkesnavn("39", "Vestfold", fra=2024),
    Fylkesnavn("40", "Telemark", fra=2024),
    Fylkesnavn("42", "Agder", fra=2020),
    Fylkesnavn("46", "Vestland", fra=2020),
    Fylkesnavn("50", "Trøndelag", fra=2018),
    Fylkesnavn("54", "Troms og Finnmark", fra=2020, til=2024),
    Fylkesnavn("55", "Troms", fra=2024),
    Fylkesnavn("56", "Finnmark", fra=2024),
)


def fylkesnavn(nummer: str, dato: date) -> str:
    """The county of the municipality that had ``nummer`` on ``dato``; empty when no county had those digits then."""
    treff = (fylke.navn for fylke in FYLKER if fylke.nummer == nummer[:2] and fylke.gjelder(dato))
    return next(treff, "")
