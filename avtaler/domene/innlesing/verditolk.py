"""The cells of a list as values; what has several readings, or none, becomes a question for all equal cells."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from typing import TypeVar

from kommuner.domene.lesing import Ulesbar, rens
from kommuner.domene.navn import sorteringsnoekkel
from kommuner.domene.skriving import vis_kort_dato

from .former import form_i_navnet, les_form
from .grunnlag import Grunnlag
from .kolonner import Felt
from .navnebok import normal
from .rader import Celle, Lesing, Raaavtale
from .spoersmaal import HOPP_OVER, SOM, Spoersmaal, Spoersmaalsliste, Valg
from .verdier import begge_datoer, les_antall, les_eierandel, les_orgnr, les_periode, les_slutt, les_start

T = TypeVar("T")
#: What people write in a cell they have nothing to put in.
_INGENTING = frozenset(
    {"", "ukjent", "ukjend", "ikke kjent", "ikkje kjend", "vet ikke", "veit ikkje", "usikker", "usikkert", "n/a", "na"}
)
_AARSTALL = re.compile(r"(?<!\d)(19[5-9]\d|20\d\d)(?!\d)")
_UTVIKLING = re.compile(
    r"\bregionr[å}]d|r[å}]det\b|\bIPR\b|\butvikling|\bn[æ{]ring|\breiseliv|\bturisme|\bregional|\bstrategi|\bbyv[e]kst",
    re.IGNORECASE,
)


class Verditolk:
    """Reads values with the answers that have been given."""

    def __init__(self, grunnlag: Grunnlag, spoersmaal: Spoersmaalsliste, lesing: Lesing) -> None:
        self.grunnlag = grunnlag
        self.spoersmaal = spoersmaal
        self._andel_er_del = _deler_gaar_opp(lesing)

    @property
    def _aar(self) -> int:
        return self.grunnlag.idag.year

    def form(self, celle: Celle | None, navn: str, rad: int) -> tuple[str, bool]:
        """The code of the form (empty while asked), and whether the list itself says it."""
        if celle is not None and celle.tekst.strip(" -–?"):
            lest = les_form(celle.tekst, self.grunnlag.former)
            return (
                (lest.kode, True) if lest.kode else (self._spoer_form(celle.tekst, lest.koder, lest.forslag, rad), True)
            )
        return (kode, False) if (kode := form_i_navnet(navn)) else (self._spoer_form("", (), "AVTALE", rad), False)

    def formmening(self, tekst: str) -> str:
        """What a text says of the form, by its code or by the answer; the same words say the same however written."""
        if kode := les_form(tekst, self.grunnlag.former).kode:
            return kode
        noekkel = _formnoekkel(tekst)
        return self.spoersmaal.svaret(noekkel).removeprefix("f:") or noekkel

    def _spoer_form(self, tekst: str, koder: tuple[str, ...], forslag: str, rad: int) -> str:
        alle = dict.fromkeys([*koder, *self.grunnlag.formkoder])
        valg = tuple(Valg(f"f:{kode}", "form", {"form": kode}) for kode in alle if kode in self.grunnlag.formkoder)
        kode = "flere_former" if koder else "ukjent_form" if tekst else "uten_form"
        noekkel = _formnoekkel(tekst)
        forslag = f"f:{forslag}" if forslag else ""
        svar = self.spoersmaal.still(Spoersmaal(noekkel, kode, {"tekst": tekst}, valg, forslag), rad)
        return svar.removeprefix("f:")

    def klasse(self, celle: Celle | None, form: str, navn: str) -> tuple[str, bool]:
        """Development or services, and whether the list says it: else told by the form and the name."""
        if celle is not None:
            ordet = sorteringsnoekkel(rens(celle.tekst))
            if kode := self.grunnlag.klassekoder.get(ordet, ""):
                return kode, True
        er_utvikling = form == "IPR" or (
            form not in ("IKS", "AS", "VERT_ADM", "VERT_NEMND") and _UTVIKLING.search(navn)
        )
        return ("utvikling" if er_utvikling else "tjenesteyting"), False

    def periode(self, fra: Celle | None, til: Celle | None, rad: int) -> tuple[date | None, date | None] | None:
        """First and last day as the list says them; None while a question about them stands."""
        start = self._dato(fra, lambda tekst: les_periode(tekst, referanseaar=self._aar), rad)
        slutt = self._dato(til, lambda tekst: (les_slutt(tekst, referanseaar=self._aar), None), rad)
        if start is None or slutt is None:
            return None
        return start[0], slutt[0] or start[1]

    def dag(self, celle: Celle | None, rad: int, *, siste: bool = False) -> tuple[date | None] | None:
        """A day in a tuple of one (empty cell: none); None while a question about it stands."""
        les = les_slutt if siste else les_start
        svar = self._dato(celle, lambda tekst: (les(tekst, referanseaar=self._aar), None), rad)
        return None if svar is None else (svar[0],)

    def _dato(
        self, celle: Celle | None, les: Callable[[str], tuple[date, date | None]], rad: int
    ) -> tuple[date | None, date | None] | None:
        if celle is None or celle.tekst.casefold().strip(" -–?.") in _INGENTING:
            return None, None
        try:
            return les(celle.tekst)
        except Ulesbar as feil:
            svar = self._spoer_dato(celle.tekst, feil, rad)
        if not svar:
            return None
        if svar == HOPP_OVER:
            return None, None
        try:
            return les(svar.removeprefix(SOM))
        except Ulesbar:
            return None

    def _spoer_dato(self, tekst: str, feil: Ulesbar, rad: int) -> str:
        lesninger = begge_datoer(feil, referanseaar=self._aar)
        valg = [Valg(SOM + en.isoformat(), "datoen", {"dato": vis_kort_dato(en)}) for en in lesninger]
        valg.append(Valg(HOPP_OVER, "la_staa_tom"))
        kode = "flertydig_dato" if lesninger else "ulesbar_dato"
        noekkel = f"dato:{rens(tekst).casefold()}"
        return self._typet(
            Spoersmaal(noekkel, kode, {"tekst": rens(tekst)}, tuple(valg), fritekst="dato"), rad, self._les_dag
        )

    def _typet(self, spoersmaal: Spoersmaal, rad: int, les: Callable[[str], object]) -> str:
        """The answer; none when what was typed cannot be read either, and then the question stands and says why."""
        svar = self.spoersmaal.still(spoersmaal, rad)
        if svar.startswith(SOM):
            try:
                les(svar.removeprefix(SOM))
            except Ulesbar as feil:
                self.spoersmaal.avvis(spoersmaal, feil)
                return ""
        return svar

    def _les_dag(self, tekst: str) -> date:
        return les_start(tekst, referanseaar=self._aar)

    def felles_start(self, rad: int) -> date | None:
        """The one day that agreements without a date are put from; None while it is asked for."""
        aar = _AARSTALL.findall(self.grunnlag.filnavn)
        forslag = date(int(aar[-1]) if aar and int(aar[-1]) <= self._aar else self._aar, 1, 1)
        dager = dict.fromkeys([forslag, date(self._aar, 1, 1)])
        valg = tuple(Valg(SOM + dag.isoformat(), "datoen", {"dato": vis_kort_dato(dag)}) for dag in dager)
        spoersmaal = Spoersmaal("fra:", "uten_dato", {}, valg, valg[0].verdi, fritekst="dato")
        svar = self._typet(spoersmaal, rad, self._les_dag)
        return les_start(svar.removeprefix(SOM), referanseaar=self._aar) if svar else None

    def andel(self, tekst: str, rad: int) -> tuple[Fraction | None] | None:
        """A share in a tuple of one (empty: none); None while a question about it stands."""
        if not tekst.strip(" -–?"):
            return (None,)
        try:
            return (les_eierandel(tekst),)
        except Ulesbar as feil:
            if feil.kode == "flertydig_andel":
                return self._som_del_eller_prosent(tekst, rad)
        return self._ulesbar_verdi("andel", tekst, rad, les_eierandel)

    def _som_del_eller_prosent(self, tekst: str, rad: int) -> tuple[Fraction | None] | None:
        valg = (Valg("del", "andel_er_del"), Valg("prosent", "andel_er_prosent"))
        forslag = "del" if self._andel_er_del else "prosent"
        svar = self.spoersmaal.still(Spoersmaal("andel", "flertydig_andel", {"tekst": rens(tekst)}, valg, forslag), rad)
        return (les_eierandel(tekst, som_del=svar == "del"),) if svar else None

    def antall(self, celle: Celle | None, rad: int) -> tuple[int | None] | None:
        """A count in a tuple of one (empty: none); None while a question about it stands."""
        if celle is None or not celle.tekst.strip(" -–?"):
            return (None,)
        tall = _lest(lambda: les_antall(celle.tekst))
        return (tall,) if tall is not None else self._ulesbar_verdi("tall", celle.tekst, rad, les_antall)

    def orgnr(self, celle: Celle | None, rad: int) -> tuple[str] | None:
        """An organisation number in a tuple of one (empty: none); None while a question about it stands."""
        if celle is None or not celle.tekst.strip(" -–?"):
            return ("",)
        nummer = _lest(lambda: les_orgnr(celle.tekst))
        if nummer is not None:
            return (nummer,)
        svar = self._ulesbar_verdi("orgnr", celle.tekst, rad, les_orgnr)
        return None if svar is None else (svar[0] or "",)

    def _ulesbar_verdi(self, slag: str, tekst: str, rad: int, les: Callable[[str], T]) -> tuple[T | None] | None:
        """What cannot be read: leave it out, or type it anew."""
        valg = (Valg(HOPP_OVER, "la_staa_tom"),)
        forslag = HOPP_OVER if slag == "orgnr" else ""
        ren = rens(tekst)
        noekkel = f"{slag}:{ren.casefold()}"
        spoersmaal = Spoersmaal(noekkel, f"ulesbar_{slag}", {"tekst": ren[:80]}, valg, forslag, fritekst=slag)
        svar = self._typet(spoersmaal, rad, les)
        if not svar:
            return None
        return (None,) if svar == HOPP_OVER else (les(svar.removeprefix(SOM)),)

    def oppgaver(self, celler: Iterable[Celle], rad: int) -> tuple[str, ...] | None:
        """The codes of the tasks, sorted; None while a question about one stands."""
        tekster = dict.fromkeys(tekst for celle in celler for tekst in self._oppgavetekster(celle.tekst))
        svar = [self._oppgave(tekst, rad) for tekst in tekster]
        if None in svar:
            return None
        return tuple(sorted({kode for kode in svar if kode}))

    def _oppgavetekster(self, celle: str) -> list[str]:
        """The tasks a cell names. A comma parts them, unless it is in the name of one."""
        tekster = [rens(bit) for bit in re.split(r"[;|\n]", celle)]
        kjente = self.grunnlag.oppgavekoder
        return [
            rens(bit)
            for tekst in tekster
            for bit in ([tekst] if normal(tekst) in kjente else tekst.split(","))
            if rens(bit)
        ]

    def _oppgave(self, tekst: str, rad: int) -> str | None:
        """The code, empty for a text that is to be left out, None while it is asked about."""
        koder = self.grunnlag.oppgavekoder
        if kode := koder.get(normal(tekst)):
            return kode
        like = _like_oppgaver(tekst, self.grunnlag)
        alle = dict.fromkeys([*like, *self.grunnlag.oppgaver])
        valg = [Valg(f"o:{kode}", "oppgaven", {"oppgave": kode}) for kode in alle]
        valg.append(Valg(HOPP_OVER, "ingen_oppgave"))
        forslag = f"o:{like[0]}" if len(like) == 1 else HOPP_OVER
        noekkel = f"oppgave:{normal(tekst)}"
        spoersmaal = Spoersmaal(noekkel, "ukjent_oppgave", {"tekst": tekst[:80]}, tuple(valg), forslag)
        svar = self.spoersmaal.still(spoersmaal, rad)
        return None if not svar else "" if svar == HOPP_OVER else svar.removeprefix("o:")


def _formnoekkel(tekst: str) -> str:
    return f"form:{' '.join(sorteringsnoekkel(tekst).split())}"


def _lest(les: Callable[[], T]) -> T | None:
    try:
        return les()
    except Ulesbar:
        return None


def _like_oppgaver(tekst: str, grunnlag: Grunnlag) -> list[str]:
    """Tasks whose name holds the word, or the other way about."""
    noekkel = normal(tekst)
    if len(noekkel) < 3:
        return []
    navnene = grunnlag.oppgavekoder.items()
    return list(dict.fromkeys(kode for navn, kode in navnene if noekkel in navn or navn in noekkel))[:4]


def _deler_gaar_opp(lesing: Lesing) -> bool:
    """Whether shares written as 0,25 add up to one in some agreement: then they are parts of the whole."""
    return any(_sum_av_deler(avtale) for avtale in lesing.avtaler)


def _sum_av_deler(avtale: Raaavtale) -> bool:
    celler = (deltaker.felt.get(Felt.EIERANDEL) for deltaker in avtale.deltakere)
    deler = [_som_del(celle.tekst) for celle in celler if celle is not None]
    tall = [del_ for del_ in deler if del_ is not None]
    return len(tall) > 1 and abs(sum(tall, Fraction(0)) - 1) <= Fraction(3, 100)


def _som_del(tekst: str) -> Fraction | None:
    return _lest(lambda: les_eierandel(tekst, som_del=True))
