"""Who is in one agreement of the list, in which role, with what share, and when."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from kommuner.domene.lesing import rens
from kommuner.domene.navn import sorteringsnoekkel

from .deltakernavn import rolle_av
from .grunnlag import Grunnlag
from .kolonner import Felt
from .navnebok import normal
from .parttolk import Funnetpart, Parttolk, Svar
from .plan import Avtaleverdier, Plandeltaker
from .rader import Lesing, Raaavtale, Raadeltaker
from .spoersmaal import HOPP_OVER, Melding, Spoersmaal, Spoersmaalsliste, Valg
from .tilfelle import Tilfelle
from .verdier import radnummer
from .verditolk import Verditolk

_DELTAKERKOLONNER = {
    "eierandel": Felt.EIERANDEL, "ansvarsandel": Felt.ANSVARSANDEL, "medlemmer": Felt.MEDLEMMER,
    "varamedlemmer": Felt.VARAMEDLEMMER, "fra": Felt.DELTAKER_FRA, "til": Felt.DELTAKER_TIL, "del_av": Felt.DEL_AV,
    "merknad": Felt.MERKNAD,
}  # fmt: skip


class Deltakertolk:
    """Reads the participants of an agreement whose own facts are read."""

    def __init__(self, lesing: Lesing, grunnlag: Grunnlag, spoersmaal: Spoersmaalsliste, verdier: Verditolk) -> None:
        self.lesing, self.grunnlag, self.spoersmaal, self.verdier = lesing, grunnlag, spoersmaal, verdier
        self.parter = Parttolk(grunnlag.bok, spoersmaal)

    def deltakere(self, tilfelle: Tilfelle, verdier: Avtaleverdier, *, dato: date) -> Iterator[Plandeltaker]:
        """Everybody in the agreement, each once for each part of the municipality and each row of the register."""
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

    def _lagret_part(self, tilfelle: Tilfelle, raa: Raadeltaker) -> Svar | None:
        """The party the register has in this row, when the list still calls it the same."""
        id_ = _tall(raa, Felt.DELTAKELSE_ID)
        rader = tilfelle.finnes.deltakelser if tilfelle.finnes and id_ else ()
        for rad in rader:
            part = self.grunnlag.bok.parter.get(rad.part_id)
            if rad.id == id_ and part is not None and normal(part.navn) == normal(raa.lest.navn):
                return Svar((Funnetpart(part.id, part.navn),))
        return None

    def _uten_usikre(self, tilfelle: Tilfelle, raa: Raadeltaker) -> Svar | None:
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

    def _deltaker(self, tilfelle: Tilfelle, raa: Raadeltaker, part: Funnetpart, verdier: Avtaleverdier) -> Plandeltaker:
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
        self, tilfelle: Tilfelle, raa: Raadeltaker, part: Funnetpart, verdier: Avtaleverdier
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
    return radnummer(_tekst(raa, felt))
