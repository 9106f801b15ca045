"""A list from outside, xlsx or csv, as plain text cells with the row numbers its owner sees.

>>> tabell = les_tabell(innhold, "avtaler.xlsx", framdrift=lambda antall: ...)      # doctest: +SKIP
>>> tabell.overskrifter, tabell.rader[0].nummer, tabell.rader[0].celler             # doctest: +SKIP
(('Navn', 'Kommuner', 'Fra'), 4, ('Felles IKT', 'Bø, Nome', '2019-01-01'))
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kommuner.filer.avvisning import Filavvist, Grunn
from kommuner.filer.grenser import FLESTE_RADER
from kommuner.filer.overskrift import finn_overskriftsrad
from kommuner.filer.prosess import spoer_barn

_LENGSTE_NAVN = 255
_LENGSTE_ARKNAVN = 255


@dataclass(frozen=True)
class Ark:
    """A sheet of the file. Hidden ones are listed, but read only when asked for by name."""

    navn: str
    skjult: bool


@dataclass(frozen=True)
class Kolonne:
    """A column that has a heading or content. ``plass`` counts from zero and is its place in ``Rad.celler``."""

    plass: int
    bokstav: str
    overskrift: str


@dataclass(frozen=True)
class Rad:
    """A row with content. ``nummer`` is the spreadsheet's own, counted from one; every row is as wide as the table."""

    nummer: int
    celler: tuple[str, ...]


@dataclass(frozen=True)
class Tabell:
    """What was read. Cells are text as a person reads them, nothing rounded away, no spaces at the ends, never None.

    Dates are ISO («2019-01-01»), whole numbers without decimals, others with a decimal comma, percentages «25 %», yes
    and no «ja» and «nei», formulas their last computed value. A cell merged down stands in each of its rows. Rows
    without content are left out, and so are empty columns at the right; ``over`` has the rows above the headings.
    """

    format: str
    ark: tuple[Ark, ...]
    valgt_ark: str
    overskriftsrad: int
    overskrifter: tuple[str, ...]
    rader: tuple[Rad, ...]
    over: tuple[Rad, ...]
    tegnsett: str = ""
    skilletegn: str = ""

    @property
    def kolonner(self) -> tuple[Kolonne, ...]:
        """The columns a person would count: those with a heading or with content in any row."""
        return tuple(
            Kolonne(plass, kolonnebokstav(plass), overskrift)
            for plass, overskrift in enumerate(self.overskrifter)
            if overskrift or any(rad.celler[plass] for rad in self.rader)
        )


def les_tabell(
    innhold: bytes,
    filnavn: str,
    *,
    ark: str | None = None,
    overskriftsrad: int | None = None,
    framdrift: Callable[[int], None] | None = None,
) -> Tabell:
    """Guard and read an uploaded list in a limited child process.

    Without ``ark`` it is the first visible sheet that holds a list; without ``overskriftsrad`` (the spreadsheet's own
    row number) the row of headings is found. ``framdrift`` is called with the number of rows read so far, for a file
    that takes time; what it raises stops the reading. Raises Filavvist, and nothing else because of the file. At most
    ``grenser.FLESTE_RADER`` rows below the headings and ``grenser.FLESTE_KOLONNER`` columns; more is refused, not cut.
    """
    hode: dict[str, Any] = {}
    rader: dict[int, dict[int, str]] = {}
    if ark is not None and len(ark) > _LENGSTE_ARKNAVN:
        raise Filavvist(Grunn.UKJENT_ARK, ark=ark[:_LENGSTE_ARKNAVN])
    for melding in spoer_barn("tabell", filnavn[-_LENGSTE_NAVN:], ark, innhold=innhold):
        if "rad" in melding:
            rader[melding["rad"]] = {int(kolonne): tekst for kolonne, tekst in melding["celler"].items()}
        elif "format" in melding:
            hode = melding
        elif "lest" in melding and framdrift:
            framdrift(melding["lest"])
    return _tabell(hode, rader, overskriftsrad)


def kolonnebokstav(plass: int) -> str:
    """A for 0, Z for 25, AA for 26: the letter a spreadsheet shows over the column."""
    bokstaver = ""
    plass += 1
    while plass:
        plass, rest = divmod(plass - 1, 26)
        bokstaver = chr(ord("A") + rest) + bokstaver
    return bokstaver


def _tabell(hode: Mapping[str, Any], rader: Mapping[int, Mapping[int, str]], oensket: int | None) -> Tabell:
    if oensket is not None and oensket not in rader:
        raise Filavvist(Grunn.UKJENT_OVERSKRIFTSRAD, rad=oensket)
    valgt = oensket or finn_overskriftsrad(rader, hode.get("brede", ()))
    bredde = max(kolonne for nummer, rad in rader.items() if nummer >= valgt for kolonne in rad)
    under = tuple(_rad(nummer, rader[nummer], bredde) for nummer in sorted(rader) if nummer > valgt)
    if len(under) > FLESTE_RADER:
        raise Filavvist(Grunn.FOR_MANGE_RADER, hoeyst=FLESTE_RADER)
    return Tabell(
        format=hode["format"],
        ark=tuple(Ark(navn, skjult) for navn, skjult in hode.get("ark", ())),
        valgt_ark=hode.get("valgt", ""),
        overskriftsrad=valgt,
        overskrifter=_rad(valgt, rader[valgt], bredde).celler,
        rader=under,
        over=tuple(_rad(nummer, rader[nummer], max(rader[nummer])) for nummer in sorted(rader) if nummer < valgt),
        tegnsett=hode.get("tegnsett", ""),
        skilletegn=hode.get("skilletegn", ""),
    )


def _rad(nummer: int, celler: Mapping[int, str], bredde: int) -> Rad:
    return Rad(nummer, tuple(celler.get(kolonne, "") for kolonne in range(1, bredde + 1)))
