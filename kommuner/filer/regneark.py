"""Reads a sheet of an xlsx cell by cell, holding no more of it than a list may have. Runs in the child process.

Which rows exist is taken from the rows themselves, never from what the sheet says of its own size. What stands beyond
the limits is a refusal and not a silent cut: a list half read is worse than none.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries

from kommuner.filer.avvisning import Filavvist, Grunn
from kommuner.filer.bokleser import Arkdel, Bokleser, Celleverdi
from kommuner.filer.celler import celletekst
from kommuner.filer.grenser import (
    DYPESTE_RAD,
    FLESTE_KOLONNER,
    FLESTE_LINJER,
    FLESTE_RADER,
    LENGSTE_CELLE,
    MEST_TEKST,
)

Framdrift = Callable[[int], None]
_MELDES_HVER = 250
_TABELLRADER = 2


@dataclass
class Arkinnhold:
    """What stands in one sheet: text by row and column, both counted from one, and the cells merged sideways."""

    navn: str
    rader: dict[int, dict[int, str]] = field(default_factory=dict)
    brede: list[tuple[int, int, int]] = field(default_factory=list)

    @property
    def er_tabell(self) -> bool:
        """Whether there are at least two rows with two cells each, so not only a cover or a note."""
        return sum(len(rad) > 1 for rad in self.rader.values()) >= _TABELLRADER


@dataclass(frozen=True)
class Bok:
    """The names of all sheets in order, with whether they are hidden, and the sheet that was read."""

    ark: list[tuple[str, bool]]
    valgt: Arkinnhold


def les_xlsx(innhold: bytes, ark: str | None, framdrift: Framdrift) -> Bok:
    """Read the named sheet, or else the first one a person would call a list.

    ``innhold`` has passed the guard. Raises Filavvist when there is more than a list may hold, nothing at all, or a
    file that openpyxl cannot make out.
    """
    try:
        return _les_bok(innhold, ark, framdrift)
    except (Filavvist, MemoryError):
        raise
    # openpyxl has no error of its own: a crooked file gives whatever the crooked value happens to break.
    except Exception as feil:
        raise Filavvist(Grunn.IKKE_LEST) from feil


def _les_bok(innhold: bytes, ark: str | None, framdrift: Framdrift) -> Bok:
    leser = Bokleser(innhold)
    alle = leser.ark
    if not alle:
        raise Filavvist(Grunn.IKKE_LEST)
    if ark is not None:
        oensket = [ett for ett in alle if ett.navn == ark]
        if not oensket:
            raise Filavvist(Grunn.UKJENT_ARK, ark=ark)
    else:
        oensket = [ett for ett in alle if not ett.skjult] or alle
    valgt = _foerste_liste(leser, oensket, framdrift)
    if not valgt.rader:
        raise Filavvist(Grunn.UTEN_INNHOLD)
    return Bok([(ett.navn, ett.skjult) for ett in alle], valgt)


def _foerste_liste(leser: Bokleser, alle: list[Arkdel], framdrift: Framdrift) -> Arkinnhold:
    """The first that is a list; without any, the first with something in it."""
    reserve = Arkinnhold("")
    for ett in alle:
        lest = _les_ark(leser, ett, framdrift)
        if lest.er_tabell:
            return lest
        if not reserve.rader:
            reserve = lest
    return reserve


def _les_ark(leser: Bokleser, ark: Arkdel, framdrift: Framdrift) -> Arkinnhold:
    lest = Arkinnhold(ark.navn)
    tegn = 0
    for del_ in leser.rader(ark):
        if isinstance(del_, list):
            _flett(lest, del_)
            continue
        nummer, celler = del_
        tegn += sum(len(celle.verdi) for celle in celler if isinstance(celle.verdi, str))
        if tegn > MEST_TEKST:
            raise Filavvist(Grunn.FOR_MYE_TEKST)
        rad = {celle.kolonne: tekst for celle in celler if (tekst := _tekst(celle))}
        if rad:
            _ta_inn(lest, nummer, rad)
            if len(lest.rader) % _MELDES_HVER == 0:
                framdrift(len(lest.rader))
    return lest


def _tekst(celle: Celleverdi) -> str:
    if isinstance(celle.verdi, str) and len(celle.verdi) > LENGSTE_CELLE:
        raise Filavvist(Grunn.FOR_MYE_TEKST)
    return celletekst(celle.verdi, celle.tallformat)


def _ta_inn(lest: Arkinnhold, nummer: int, rad: dict[int, str]) -> None:
    if max(rad) > FLESTE_KOLONNER:
        raise Filavvist(Grunn.FOR_MANGE_KOLONNER, kolonne=get_column_letter(max(rad)), hoeyst=FLESTE_KOLONNER)
    if not 1 <= nummer <= DYPESTE_RAD:
        raise Filavvist(Grunn.FOR_LANGT_NED, rad=nummer, hoeyst=DYPESTE_RAD)
    if nummer in lest.rader or min(rad) < 1:
        raise Filavvist(Grunn.IKKE_LEST)
    lest.rader[nummer] = rad
    if len(lest.rader) > FLESTE_LINJER:
        raise Filavvist(Grunn.FOR_MANGE_RADER, hoeyst=FLESTE_RADER)


def _flett(lest: Arkinnhold, omraader: list[str]) -> None:
    """A cell merged down over rows says the same for each of them. One merged sideways is a heading over columns."""
    for omraade in omraader:
        foerste_kolonne, foerste_rad, siste_kolonne, siste_rad = range_boundaries(omraade)
        tekst = lest.rader.get(foerste_rad, {}).get(foerste_kolonne)
        if not tekst:
            continue
        if siste_kolonne > foerste_kolonne:
            lest.brede.append((foerste_rad, foerste_kolonne, siste_kolonne))
        for nummer, rad in lest.rader.items():
            if foerste_rad < nummer <= siste_rad:
                rad.setdefault(foerste_kolonne, tekst)
