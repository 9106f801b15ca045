"""The charts of what a municipality pays per inhabitant, drawn the same for the page, the report and its HTML.

Every chart says its message in words (title and description), and stands beside a table with the same figures.
Amounts are øre. A pixel is the unit of `bredde`; below `SMAL` names stand above their bars instead of beside them.
"""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kommuner.domene.skriving import vis_beloep
from rapport.domene.innhold import Avtaleark, Betaling
from rapport.domene.svg import Svg, linje, stolpe, tegning, tekst

BREDDE = 620
SMAL = 520
_VERDI = 96
_RAD = 18
_STOLPE = 13
_LINJE = 16
_TEGN = 7
_TEGN_HALVFET = 8

TEKSTER = {
    "nb": {
        "betaler": "{navn} betaler {vi} per innbygger til {avtale} i {aar}",
        "mer": "{betaler}, mer enn snittet av de andre ({andre}).",
        "mindre": "{betaler}, mindre enn snittet av de andre ({andre}).",
        "likt": "{betaler}, like mye som snittet av de andre.",
        "alene": "{betaler}.",
        "rekke": "Stolpediagram. Kroner per innbygger: {verdier}.",
        "ukjent": "ikke oppgitt",
        "vi": "Vi",
        "andre": "Snittet av de andre",
        "par_ett_ingen": "{navn} betaler ikke mer per innbygger enn snittet av de andre deltakerne.",
        "par_ett": "{navn} betaler mer per innbygger enn snittet av de andre deltakerne.",
        "par_ingen": "I ingen av de {alle} samarbeidene betaler {navn} mer per innbygger enn snittet av de andre"
        " deltakerne.",
        "par_hvert": "I alle de {alle} samarbeidene betaler {navn} mer per innbygger enn snittet av de andre"
        " deltakerne.",
        "par": "I {mer} av {alle} samarbeid betaler {navn} mer per innbygger enn snittet av de andre deltakerne.",
        "par_alle": "Stolpediagram med to stolper per samarbeid. {verdier}.",
        "par_noen": "Stolpediagram med to stolper for hvert av de {antall} dyreste samarbeidene. {verdier}.",
        "par_verdi": "{avtale}: {vi}, de andre {andre}",
    },
    "nn": {
        "betaler": "{navn} betaler {vi} per innbyggjar til {avtale} i {aar}",
        "mer": "{betaler}, meir enn snittet av dei andre ({andre}).",
        "mindre": "{betaler}, mindre enn snittet av dei andre ({andre}).",
        "likt": "{betaler}, like mykje som snittet av dei andre.",
        "alene": "{betaler}.",
        "rekke": "Stolpediagram. Kroner per innbyggjar: {verdier}.",
        "ukjent": "ikkje oppgitt",
        "vi": "Vi",
        "andre": "Snittet av dei andre",
        "par_ett_ingen": "{navn} betaler ikkje meir per innbyggjar enn snittet av dei andre deltakarane.",
        "par_ett": "{navn} betaler meir per innbyggjar enn snittet av dei andre deltakarane.",
        "par_ingen": "I ingen av dei {alle} samarbeida betaler {navn} meir per innbyggjar enn snittet av dei andre"
        " deltakarane.",
        "par_hvert": "I alle dei {alle} samarbeida betaler {navn} meir per innbyggjar enn snittet av dei andre"
        " deltakarane.",
        "par": "I {mer} av {alle} samarbeid betaler {navn} meir per innbyggjar enn snittet av dei andre deltakarane.",
        "par_alle": "Stolpediagram med to stolpar per samarbeid. {verdier}.",
        "par_noen": "Stolpediagram med to stolpar for kvart av dei {antall} dyraste samarbeida. {verdier}.",
        "par_verdi": "{avtale}: {vi}, dei andre {andre}",
    },
}


@dataclass(frozen=True, kw_only=True)
class Diagram:
    """A chart and what it says in words; `tittel` is its message."""

    svg: Svg
    tittel: str
    beskrivelse: str

    @property
    def alt(self) -> str:
        """The words that replace the chart where it is shown as an image."""
        return f"{self.tittel} {self.beskrivelse}"


@dataclass(frozen=True, kw_only=True)
class Stolpe:
    """One bar: what it is called, how long it is (øre; None is unknown), and whether it is ours."""

    navn: str
    oere: int | None
    er_oss: bool


@dataclass(frozen=True, kw_only=True)
class Par:
    """What one of ours and one of the others' inhabitants pay for an agreement, in øre."""

    navn: str
    vi: int
    andre: int


def sammenlikning(betaling: Betaling, *, avtale: str, maalform: str, merke: str, bredde: int = BREDDE) -> Diagram:
    """The participants' øre per inhabitant in one agreement, dearest first, ours marked."""
    stolper = sorted(
        (Stolpe(navn=d.navn, oere=d.oere_per_innbygger, er_oss=d.er_oss) for d in betaling.deltakere),
        key=lambda s: -1 if s.oere is None else s.oere,
        reverse=True,
    )
    tittel = _budskap(betaling, avtale=avtale, maalform=maalform)
    alle = [s.oere for s in stolper]
    verdier = ", ".join(f"{s.navn} {_verdi(s.oere, alle, maalform)}" for s in stolper)
    beskrivelse = TEKSTER[maalform]["rekke"].format(verdier=verdier)
    deler, hoeyde = _stolper(stolper, maalform=maalform, merke=merke, bredde=bredde)
    return _diagram(tittel, beskrivelse, deler, merke=merke, bredde=bredde, hoeyde=hoeyde)


def vi_og_andre(
    avtaler: Sequence[Avtaleark],
    *,
    kommune: str,
    maalform: str,
    merke: str,
    bredde: int = BREDDE,
    flest: int | None = None,
) -> Diagram | None:
    """Two bars per agreement: ours and the average of the others', øre per inhabitant, in the order given.

    `flest` draws only so many; the message still counts all. None when no agreement can be compared.
    """
    ord_ = TEKSTER[maalform]
    alle = [par for ark in avtaler for par in _par(ark)]
    if not alle:
        return None
    par = alle[:flest]
    mer = sum(p.vi > p.andre for p in alle)
    tittel = ord_[_hvor_mange(mer, len(alle))].format(mer=mer, alle=len(alle), navn=kommune)
    verdier = "; ".join(
        ord_["par_verdi"].format(avtale=p.navn, vi=_kroner(p.vi, p.andre), andre=_kroner(p.andre, p.vi)) for p in par
    )
    beskrivelse = ord_["par_alle" if par == alle else "par_noen"].format(antall=len(par), verdier=verdier)
    deler, hoeyde = _parvis(par, ord_=ord_, merke=merke, bredde=bredde)
    return _diagram(tittel, beskrivelse, deler, merke=merke, bredde=bredde, hoeyde=hoeyde)


def _hvor_mange(mer: int, alle: int) -> str:
    """Which sentence says in how many of the agreements we pay more."""
    if alle == 1:
        return "par_ett" if mer else "par_ett_ingen"
    return "par_ingen" if mer == 0 else "par_hvert" if mer == alle else "par"


def _diagram(tittel: str, beskrivelse: str, deler: list[str], *, merke: str, bredde: int, hoeyde: int) -> Diagram:
    svg = tegning(merke=merke, bredde=bredde, hoeyde=hoeyde, tittel=tittel, beskrivelse=beskrivelse, deler=deler)
    return Diagram(svg=svg, tittel=tittel, beskrivelse=beskrivelse)


def _par(ark: Avtaleark) -> list[Par]:
    """The pair of an agreement, or nothing where one of the two is unknown."""
    betaling = ark.betaling
    if betaling is None or betaling.oere_per_innbygger is None or betaling.andres_oere_per_innbygger is None:
        return []
    return [Par(navn=ark.navn, vi=betaling.oere_per_innbygger, andre=betaling.andres_oere_per_innbygger)]


def _budskap(betaling: Betaling, *, avtale: str, maalform: str) -> str:
    """The one sentence a reader should take with them."""
    ord_ = TEKSTER[maalform]
    vi, andre = betaling.oere_per_innbygger, betaling.andres_oere_per_innbygger
    navn = next((d.navn for d in betaling.deltakere if d.er_oss), "")
    betaler = ord_["betaler"].format(navn=navn, vi=_verdi(vi, [andre], maalform), avtale=avtale, aar=betaling.aar)
    return ord_[_forhold(vi, andre)].format(betaler=betaler, andre=_verdi(andre, [vi], maalform))


def _forhold(vi: int | None, andre: int | None) -> str:
    if vi is None or andre is None:
        return "alene"
    return "likt" if vi == andre else "mer" if vi > andre else "mindre"


def _verdi(oere: int | None, andre: Iterable[int | None], maalform: str) -> str:
    return TEKSTER[maalform]["ukjent"] if oere is None else _kroner(oere, *andre)


def _kroner(oere: int, *andre: int | None) -> str:
    """An amount that stands beside ``andre``: with øre when any of them has."""
    return vis_beloep(oere, med_oere=any((et or 0) % 100 for et in andre))


def _lengde(oere: int, *, stoerst: int, plass: int) -> int:
    """How long the bar is in pixels: whole, at least one when there is anything to show."""
    return max(oere * plass // stoerst, 1 if oere > 0 else 0) if stoerst > 0 else 0


def _stolper(stolper: Sequence[Stolpe], *, maalform: str, merke: str, bredde: int) -> tuple[list[str], int]:
    """One row per participant, and the height they take."""
    kolonne = _navnekolonne(stolper, bredde)
    plass = bredde - kolonne - _VERDI
    alle = [s.oere for s in stolper]
    stoerst = max((oere or 0 for oere in alle), default=0)
    deler: list[str] = []
    y = 2
    for s in stolper:
        linjer = _brutt(s.navn, (kolonne - 10) if kolonne else bredde)
        topp = y if kolonne else y + len(linjer) * _LINJE + 2
        lengde = _lengde(s.oere or 0, stoerst=stoerst, plass=plass)
        deler += [tekst(del_, x=0, y=y + 12 + nr * _LINJE, halvfet=s.er_oss) for nr, del_ in enumerate(linjer)]
        deler.append(stolpe(merke=merke, x=kolonne, y=topp, bredde=lengde, hoeyde=_STOLPE, er_oss=s.er_oss))
        deler.append(tekst(_verdi(s.oere, alle, maalform), x=kolonne + lengde + 8, y=topp + 12, halvfet=s.er_oss))
        y = max(topp + _RAD + (0 if kolonne else 11), y + len(linjer) * _LINJE + 3)
    akse = [linje(x=kolonne, fra=0, til=y - 5)] if kolonne else []
    return deler + akse, y - 4


def _navnekolonne(stolper: Sequence[Stolpe], bredde: int) -> int:
    """How wide the column of names is; 0 where the drawing is too narrow to have one."""
    lengst = max((len(s.navn) for s in stolper), default=0)
    return min(lengst * _TEGN_HALVFET + 16, bredde * 2 // 5) if bredde >= SMAL else 0


def _brutt(navn: str, plass: int) -> list[str]:
    return textwrap.wrap(navn, max(plass // _TEGN_HALVFET, 12)) or [""]


def _parvis(par: Sequence[Par], *, ord_: dict[str, str], merke: str, bredde: int) -> tuple[list[str], int]:
    """The legend, then name and two bars per agreement, and the height they take."""
    stoerst = max(max(p.vi, p.andre) for p in par)
    alle = [oere for p in par for oere in (p.vi, p.andre)]
    deler, y = _forklaring(ord_, merke=merke), 34
    for p in par:
        for del_ in _brutt(p.navn, bredde):
            deler.append(tekst(del_, x=0, y=y + 12, halvfet=True))
            y += _LINJE + 1
        for oere, er_oss in ((p.vi, True), (p.andre, False)):
            lengde = _lengde(oere, stoerst=stoerst, plass=bredde - _VERDI)
            deler.append(stolpe(merke=merke, x=0, y=y, bredde=lengde, hoeyde=12, er_oss=er_oss))
            deler.append(tekst(_kroner(oere, *alle), x=lengde + 8, y=y + 11))
            y += 17
        y += 13
    return deler, y - 10


def _forklaring(ord_: dict[str, str], *, merke: str) -> list[str]:
    """The legend, in the same order as the bars."""
    andre_x = 34 + len(ord_["vi"]) * _TEGN + 24
    return [
        stolpe(merke=merke, x=1, y=3, bredde=24, hoeyde=12, er_oss=True),
        tekst(ord_["vi"], x=32, y=14),
        stolpe(merke=merke, x=andre_x, y=3, bredde=24, hoeyde=12, er_oss=False),
        tekst(ord_["andre"], x=andre_x + 31, y=14),
    ]
