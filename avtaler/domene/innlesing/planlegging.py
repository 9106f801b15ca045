"""The list and the register laid beside each other: ``lag_plan`` is the whole reading, from rows to what is written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from difflib import SequenceMatcher

from kommuner.domene.lesing import Ulesbar, rens
from kommuner.domene.navn import sorteringsnoekkel

from .deltakernavn import rolle_av
from .fordeling import med_samarbeidskommuner, merknader
from .former import les_form
from .grunnlag import Grunnlag, ordstarter
from .kolonner import AVTALEFELT, Felt
from .navnebok import normal
from .parttolk import Funnetpart, Parttolk, Svar
from .plan import Avtaleplan, Avtaleverdier, Plan, Plandeltaker, Registeravtale, Status
from .rader import Celle, Lesing, Raaavtale, Raadeltaker
from .sammenligning import Sammenligning, sammenlign
from .spoersmaal import HOPP_OVER, Melding, Spoersmaal, Spoersmaalsliste, Valg
from .verdier import les_antall, les_start
from .verditolk import Verditolk

#: How alike two names of agreements must be to be asked about, and to be taken for the same.
LIK_NOK, SAMME = 0.84, 0.95
_LENGSTE_NAVN = 200
_FLEST_LIKE = 40
#: A person's own facts of one agreement, by its key: form, klasse, hopp.
Egne = Mapping[str, Mapping[str, str]]


def lag_plan(lesing: Lesing, grunnlag: Grunnlag, svar: Mapping[str, str], egne: Egne | None = None) -> Plan:
    """What the list would do to the register, with the answers given so far. The same in gives the same out."""
    return _Planlegger(lesing, grunnlag, svar, egne or {}).plan()


@dataclass
class _Tilfelle:
    """One agreement of the list while it is being understood."""

    raa: Raaavtale
    rad: int
    finnes: Registeravtale | None = None
    meldinger: list[Melding] = field(default_factory=list)
    gjettet: set[str] = field(default_factory=set)
    venter: bool = False
    antall: int = 0

    def feil(self, kode: str, celle: Celle | None = None, **args: str) -> None:
        sted, tekst, rad = (celle.sted, celle.tekst, celle.rad) if celle else ("", "", self.rad)
        self.meldinger.append(Melding(kode, args, rad, er_feil=True, sted=sted, tekst=tekst))

    def merk(self, kode: str, rad: int | None = None, **args: str) -> None:
        self.meldinger.append(Melding(kode, args, self.rad if rad is None else rad))


class _Planlegger:
    """Goes through the agreements in the order of the list."""

    def __init__(self, lesing: Lesing, grunnlag: Grunnlag, svar: Mapping[str, str], egne: Egne) -> None:
        self.lesing, self.grunnlag, self.egne = lesing, grunnlag, egne
        self.spoersmaal = Spoersmaalsliste(svar)
        self.verdier = Verditolk(grunnlag, self.spoersmaal, lesing)
        self.parter = Parttolk(grunnlag.bok, self.spoersmaal)
        self.tatt: dict[int, str] = {}
        self.navnene = {normal(avtale.navn) for avtale in lesing.avtaler}

    def plan(self) -> Plan:
        avtaler = tuple(self._avtale(raa) for raa in self._uten_doble())
        return Plan(avtaler, self.spoersmaal.alle(), self.lesing.utelatte, self.lesing.felt)

    def _uten_doble(self) -> list[Raaavtale]:
        """The agreements, with those of the same name taken together when a person says that they are one."""
        ferdige: dict[str, Raaavtale] = {}
        for raa in self.lesing.avtaler:
            foerste = ferdige.get(raa.dobbel_av)
            if foerste is not None and self._er_samme(foerste, raa) == "samme":
                ferdige[foerste.noekkel] = _lagt_til(foerste, raa)
            else:
                ferdige[raa.noekkel] = raa
        return list(ferdige.values())

    def _er_samme(self, foerste: Raaavtale, andre: Raaavtale) -> str:
        like = _navnene(foerste) == _navnene(andre)
        args = {"navn": andre.navn, "rad": str(foerste.rader[0].rad), "andre": str(andre.rader[0].rad)}
        valg = (Valg("samme", "slaa_sammen"), Valg("ny", "to_avtaler"))
        noekkel = f"dobbel:{andre.noekkel}"
        spoersmaal = Spoersmaal(noekkel, "dobbelt_navn", args, valg, "samme" if like else "ny")
        return self.spoersmaal.still(spoersmaal, andre.rader[0].rad)

    def _avtale(self, raa: Raaavtale) -> Avtaleplan:
        tilfelle = _Tilfelle(raa, raa.rader[0].rad)
        navn = rens(raa.navn)
        rader = tuple(dict.fromkeys(celle.rad for celle in raa.rader))
        if self.egne.get(raa.noekkel, {}).get("hopp"):
            return Avtaleplan(raa.noekkel, navn, Status.HOPPET_OVER, Avtaleverdier(navn=navn), rader)
        self._finn_i_registeret(tilfelle)
        verdier = self._verdier(tilfelle)
        deltakere = tuple(self._deltakere(tilfelle, verdier))
        lagrede = tilfelle.finnes.deltakelser if tilfelle.finnes else ()
        deltakere = med_samarbeidskommuner(verdier.form, deltakere, lagrede, self.grunnlag.bok)
        verdier = replace(verdier, andre_deltakere=tilfelle.antall or None)
        self._kontroller(tilfelle, verdier, deltakere)
        sammenlignet = sammenlign(tilfelle.finnes, verdier, deltakere, self._oppgitt(tilfelle), raa.har_id)
        sammenlignet = self._uten_andres(tilfelle, sammenlignet)
        self._se_over_deltakerne(tilfelle, sammenlignet)
        return self._ferdig(tilfelle, sammenlignet, rader)

    def _ferdig(self, tilfelle: _Tilfelle, sammenlignet: Sammenligning, rader: tuple[int, ...]) -> Avtaleplan:
        finnes = tilfelle.finnes
        har_feil = any(melding.er_feil for melding in tilfelle.meldinger)
        status = Status.FEIL if har_feil else sammenlignet.status
        return Avtaleplan(
            tilfelle.raa.noekkel, sammenlignet.verdier.navn or rens(tilfelle.raa.navn), status,
            sammenlignet.verdier, rader, sammenlignet.deltakere, sammenlignet.endringer, tuple(tilfelle.meldinger),
            avtale_id=finnes.id if finnes else None, versjon=finnes.versjon if finnes else None,
            gjettet=frozenset(tilfelle.gjettet) if finnes is None else frozenset(), venter=tilfelle.venter,
            bare_i_registeret=sammenlignet.bare_i_registeret,
        )  # fmt: skip

    # Which agreement it is ------------------------------------------------------------------------------------------

    def _finn_i_registeret(self, tilfelle: _Tilfelle) -> None:
        raa = tilfelle.raa
        if raa.har_id:
            tilfelle.finnes = self.grunnlag.etter_id.get(int(raa.noekkel.removeprefix("id:") or 0))
            if tilfelle.finnes is None:
                tilfelle.feil("ukjent_id", raa.foerste(Felt.AVTALE_ID), id=raa.noekkel.removeprefix("id:"))
        else:
            tilfelle.finnes = self._etter_orgnr_eller_navn(tilfelle)
        if (finnes := tilfelle.finnes) is not None:
            if finnes.id in self.tatt and not raa.har_id:
                tilfelle.feil(
                    "samme_avtale", raa.foerste(Felt.NAVN), navn=finnes.verdier.navn, rad=self.tatt[finnes.id]
                )
            self.tatt[finnes.id] = str(tilfelle.rad)

    def _etter_orgnr_eller_navn(self, tilfelle: _Tilfelle) -> Registeravtale | None:
        raa = tilfelle.raa
        siffer = "".join(tegn for tegn in raa.tekst(Felt.ORGNR) if tegn.isdigit())
        if treff := self.grunnlag.etter_orgnr.get(siffer):
            return treff
        like = [en for en in self.grunnlag.etter_navn.get(normal(raa.navn), []) if en.id not in self.tatt]
        if like:
            return like[0]
        if raa.dobbel_av or not raa.navn:
            return None
        return self._lignende(tilfelle)

    def _lignende(self, tilfelle: _Tilfelle) -> Registeravtale | None:
        """An agreement of much the same name, if a person says that it is the one."""
        navn = normal(tilfelle.raa.navn)
        kandidater = sorted(self._kandidater(navn), key=lambda par: (-par[0], par[1].id))[:3]
        if not kandidater:
            return None
        valg = [Valg(f"a:{en.id}", "samme_som", {"navn": en.verdier.navn}) for _likhet, en in kandidater]
        forslag = valg[0].verdi if kandidater[0][0] >= SAMME else "ny"
        args = {"navn": rens(tilfelle.raa.navn)}
        spoersmaal = Spoersmaal(
            f"lik:{tilfelle.raa.noekkel}", "lignende_avtale", args, (*valg, Valg("ny", "ny_avtale")), forslag
        )  # fmt: skip
        svar = self.spoersmaal.still(spoersmaal, tilfelle.rad)
        tilfelle.venter = tilfelle.venter or not svar
        return self.grunnlag.etter_id.get(int(svar.removeprefix("a:"))) if svar.startswith("a:") else None

    def _kandidater(self, navn: str) -> Iterator[tuple[float, Registeravtale]]:
        """Agreements of the register that the list does not name itself, with how alike their names are."""
        sett = SequenceMatcher(None, autojunk=False)
        sett.set_seq2(navn)
        for annet in self._med_samme_ord(navn):
            avtalene = self.grunnlag.etter_navn[annet]
            if annet in self.navnene or avtalene[0].id in self.tatt:
                continue
            sett.set_seq1(annet)
            if sett.real_quick_ratio() >= LIK_NOK and sett.quick_ratio() >= LIK_NOK and sett.ratio() >= LIK_NOK:
                yield sett.ratio(), avtalene[0]

    def _med_samme_ord(self, navn: str) -> list[str]:
        """Names with a word in common, by the rarest word first; never so many that a long list takes long."""
        bok = self.grunnlag.etter_ordstart
        grupper = sorted(
            (bok[start] for start in ordstarter(navn) if start in bok), key=lambda gruppe: (len(gruppe), gruppe)
        )
        return list(dict.fromkeys(annet for gruppe in grupper for annet in gruppe[:_FLEST_LIKE]))[:_FLEST_LIKE]

    # What it says ---------------------------------------------------------------------------------------------------

    def _oppgitt(self, tilfelle: _Tilfelle) -> frozenset[Felt]:
        """The facts the list says something about. With the register's ids an empty cell says that there is nothing."""
        fylte = {felt for felt in AVTALEFELT if tilfelle.raa.foerste(felt) is not None}
        if tilfelle.antall:
            fylte.add(Felt.ANTALL)
        return frozenset(fylte | (set(AVTALEFELT) & self.lesing.felt if tilfelle.raa.har_id else set()))

    def _verdier(self, tilfelle: _Tilfelle) -> Avtaleverdier:
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

    def _cellen(self, tilfelle: _Tilfelle, felt: Felt, *, er_valgt: bool = False) -> Celle | None:
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

    def _form(self, tilfelle: _Tilfelle, celle: Celle | None, navn: str, egne: Mapping[str, str]) -> str:
        if (egen := egne.get("form", "")) in self.grunnlag.formkoder:
            return egen
        if celle is None and tilfelle.finnes is not None:
            return tilfelle.finnes.verdier.form
        form, sagt = self.verdier.form(celle, navn, tilfelle.rad)
        if not sagt:
            tilfelle.gjettet.add("form")
        tilfelle.venter = tilfelle.venter or not form
        return form

    def _perioden(self, tilfelle: _Tilfelle, fra: Celle | None, til: Celle | None) -> tuple[date | None, date | None]:
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

    def _kilde(self, tilfelle: _Tilfelle) -> str:
        """The source, and the remarks of a row that is of the whole agreement: nothing in the list is lost."""
        celler = [*tilfelle.raa.felt.get(Felt.KILDE, ()), *tilfelle.raa.felt.get(Felt.MERKNAD, ())]
        return "\n".join(dict.fromkeys(celle.tekst.strip() for celle in celler))

    # Who is in ------------------------------------------------------------------------------------------------------

    def _deltakere(self, tilfelle: _Tilfelle, verdier: Avtaleverdier) -> Iterator[Plandeltaker]:
        """Everybody in the agreement, each once for each part of the municipality and each row of the register."""
        dato = self._dagen(verdier)
        naboer = self._naboer(tilfelle.raa)
        funnet: dict[tuple[object, ...], Plandeltaker] = {}
        for raa in tilfelle.raa.deltakere:
            svar = self._lagret_part(tilfelle, raa) or self._uten_usikre(tilfelle, raa)
            svar = svar or self.parter.finn(raa.lest, dato=dato, rad=raa.celle.rad, naboer=naboer)
            tilfelle.antall += svar.antall
            tilfelle.venter = tilfelle.venter or svar.venter
            tilfelle.meldinger += svar.meldinger
            for part in svar.parter:
                deltaker = self._deltaker(tilfelle, raa, part, verdier)
                noekkel = _noekkel(deltaker)
                funnet[noekkel] = _samlet(funnet[noekkel], deltaker) if noekkel in funnet else deltaker
        yield from funnet.values()

    def _lagret_part(self, tilfelle: _Tilfelle, raa: Raadeltaker) -> Svar | None:
        """The party the register has in this row, when the list still calls it the same."""
        id_ = _tall(raa, Felt.DELTAKELSE_ID)
        rader = tilfelle.finnes.deltakelser if tilfelle.finnes and id_ else ()
        for rad in rader:
            part = self.grunnlag.bok.parter.get(rad.part_id)
            if rad.id == id_ and part is not None and normal(part.navn) == normal(raa.lest.navn):
                return Svar((Funnetpart(part.id, part.navn),))
        return None

    def _uten_usikre(self, tilfelle: _Tilfelle, raa: Raadeltaker) -> Svar | None:
        """Nobody, until a person says that one with a question mark is in."""
        if not raa.lest.usikker:
            return None
        noekkel = f"med:{tilfelle.raa.noekkel}:{normal(raa.lest.navn)}"
        args = {"navn": raa.lest.navn, "avtale": rens(tilfelle.raa.navn)}
        spoersmaal = Spoersmaal(noekkel, "usikker_deltaker", args, (Valg("ja", "ta_med"), Valg(HOPP_OVER, "utelat")))
        svar = self.spoersmaal.still(spoersmaal, raa.celle.rad)
        if svar == HOPP_OVER:
            return Svar(meldinger=(Melding("utelatt_deltaker", {"tekst": raa.lest.tekst}, raa.celle.rad),))
        return None if svar else Svar(venter=True)

    def _naboer(self, raa: Raaavtale) -> frozenset[str]:
        """The counties of the participants whose names nobody else has had."""
        fylker = (self.grunnlag.bok.alene(deltaker.lest.navn) for deltaker in raa.deltakere if deltaker.lest.navn)
        return frozenset().union(*fylker)

    def _deltaker(
        self, tilfelle: _Tilfelle, raa: Raadeltaker, part: Funnetpart, verdier: Avtaleverdier
    ) -> Plandeltaker:
        rad = raa.celle.rad
        fra, til = self._deltid(tilfelle, raa, part, verdier)
        eierandel = self.verdier.andel(_tekst(raa, Felt.EIERANDEL) or raa.lest.andel, rad)
        ansvarsandel = self.verdier.andel(_tekst(raa, Felt.ANSVARSANDEL), rad)
        medlemmer = self.verdier.antall(raa.felt.get(Felt.MEDLEMMER), rad)
        vara = self.verdier.antall(raa.felt.get(Felt.VARAMEDLEMMER), rad)
        tilfelle.venter = tilfelle.venter or None in (eierandel, ansvarsandel, medlemmer, vara)
        return Plandeltaker(
            part_id=part.id, navn=part.navn, ny_type=part.ny_type, orgnr=part.orgnr, fra=fra, til=til,
            rolle=self._rolle(raa) or "deltaker", eierandel=eierandel[0] if eierandel else None,
            ansvarsandel=ansvarsandel[0] if ansvarsandel else None, medlemmer=medlemmer[0] if medlemmer else None,
            varamedlemmer=vara[0] if vara else None, del_av=(_tekst(raa, Felt.DEL_AV) or raa.lest.del_av)[:80],
            merknad=", ".join(filter(None, (raa.lest.merknad, _tekst(raa, Felt.MERKNAD))))[:300], rad=rad,
            deltakelse_id=_tall(raa, Felt.DELTAKELSE_ID), versjon=_tall(raa, Felt.DELTAKELSE_VERSJON),
            oppgitt=self._sagt(raa),
        )  # fmt: skip

    def _sagt(self, raa: Raadeltaker) -> frozenset[str]:
        """What the row says of the participation. A row with the register's id says everything it has columns for."""
        med_id = Felt.DELTAKELSE_ID in raa.felt
        felt = {
            "rolle": self._rolle(raa) or (med_id and Felt.ROLLE in self.lesing.felt),
            "eierandel": raa.lest.andel, "del_av": raa.lest.del_av, "merknad": raa.lest.merknad,
        }  # fmt: skip
        sagt = {navn for navn, verdi in felt.items() if verdi}
        for navn, ett in _DELTAKERKOLONNER.items():
            if ett in raa.felt or (med_id and ett in self.lesing.felt):
                sagt.add(navn)
        return frozenset(sagt)

    def _rolle(self, raa: Raadeltaker) -> str:
        if not (tekst := _tekst(raa, Felt.ROLLE)):
            return raa.lest.rolle
        ordet = sorteringsnoekkel(rens(tekst))
        kode = self.grunnlag.rollekoder.get(ordet, "")
        return kode or rolle_av(tekst) or raa.lest.rolle

    def _deltid(
        self, tilfelle: _Tilfelle, raa: Raadeltaker, part: Funnetpart, verdier: Avtaleverdier
    ) -> tuple[date | None, date | None]:
        """The period of the participation: its own, else the agreement's, but never outside the party's own life."""
        egen_fra = self.verdier.dag(raa.felt.get(Felt.DELTAKER_FRA), raa.celle.rad)
        egen_til = self.verdier.dag(raa.felt.get(Felt.DELTAKER_TIL), raa.celle.rad, siste=True)
        if egen_fra is None or egen_til is None:
            tilfelle.venter = True
            return None, None
        fra = egen_fra[0] or verdier.fra
        til = egen_til[0] + timedelta(days=1) if egen_til[0] else verdier.til
        kjent = self.grunnlag.bok.parter.get(part.id) if part.id is not None else None
        if kjent is not None and egen_fra[0] is None and fra and kjent.fra and fra < kjent.fra:
            fra = kjent.fra
            tilfelle.merk("med_fra_den_ble_til", raa.celle.rad, navn=kjent.navn, dato=fra.isoformat())
        if kjent is not None and egen_til[0] is None and kjent.til and (til is None or til > kjent.til):
            til = kjent.til
        return fra, til

    # What is wrong --------------------------------------------------------------------------------------------------

    def _kontroller(self, tilfelle: _Tilfelle, verdier: Avtaleverdier, deltakere: tuple[Plandeltaker, ...]) -> None:
        celle = tilfelle.raa.foerste(Felt.NAVN) or tilfelle.raa.navnested
        if not verdier.navn:
            tilfelle.feil("mangler_navn", None if tilfelle.raa.har_id else celle)
        elif len(verdier.navn) > _LENGSTE_NAVN:
            tilfelle.feil("for_langt_navn", celle, hoeyst=str(_LENGSTE_NAVN))
        if verdier.fra and verdier.til and verdier.til <= verdier.fra:
            tilfelle.feil("til_foer_fra", tilfelle.raa.foerste(Felt.TIL) or tilfelle.raa.foerste(Felt.FRA))
        for deltaker in deltakere:
            if deltaker.fra and deltaker.til and deltaker.til <= deltaker.fra:
                tilfelle.feil("deltaker_utenfor", None, navn=deltaker.navn)
        self._kontroller_antall(tilfelle, deltakere)

    def _kontroller_antall(self, tilfelle: _Tilfelle, deltakere: tuple[Plandeltaker, ...]) -> None:
        """What the list itself says the number is, of municipalities or of all."""
        siffer = tilfelle.raa.tekst(Felt.ANTALL)
        if not siffer.isascii() or not siffer.isdigit() or tilfelle.venter or len(siffer) > 4:
            return
        kommuner = {d.part_id for d in deltakere if d.part_id and self.grunnlag.bok.parter[d.part_id].type == "kommune"}
        alle = {(d.part_id, d.navn) for d in deltakere}
        if int(siffer) not in {len(kommuner), len(alle), len(alle) + tilfelle.antall, len(kommuner) + tilfelle.antall}:
            tilfelle.merk("annet_antall", antall=siffer, lest=str(len(alle)))

    def _dagen(self, verdier: Avtaleverdier) -> date:
        """Today, or the last day of an agreement that is over."""
        return min(self.grunnlag.idag, verdier.til - timedelta(days=1)) if verdier.til else self.grunnlag.idag

    def _se_over_deltakerne(self, tilfelle: _Tilfelle, sammenlignet: Sammenligning) -> None:
        """Remarks on who is in an agreement that is to be written, with those that only the register has."""
        if tilfelle.venter or sammenlignet.status is Status.UENDRET:
            return
        lagrede = tilfelle.finnes.deltakelser if tilfelle.finnes else ()
        bare_lagret = [d for d in lagrede if d.id not in {lest.deltakelse_id for lest in sammenlignet.deltakere}]
        verdier = sammenlignet.verdier
        for kode, args in merknader(verdier.form, (*sammenlignet.deltakere, *bare_lagret), self._dagen(verdier)):
            tilfelle.merk(kode, tilfelle.rad, **args)

    def _uten_andres(self, tilfelle: _Tilfelle, sammenlignet: Sammenligning) -> Sammenligning:
        """Rows taken out of the register before somebody changed it: keep what is stored, or put the list's there."""
        finnes = tilfelle.finnes
        if finnes is None or sammenlignet.status is not Status.ENDRET:
            return sammenlignet
        versjon = _helt_tall(tilfelle.raa.tekst(Felt.AVTALE_VERSJON))
        utdatert = versjon is not None and versjon != finnes.versjon and bool(sammenlignet.endringer)
        lagret = {deltakelse.id: deltakelse.versjon for deltakelse in finnes.deltakelser}
        utdatert = utdatert or any(
            d.status is Status.ENDRET and d.versjon is not None and d.versjon != lagret.get(d.deltakelse_id or 0)
            for d in sammenlignet.deltakere
        )
        if not utdatert:
            return sammenlignet
        valg = (Valg("behold", "behold_lagret"), Valg("bruk", "bruk_fila"))
        args = {"navn": finnes.verdier.navn, "rad": str(tilfelle.rad)}
        spoersmaal = Spoersmaal(f"endret:{finnes.id}:{finnes.versjon}", "endret_av_andre", args, valg, "behold")
        tilfelle.merk("endret_siden")
        svar = self.spoersmaal.still(spoersmaal, tilfelle.rad)
        tilfelle.venter = tilfelle.venter or not svar
        return sammenlignet if svar != "behold" else sammenlignet.uendret(finnes)


_DELTAKERKOLONNER = {
    "eierandel": Felt.EIERANDEL, "ansvarsandel": Felt.ANSVARSANDEL, "medlemmer": Felt.MEDLEMMER,
    "varamedlemmer": Felt.VARAMEDLEMMER, "fra": Felt.DELTAKER_FRA, "til": Felt.DELTAKER_TIL, "del_av": Felt.DEL_AV,
    "merknad": Felt.MERKNAD,
}  # fmt: skip


def _lagt_til(foerste: Raaavtale, andre: Raaavtale) -> Raaavtale:
    """One agreement of two rows with the same name."""
    felt = {navn: [*foerste.felt.get(navn, []), *andre.felt.get(navn, [])] for navn in {**foerste.felt, **andre.felt}}
    return Raaavtale(
        foerste.noekkel, foerste.navn, felt, [*foerste.deltakere, *andre.deltakere], [*foerste.rader, *andre.rader],
        foerste.dobbel_av, foerste.har_id,
    )  # fmt: skip


def _navnene(raa: Raaavtale) -> set[str]:
    return {normal(deltaker.lest.navn) for deltaker in raa.deltakere}


def _noekkel(deltaker: Plandeltaker) -> tuple[object, ...]:
    """What makes two mentions the same participation."""
    egen = (deltaker.deltakelse_id, deltaker.fra if "fra" in deltaker.oppgitt else None)
    return (deltaker.part_id, normal(deltaker.navn) if deltaker.part_id is None else "", deltaker.del_av, *egen)


def _samlet(foerste: Plandeltaker, andre: Plandeltaker) -> Plandeltaker:
    """The same party named twice, as host and among all: together they say more."""
    return replace(
        foerste, rolle=andre.rolle if foerste.rolle == "deltaker" else foerste.rolle,
        eierandel=foerste.eierandel if foerste.eierandel is not None else andre.eierandel,
        ansvarsandel=foerste.ansvarsandel if foerste.ansvarsandel is not None else andre.ansvarsandel,
        medlemmer=foerste.medlemmer if foerste.medlemmer is not None else andre.medlemmer,
        varamedlemmer=foerste.varamedlemmer if foerste.varamedlemmer is not None else andre.varamedlemmer,
        merknad=foerste.merknad or andre.merknad, oppgitt=foerste.oppgitt | andre.oppgitt,
    )  # fmt: skip


def _tekst(raa: Raadeltaker, felt: Felt) -> str:
    celle = raa.felt.get(felt)
    return celle.tekst if celle else ""


def _tall(raa: Raadeltaker, felt: Felt) -> int | None:
    return _helt_tall(_tekst(raa, felt))


def _helt_tall(tekst: str) -> int | None:
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 16 else None


def _linjer(celle: Celle | None) -> tuple[str, ...]:
    return tuple(_rene(celle.tekst.split("\n"))) if celle else ()


def _rene(tekster: Iterable[str]) -> Iterator[str]:
    yield from (rent for tekst in tekster if (rent := rens(tekst)))
