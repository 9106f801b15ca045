"""The list and the register laid beside each other: ``lag_plan`` is the whole reading, from rows to what is written."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from kommuner.domene.lesing import rens

from .avtaletolk import Avtaletolk
from .deltakertolk import Deltakertolk
from .fordeling import med_samarbeidskommuner, merknader
from .gjenkjenning import Gjenkjenning
from .grunnlag import Grunnlag
from .kolonner import Felt
from .navnebok import normal
from .plan import Avtaleplan, Avtaleverdier, Plan, Plandeltaker, Status
from .rader import Lesing, Raaavtale
from .sammenligning import Sammenligning, sammenlign
from .spoersmaal import Spoersmaal, Spoersmaalsliste, Valg
from .tilfelle import Egne, Tilfelle
from .verdier import radnummer
from .verditolk import Verditolk

_LENGSTE_NAVN = 200


def lag_plan(lesing: Lesing, grunnlag: Grunnlag, svar: Mapping[str, str], egne: Egne | None = None) -> Plan:
    """What the list would do to the register, with the answers given so far. The same in gives the same out."""
    return _Planlegger(lesing, grunnlag, svar, egne or {}).plan()


class _Planlegger:
    """Goes through the agreements in the order of the list."""

    def __init__(self, lesing: Lesing, grunnlag: Grunnlag, svar: Mapping[str, str], egne: Egne) -> None:
        self.lesing, self.grunnlag, self.egne = lesing, grunnlag, egne
        self.spoersmaal = Spoersmaalsliste(svar)
        verdier = Verditolk(grunnlag, self.spoersmaal, lesing)
        navnene = {normal(avtale.navn) for avtale in lesing.avtaler}
        self.gjenkjenning = Gjenkjenning(grunnlag, self.spoersmaal, navnene)
        self.avtaler = Avtaletolk(lesing, grunnlag, egne, verdier)
        self.deltakere = Deltakertolk(lesing, grunnlag, self.spoersmaal, verdier)

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
        tilfelle = Tilfelle(raa, raa.rader[0].rad)
        navn = rens(raa.navn)
        rader = tuple(dict.fromkeys(celle.rad for celle in raa.rader))
        if self.egne.get(raa.noekkel, {}).get("hopp"):
            return Avtaleplan(raa.noekkel, navn, Status.HOPPET_OVER, Avtaleverdier(navn=navn), rader)
        self.gjenkjenning.finn(tilfelle)
        verdier = self.avtaler.les(tilfelle)
        deltakere = tuple(self.deltakere.deltakere(tilfelle, verdier, dato=self._dagen(verdier)))
        lagrede = tilfelle.finnes.deltakelser if tilfelle.finnes else ()
        deltakere = med_samarbeidskommuner(verdier.form, deltakere, lagrede, self.grunnlag.bok)
        verdier = replace(verdier, andre_deltakere=tilfelle.antall or None)
        self._kontroller(tilfelle, verdier, deltakere)
        sammenlignet = sammenlign(tilfelle.finnes, verdier, deltakere, self.avtaler.oppgitt(tilfelle), raa.har_id)
        sammenlignet = self._uten_andres(tilfelle, sammenlignet)
        self._se_over_deltakerne(tilfelle, sammenlignet)
        return self._ferdig(tilfelle, sammenlignet, rader)

    def _ferdig(self, tilfelle: Tilfelle, sammenlignet: Sammenligning, rader: tuple[int, ...]) -> Avtaleplan:
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

    # What is wrong --------------------------------------------------------------------------------------------------

    def _kontroller(self, tilfelle: Tilfelle, verdier: Avtaleverdier, deltakere: tuple[Plandeltaker, ...]) -> None:
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

    def _kontroller_antall(self, tilfelle: Tilfelle, deltakere: tuple[Plandeltaker, ...]) -> None:
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

    def _se_over_deltakerne(self, tilfelle: Tilfelle, sammenlignet: Sammenligning) -> None:
        """Remarks on who is in an agreement that is to be written, with those that only the register has."""
        if tilfelle.venter or sammenlignet.status is Status.UENDRET:
            return
        lagrede = tilfelle.finnes.deltakelser if tilfelle.finnes else ()
        bare_lagret = [d for d in lagrede if d.id not in {lest.deltakelse_id for lest in sammenlignet.deltakere}]
        verdier = sammenlignet.verdier
        for kode, args in merknader(verdier.form, (*sammenlignet.deltakere, *bare_lagret), self._dagen(verdier)):
            tilfelle.merk(kode, tilfelle.rad, **args)

    def _uten_andres(self, tilfelle: Tilfelle, sammenlignet: Sammenligning) -> Sammenligning:
        """Rows taken out of the register before somebody changed it: keep what is stored, or put the list's there."""
        finnes = tilfelle.finnes
        if finnes is None or sammenlignet.status is not Status.ENDRET:
            return sammenlignet
        versjon = radnummer(tilfelle.raa.tekst(Felt.AVTALE_VERSJON))
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


def _lagt_til(foerste: Raaavtale, andre: Raaavtale) -> Raaavtale:
    """One agreement of two rows with the same name."""
    felt = {navn: [*foerste.felt.get(navn, []), *andre.felt.get(navn, [])] for navn in {**foerste.felt, **andre.felt}}
    return Raaavtale(
        foerste.noekkel, foerste.navn, felt, [*foerste.deltakere, *andre.deltakere], [*foerste.rader, *andre.rader],
        foerste.dobbel_av, foerste.har_id,
    )  # fmt: skip


def _navnene(raa: Raaavtale) -> set[str]:
    return {normal(deltaker.lest.navn) for deltaker in raa.deltakere}
