"""A key in words, a sentence per step, in bokmål or nynorsk: what the councils agreed to, before any amount."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from kommuner.domene.skriving import MELLOMROM
from kostnad.domene.ledd import kriterienavn, utfyll, velg
from kostnad.domene.oppdrag import ALLE, FastBeloep, FastProsent, Fordel, Grense, Sats, Steg, Trinn
from kostnad.domene.penger import vis, vis_sats, vis_tall
from kostnad.domene.tilstand import LIK, Utvalg

Par = tuple[str, str]

SETNINGER: dict[str, Par] = {
    "fast_prosent_foerst": ("{hvem} betaler {prosent} av beløpet.", "{hvem} betaler {prosent} av beløpet."),
    "fast_prosent": (
        "{hvem} betaler {prosent} av det som da er igjen.",
        "{hvem} betaler {prosent} av det som då er att.",
    ),
    "fast_beloep": ("{hvem} betaler {beloep}.", "{hvem} betaler {beloep}."),
    "fast_beloep_alle": ("Hver deltaker betaler {beloep}.", "Kvar deltakar betaler {beloep}."),
    "sats": ("Hver deltaker betaler {sats} {enhet}.", "Kvar deltakar betaler {sats} {enhet}."),
    "sats_tak": (
        "Hver deltaker betaler {sats} {enhet}, men ikke mer enn {tak}.",
        "Kvar deltakar betaler {sats} {enhet}, men ikkje meir enn {tak}.",
    ),
    "trinn": (
        "Hver deltaker betaler etter {kriterium}: {rader}.",
        "Kvar deltakar betaler etter {kriterium}: {rader}.",
    ),
    "fordel_alt": ("Beløpet deles {maate}.", "Beløpet blir delt {maate}."),
    "fordel_rest": ("Resten deles {maate}.", "Resten blir delt {maate}."),
    "gulv": ("Ingen betaler mindre enn {gulv}.", "Ingen betaler mindre enn {gulv}."),
    "tak": ("Ingen betaler mer enn {tak}.", "Ingen betaler meir enn {tak}."),
    "gulv_tak": (
        "Ingen betaler mindre enn {gulv} eller mer enn {tak}.",
        "Ingen betaler mindre enn {gulv} eller meir enn {tak}.",
    ),
    "bare": ("Dette gjelder bare {hvem}.", "Dette gjeld berre {hvem}."),
    "unntatt": ("Dette gjelder ikke {hvem}.", "Dette gjeld ikkje {hvem}."),
}
ENHETER: dict[str, Par] = {
    "folketall": ("per innbygger", "per innbyggjar"),
    "elever": ("per elev", "per elev"),
    "timer": ("per time", "per time"),
    "tonn": ("per tonn", "per tonn"),
}
ENHET: Par = ("for hver enhet av {kriterium}", "for kvar eining av {kriterium}")
LIKT: Par = ("likt på alle", "likt på alle")
ETTER: Par = ("etter {kriterium}", "etter {kriterium}")
OG: Par = (" og ", " og ")
TIL_OG_MED: Par = ("{beloep} til og med {til}", "{beloep} til og med {til}")
OVER: Par = ("{beloep} over det", "{beloep} over det")


def noekkel_i_ord(noekkel: Iterable[Steg], navn: Mapping[str, str], maalform: str) -> list[str]:
    """Return a sentence per step. `navn` gives the participants' names; an id without one is said as it is."""
    setninger, foerst = [], True
    for steg in noekkel:
        kode, verdier = _ledd(steg, navn, maalform, foerst)
        gjelder = _utvalg(getattr(steg, "utvalg", Utvalg()), navn, maalform)
        setninger.append(" ".join([_si(SETNINGER[kode], verdier, maalform), *gjelder]))
        foerst = False
    return setninger


def _ledd(steg: Steg, navn: Mapping[str, str], maalform: str, foerst: bool) -> tuple[str, dict[str, str]]:
    """Return which sentence says the step, and what fills it."""
    match steg:
        case FastProsent():
            verdier = {"hvem": navn.get(steg.deltaker, steg.deltaker), "prosent": _prosent(steg.prosent)}
            return ("fast_prosent_foerst" if foerst else "fast_prosent"), verdier
        case FastBeloep(deltaker=deltaker):
            verdier = {"hvem": navn.get(deltaker, deltaker), "beloep": vis(steg.beloep_oere)}
            return ("fast_beloep_alle" if deltaker == ALLE else "fast_beloep"), verdier
        case Sats():
            return _sats(steg, maalform)
        case Trinn():
            return "trinn", {"kriterium": kriterienavn(steg.etter, maalform), "rader": _rader(steg, maalform)}
        case Fordel():
            return ("fordel_alt" if foerst else "fordel_rest"), {"maate": _maate(steg, maalform)}
        case Grense():
            grenser = {"gulv": steg.gulv_oere, "tak": steg.tak_oere}
            skrevet = {ord_: vis(oere) for ord_, oere in grenser.items() if oere is not None}
            return "_".join(skrevet), skrevet
    raise TypeError(steg)


def _sats(steg: Sats, maalform: str) -> tuple[str, dict[str, str]]:
    enhet = _si(ENHETER.get(steg.etter, ENHET), {"kriterium": kriterienavn(steg.etter, maalform)}, maalform)
    verdier = {"sats": vis_sats(steg.sats_oere), "enhet": enhet[:1].lower() + enhet[1:]}
    return ("sats", verdier) if steg.tak_oere is None else ("sats_tak", verdier | {"tak": vis(steg.tak_oere)})


def _rader(steg: Trinn, maalform: str) -> str:
    rader = []
    for rad in steg.rader:
        mal = OVER if rad.til is None else TIL_OG_MED
        til = "" if rad.til is None else vis_tall(rad.til)
        rader.append(velg(mal, maalform).format(beloep=vis(rad.beloep_oere), til=til))
    return ", ".join(rader)


def _maate(steg: Fordel, maalform: str) -> str:
    """Return «likt på alle», «etter folketall» or «50 % likt på alle og 50 % etter folketall»."""
    deler = [(k.vekt / steg.vektsum, _etter(k.navn, maalform)) for k in steg.etter if k.vekt]
    if len(deler) == 1:
        return deler[0][1]
    return velg(OG, maalform).join(f"{_prosent(vekt * 100)} {etter}" for vekt, etter in deler)


def _etter(kriterium: str, maalform: str) -> str:
    if kriterium == LIK:
        return velg(LIKT, maalform)
    return velg(ETTER, maalform).format(kriterium=kriterienavn(kriterium, maalform))


def _utvalg(utvalg: Utvalg, navn: Mapping[str, str], maalform: str) -> list[str]:
    for kode, ider in (("bare", utvalg.deltakere), ("unntatt", utvalg.unntatt)):
        if ider:
            hvem = velg(OG, maalform).join(navn.get(ident, ident) for ident in ider)
            return [_si(SETNINGER[kode], {"hvem": hvem}, maalform)]
    return []


def _prosent(prosent: Fraction) -> str:
    """Return «50 %», «33,3 %» or, where one decimal is not enough, the fraction of the whole."""
    if (prosent * 10).denominator == 1:
        return f"{vis_tall(prosent)}{MELLOMROM}%"
    return vis_tall(prosent / 100)


def _si(par: Par, verdier: Mapping[str, str], maalform: str) -> str:
    return utfyll(velg(par, maalform), verdier, maalform)
