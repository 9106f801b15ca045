"""What the list says of one agreement: its facts, and which cell counts where its rows disagree."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from kommuner.domene.lesing import Ulesbar, rens
from kommuner.domene.navn import sorteringsnoekkel

from .former import les_form
from .grunnlag import Grunnlag
from .kolonner import AVTALEFELT, Felt
from .navnebok import normal
from .plan import Avtaleverdier
from .rader import Celle, Lesing
from .tilfelle import Egne, Tilfelle
from .verdier import les_antall, les_start
from .verditolk import Verditolk


class Avtaletolk:
    """Reads the cells of an agreement; ``egne`` are the facts a person has set."""

    def __init__(self, lesing: Lesing, grunnlag: Grunnlag, egne: Egne, verdier: Verditolk) -> None:
        self.lesing, self.grunnlag, self.egne, self.verdier = lesing, grunnlag, egne, verdier

    def oppgitt(self, tilfelle: Tilfelle) -> frozenset[Felt]:
        """The facts the list says something about. With the register's ids an empty cell says that there is nothing."""
        fylte = {felt for felt in AVTALEFELT if tilfelle.raa.foerste(felt) is not None}
        if tilfelle.antall:
            fylte.add(Felt.ANTALL)
        return frozenset(fylte | (set(AVTALEFELT) & self.lesing.felt if tilfelle.raa.har_id else set()))

    def les(self, tilfelle: Tilfelle) -> Avtaleverdier:
        """The facts, with those of the register where the list says nothing."""
        raa, rad, finnes = tilfelle.raa, tilfelle.rad, tilfelle.finnes
        egne = self.egne.get(raa.noekkel, {})
        celler = {felt: self._cellen(tilfelle, felt, er_valgt=self._er_valgt(felt, egne)) for felt in AVTALEFELT}
        navn = rens(navnecelle.tekst) if (navnecelle := celler[Felt.NAVN]) else ""
        if finnes is not None and not raa.har_id and normal(navn) == normal(finnes.verdier.navn):
            # Found by its name, so the list does not say how it is written.
            navn = finnes.verdier.navn
        form = self._form(tilfelle, celler[Felt.FORM], navn, egne)
        klasse, sagt = self.verdier.klasse(celler[Felt.KLASSE], form, navn)
        if egne.get("klasse") in self.grunnlag.klasser.values():
            klasse, sagt = egne["klasse"], True
        if not sagt:
            tilfelle.gjettet.add("klasse")
            klasse = finnes.verdier.klasse if finnes else klasse
        fra, til = self._perioden(tilfelle, celler[Felt.FRA], celler[Felt.TIL])
        oppgaver = self.verdier.oppgaver(raa.felt.get(Felt.OPPGAVER, ()), rad)
        orgnr = self.verdier.orgnr(celler[Felt.ORGNR], rad)
        maaneder = self.verdier.antall(celler[Felt.OPPSIGELSE], rad)
        tilfelle.venter = tilfelle.venter or None in (oppgaver, orgnr, maaneder)
        return Avtaleverdier(
            navn=navn, form=form, klasse=klasse, oppgaver=oppgaver or (), formaal=_linjer(celler[Felt.FORMAAL]),
            orgnr=orgnr[0] if orgnr else "", fra=fra, til=til, kilde=self._kilde(tilfelle),
            oppsigelse_maaneder=maaneder[0] if maaneder else None,
        )  # fmt: skip

    def _er_valgt(self, felt: Felt, egne: Mapping[str, str]) -> bool:
        """Whether a person has said what the agreement has, so that it no longer matters what its rows say."""
        if felt is Felt.FORM:
            return egne.get("form", "") in self.grunnlag.formkoder
        return felt is Felt.KLASSE and egne.get("klasse") in self.grunnlag.klasser.values()

    def _cellen(self, tilfelle: Tilfelle, felt: Felt, *, er_valgt: bool = False) -> Celle | None:
        """The cell that counts. Where rows of one agreement disagree, it is the one that differs from the register."""
        celler = tilfelle.raa.felt.get(felt, [])
        ulike = {self._mening(felt, celle): celle for celle in reversed(celler)}
        if len(ulike) < 2 or er_valgt or felt in (Felt.OPPGAVER, Felt.KILDE):
            return celler[0] if celler else None
        if tilfelle.finnes is not None and tilfelle.raa.har_id:
            nye = [celle for celle in ulike.values() if not self._er_lagret(felt, celle, tilfelle.finnes.verdier)]
            if len(nye) < 2:
                return nye[0] if nye else celler[0]
        tilfelle.feil("ulike_verdier", celler[0], felt=felt, rader=", ".join(str(c.rad) for c in ulike.values()))
        return celler[0]

    def _mening(self, felt: Felt, celle: Celle) -> object:
        """What the cell says: «971 032 146» and «971032146», or «IKS» and the form written out, are no quarrel."""
        tekst = rens(celle.tekst)
        if felt is Felt.ORGNR:
            return "".join(tegn for tegn in tekst if tegn.isdigit()) or tekst
        if felt is Felt.FORM:
            return self.verdier.formmening(tekst)
        if felt in (Felt.FRA, Felt.TIL):
            try:
                return les_start(tekst, referanseaar=self.grunnlag.idag.year)
            except Ulesbar:
                return tekst
        return sorteringsnoekkel(tekst)

    def _er_lagret(self, felt: Felt, celle: Celle, lagret: Avtaleverdier) -> bool:
        """Whether the cell says what the register has."""
        aar = self.grunnlag.idag.year
        try:
            if felt in (Felt.FRA, Felt.TIL):
                siste = lagret.til - timedelta(days=1) if lagret.til else None
                return les_start(celle.tekst, referanseaar=aar) == (lagret.fra if felt is Felt.FRA else siste)
            if felt is Felt.OPPSIGELSE:
                return les_antall(celle.tekst) == lagret.oppsigelse_maaneder
        except Ulesbar:
            return False
        if felt is Felt.FORM:
            return les_form(celle.tekst, self.grunnlag.former).kode == lagret.form
        if felt is Felt.KLASSE:
            return self.verdier.klasse(celle, "", "") == (lagret.klasse, True)
        ordrett = {Felt.NAVN: lagret.navn, Felt.ORGNR: lagret.orgnr, Felt.FORMAAL: " ".join(lagret.formaal)}
        return rens(celle.tekst).replace(" ", "") == ordrett.get(felt, "").replace(" ", "")

    def _form(self, tilfelle: Tilfelle, celle: Celle | None, navn: str, egne: Mapping[str, str]) -> str:
        if (egen := egne.get("form", "")) in self.grunnlag.formkoder:
            return egen
        if celle is None and tilfelle.finnes is not None:
            return tilfelle.finnes.verdier.form
        form, sagt = self.verdier.form(celle, navn, tilfelle.rad)
        if not sagt:
            tilfelle.gjettet.add("form")
        tilfelle.venter = tilfelle.venter or not form
        return form

    def _perioden(self, tilfelle: Tilfelle, fra: Celle | None, til: Celle | None) -> tuple[date | None, date | None]:
        lest = self.verdier.periode(fra, til, tilfelle.rad)
        if lest is None:
            tilfelle.venter = True
            return None, None
        start, siste = lest
        slutt = siste + timedelta(days=1) if siste else None
        if start is None and tilfelle.finnes is not None:
            return (
                None if tilfelle.raa.har_id and Felt.FRA in self.lesing.felt else tilfelle.finnes.verdier.fra
            ), slutt
        if start is None:
            start = self.verdier.felles_start(tilfelle.rad)
            tilfelle.gjettet.add("fra")
            tilfelle.venter = tilfelle.venter or start is None
        return start, slutt

    def _kilde(self, tilfelle: Tilfelle) -> str:
        """The source, and the remarks of a row that is of the whole agreement: nothing in the list is lost."""
        celler = [*tilfelle.raa.felt.get(Felt.KILDE, ()), *tilfelle.raa.felt.get(Felt.MERKNAD, ())]
        return "\n".join(dict.fromkeys(celle.tekst.strip() for celle in celler))


def _linjer(celle: Celle | None) -> tuple[str, ...]:
    return tuple(_rene(celle.tekst.split("\n"))) if celle else ()


def _rene(tekster: Iterable[str]) -> Iterator[str]:
    yield from (rent for tekst in tekster if (rent := rens(tekst)))
