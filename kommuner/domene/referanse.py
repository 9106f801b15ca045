"""The reference files' text as dataclasses. Reading the files is ``kommuner.referanse``; this is only parsing."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

# Formannskapslovene took effect in 1838. Codes for which SSB gives no start count from then.
FOER_REGISTERET = date(1838, 1, 1)
KVALITET = {"": "endelig", "p": "forelopig", "t": "tilnaermet"}


@dataclass(frozen=True)
class Kommune:
    """A municipality of 2024 and later, as it is now: Norwegian name, parallel (Sámi, Kven) names, language form."""

    nummer: str
    navn: str
    parallelle: tuple[str, ...]
    fylke: str
    orgnr: str
    maalform: str
    oekonomisk_region: str


@dataclass(frozen=True)
class Fylke:
    """A county of 2024 and later; Oslo has no county municipality of its own and so no ``orgnr`` here."""

    nummer: str
    navn: str
    parallelle: tuple[str, ...]
    orgnr: str
    maalform: str


@dataclass(frozen=True)
class Kode:
    """A municipality code with its name in a period; ``til`` is exclusive."""

    nummer: str
    navn: str
    parallelle: tuple[str, ...]
    fra: date
    til: date | None


@dataclass(frozen=True)
class Endring:
    """A change between two codes: sammenslaaing, deling, nummerendring or navneendring."""

    dato: date
    type: str
    fra: str
    til: str


@dataclass(frozen=True)
class Folketall:
    """Inhabitants on 1 January ``aar``, under the number valid that day; ``kvalitet`` as in KVALITET."""

    nummer: str
    aar: int
    verdi: int
    kvalitet: str

    @property
    def dato(self) -> date:
        """The day the figure counts for."""
        return date(self.aar, 1, 1)


@dataclass(frozen=True)
class KostraFunksjon:
    """A municipal function in KOSTRA."""

    nummer: str
    navn: str


def kommuner_av(tekst: str) -> Iterator[Kommune]:
    """The rows of kommuner.csv."""
    for rad in _rader(tekst):
        yield Kommune(
            nummer=rad["nummer"],
            navn=rad["navn"],
            parallelle=_navneliste(rad["parallelle"]),
            fylke=rad["fylke"],
            orgnr=rad["orgnr"],
            maalform=rad["maalform"],
            oekonomisk_region=rad["oekonomisk_region"],
        )


def fylker_av(tekst: str) -> Iterator[Fylke]:
    """The rows of fylker.csv."""
    for rad in _rader(tekst):
        yield Fylke(rad["nummer"], rad["navn"], _navneliste(rad["parallelle"]), rad["orgnr"], rad["maalform"])


def koder_av(tekst: str) -> Iterator[Kode]:
    """The rows of identiteter.csv; an unknown start is FOER_REGISTERET."""
    for rad in _rader(tekst):
        fra = date.fromisoformat(rad["fra"]) if rad["fra"] else FOER_REGISTERET
        til = date.fromisoformat(rad["til"]) if rad["til"] else None
        yield Kode(rad["nummer"], rad["navn"], _navneliste(rad["parallelle"]), fra, til)


def endringer_av(tekst: str) -> Iterator[Endring]:
    """The rows of endringer.csv."""
    for rad in _rader(tekst):
        yield Endring(date.fromisoformat(rad["dato"]), rad["type"], rad["fra"], rad["til"])


def folketall_av(tekst: str) -> Iterator[Folketall]:
    """The cells of folketall.csv: a row per number, a column per year, and a letter behind figures that are not final.

    Empty cells are skipped: the number was not in use, or no source has the figure.
    """
    for rad in _rader(tekst):
        nummer = rad.pop("nummer")
        for aar, celle in rad.items():
            if celle:
                siffer = celle.rstrip("pt")
                yield Folketall(nummer, int(aar), int(siffer), KVALITET[celle[len(siffer) :]])


def kostra_funksjoner_av(tekst: str) -> Iterator[KostraFunksjon]:
    """The rows of kostra_funksjoner.csv."""
    for rad in _rader(tekst):
        yield KostraFunksjon(rad["nummer"], rad["navn"])


def _rader(tekst: str) -> Iterator[dict[str, str]]:
    return iter(csv.DictReader(tekst.splitlines()))


def _navneliste(celle: str) -> tuple[str, ...]:
    return tuple(celle.split("|")) if celle else ()
