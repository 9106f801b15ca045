"""Which agreement of the register a row is about: by its id, its number, its name, or a name much like it."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from kommuner.domene.lesing import rens

from .grunnlag import Grunnlag, ordstarter
from .kolonner import Felt
from .navnebok import normal
from .plan import Registeravtale
from .spoersmaal import Spoersmaal, Spoersmaalsliste, Valg
from .tilfelle import Tilfelle

#: How alike two names of agreements must be to be asked about, and to be taken for the same.
LIK_NOK, SAMME = 0.84, 0.95
_FLEST_LIKE = 40


class Gjenkjenning:
    """Finds each agreement once. ``navnene`` are those the list names itself, which are no misspellings of others."""

    def __init__(self, grunnlag: Grunnlag, spoersmaal: Spoersmaalsliste, navnene: set[str]) -> None:
        self.grunnlag, self.spoersmaal, self.navnene = grunnlag, spoersmaal, navnene
        self.tatt: dict[int, str] = {}

    def finn(self, tilfelle: Tilfelle) -> None:
        """Set ``tilfelle.finnes`` to the agreement, or leave it when the list has a new one."""
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

    def _etter_orgnr_eller_navn(self, tilfelle: Tilfelle) -> Registeravtale | None:
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

    def _lignende(self, tilfelle: Tilfelle) -> Registeravtale | None:
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
