"""Whom the names of a list are: the parties that are sure, and a question for each name that is not."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kommuner.domene.skriving import vis_kort_dato

from .deltakernavn import Deltakernavn, les_deltaker
from .navnebok import Navnebok, Slag, Treff, normal
from .spoersmaal import HOPP_OVER, SOM, Melding, Spoersmaal, Spoersmaalsliste, Valg

#: The kinds of party that can be entered from a list; municipalities come with the reference data.
NYE_TYPER = ("privat", "iks", "stat", "fylkeskommune", "annet")
_TYPER: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iks", re.compile(r"\bIKS\b|\binterkommunalt selskap\b", re.IGNORECASE)),
    ("fylkeskommune", re.compile(r"\bfylkeskommune\b", re.IGNORECASE)),
    ("stat", re.compile(
        r"\bstat(en|s\w*)\b|\bfylkesmann\w*|\bHF\b|\bhelsef[oø]retak\w*|\bpoliti\w*|\buniversitet\w*"
        r"|\bh[øo]gskol\w*|\bh[øo]gskul\w*|\bNAV\b|\bbispedømme\w*|\bdirektorat\w*|\bIMDi\b", re.IGNORECASE)),
    ("privat", re.compile(r"\b(ASA?|SA|BA|ANS|DA|KS)\b|\bA/S\b|(?i:\bstiftelse\w*|\bforening\w*|\bbank\b|\blag\b)")),
)  # fmt: skip
_LENGSTE_NAVN = 60


@dataclass(frozen=True)
class Funnetpart:
    """A party: in the register (``id``), or to be entered with a type."""

    id: int | None
    navn: str
    ny_type: str = ""
    orgnr: str = ""


@dataclass(frozen=True)
class Svar:
    """What a name came to. ``venter``: nobody has said yet."""

    parter: tuple[Funnetpart, ...] = ()
    antall: int = 0
    venter: bool = False
    meldinger: tuple[Melding, ...] = ()


class Parttolk:
    """Asks the book of names, and the person where it is not sure."""

    def __init__(self, bok: Navnebok, spoersmaal: Spoersmaalsliste) -> None:
        self.bok = bok
        self.spoersmaal = spoersmaal

    def finn(self, lest: Deltakernavn, *, dato: date, rad: int, naboer: frozenset[str] = frozenset()) -> Svar:
        """The parties the name means on ``dato``; several for a group, none when it is left out."""
        if lest.antall is not None:
            return Svar(antall=lest.antall)
        if lest.gruppe:
            return self._svart(self._om_gruppen(lest), lest, dato, rad)
        treff = self.bok.finn(
            lest.navn, dato=dato, nummer=lest.nummer, fylke=lest.fylke, orgnr=lest.orgnr, naboer=naboer
        )
        if treff.slag is Slag.EKSAKT:
            return self._eksakt(treff, lest, dato, rad)
        return self._svart(self._om_navnet(lest, treff, dato), lest, dato, rad)

    def _eksakt(self, treff: Treff, lest: Deltakernavn, dato: date, rad: int) -> Svar:
        part = self.bok.parter[treff.parter[0]]
        meldinger: tuple[Melding, ...] = ()
        if normal(lest.navn) in {normal(p.navn) for p in part.navn_foer if p.til is not None and p.til <= dato}:
            if normal(lest.navn) != normal(part.navn):
                meldinger = (Melding("heter_naa", {"tekst": lest.navn, "navn": part.navn}, rad),)
        return Svar((Funnetpart(part.id, part.navn),), meldinger=meldinger)

    def _svart(self, spoersmaal: Spoersmaal, lest: Deltakernavn, dato: date, rad: int) -> Svar:
        svar = self.spoersmaal.still(spoersmaal, rad)
        if not svar:
            return Svar(venter=True)
        if svar == HOPP_OVER:
            return Svar(meldinger=(Melding("utelatt_deltaker", {"tekst": lest.tekst}, rad),))
        if svar.startswith(SOM):
            return self._som(svar.removeprefix(SOM), lest, dato, rad)
        if svar.startswith("ny:"):
            return Svar((Funnetpart(None, _nytt_navn(lest), svar.removeprefix("ny:"), lest.orgnr),))
        ider = [int(tall) for tall in svar.removeprefix("p:").split("+")]
        return Svar(tuple(Funnetpart(id_, self.bok.parter[id_].navn) for id_ in ider if id_ in self.bok.parter))

    def _som(self, tekst: str, lest: Deltakernavn, dato: date, rad: int) -> Svar:
        """A name typed instead: it must be one the register knows, or the question stands."""
        ny = les_deltaker(tekst)
        treff = self.bok.finn(ny.navn, dato=dato, nummer=ny.nummer, fylke=ny.fylke, orgnr=ny.orgnr)
        if treff.slag is not Slag.EKSAKT:
            melding = Melding("fant_ingen", {"tekst": tekst[:80]}, rad, er_feil=True)
            return Svar(meldinger=(melding,))
        return self._eksakt(treff, ny, dato, rad)

    def _om_navnet(self, lest: Deltakernavn, treff: Treff, dato: date) -> Spoersmaal:
        alle = [ett for id_ in treff.parter for ett in (*self._arvinger(id_, dato), id_)]
        valg = [self._valg((id_,), dato) for id_ in (*treff.forslag, *alle)]
        if treff.slag is Slag.GAMMELT and len(treff.forslag) > 1:
            valg.insert(0, self._valg(treff.forslag, dato))
        valg += [Valg(f"ny:{type_}", f"ny_{type_}", {"tekst": _nytt_navn(lest)}) for type_ in NYE_TYPER]
        valg.append(Valg(HOPP_OVER, "utelat"))
        forslag = "p:" + "+".join(map(str, treff.forslag)) if treff.forslag else ""
        if treff.slag is Slag.UKJENT or (treff.slag is Slag.LIGNER and not forslag):
            forslag = forslag or _foreslaatt_ny(lest.navn)
        args = {"tekst": lest.tekst, "navn": lest.navn, "dato": vis_kort_dato(dato)}
        noekkel = f"part:{normal(lest.navn) or lest.navn.casefold()}:{lest.nummer}:{lest.fylke}:{lest.orgnr}"
        if treff.slag is Slag.GAMMELT and self._utenfor_navneboka(treff, dato):
            noekkel += f":{dato.isoformat()}"
        return Spoersmaal(noekkel, f"part_{treff.slag}", args, _uten_like(valg), forslag, fritekst="navn")

    def _arvinger(self, id_: int, dato: date) -> tuple[int, ...]:
        """Those that came after a party that is gone."""
        part = self.bok.parter[id_]
        return () if part.finnes(dato) else part.etterfoelgere

    def _utenfor_navneboka(self, treff: Treff, dato: date) -> bool:
        """An agreement that ended long ago had the old party; what is answered for those of today is not its answer."""
        return any(not self.bok.parter[id_].finnes(dato) for id_ in treff.forslag)

    def _om_gruppen(self, lest: Deltakernavn) -> Spoersmaal:
        """«Alle kommunene i Salten»: the members of a region or county, when there is one of that name."""
        gruppe = None if lest.gruppe == "*" else self.bok.gruppe(lest.gruppe)
        valg = []
        if gruppe is not None and gruppe.parter:
            valg.append(self._gruppevalg(gruppe.parter, gruppe.navn))
        regionen = tuple(sorted(self.bok.regionen))
        if regionen:
            valg.append(self._gruppevalg(regionen, "*"))
        forslag = valg[0].verdi if gruppe is not None or (lest.gruppe == "*" and regionen) else ""
        valg.append(Valg(HOPP_OVER, "utelat"))
        args = {"tekst": lest.tekst, "navn": lest.gruppe}
        return Spoersmaal(f"gruppe:{normal(lest.gruppe) or '*'}", "gruppe", args, _uten_like(valg), forslag)

    def _gruppevalg(self, ider: tuple[int, ...], navn: str) -> Valg:
        navnene = ", ".join(self.bok.parter[id_].navn for id_ in ider)
        kode = "alle_i_regionen" if navn == "*" else "alle_i_gruppen"
        return Valg("p:" + "+".join(map(str, ider)), kode, {"navn": navn, "antall": str(len(ider)), "parter": navnene})

    def _valg(self, ider: tuple[int, ...], dato: date) -> Valg:
        """The parties as a choice: with number and county, and for one that is gone, when it was."""
        part = self.bok.parter[ider[0]]
        if len(ider) > 1:
            navn = " + ".join(self.bok.parter[id_].navn for id_ in ider)
            return Valg("p:" + "+".join(map(str, ider)), "flere_parter", {"navn": navn})
        args = {"navn": f"{part.nummer} {part.navn}".strip(), "fylke": part.fylke}
        if part.til is not None and part.til <= dato:
            siste = part.til - timedelta(days=1)
            return Valg(f"p:{part.id}", "tidligere_part", args | {"dato": vis_kort_dato(siste)})
        return Valg(f"p:{part.id}", "parten", args)


def parttype_av(navn: str) -> str:
    """What kind of party a name says it is; empty when it says nothing."""
    return next((type_ for type_, moenster in _TYPER if moenster.search(navn)), "")


def _nytt_navn(lest: Deltakernavn) -> str:
    return (lest.navn or lest.tekst)[:200]


def _foreslaatt_ny(navn: str) -> str:
    """To be entered, when the name says its kind, or at least looks like a name."""
    if type_ := parttype_av(navn):
        return f"ny:{type_}"
    ser_ut_som_et_navn = navn[:1].isupper() and len(navn) <= _LENGSTE_NAVN and not any(t.isdigit() for t in navn)
    return "ny:annet" if ser_ut_som_et_navn else ""


def _uten_like(valg: Iterable[Valg]) -> tuple[Valg, ...]:
    return tuple({ett.verdi: ett for ett in valg}.values())


def slaa_sammen(foerste: Deltakernavn, andre: Deltakernavn) -> Deltakernavn:
    """The same party named twice in an agreement, as host and among all: the one that says more."""
    rolle = andre.rolle if foerste.rolle in ("", "deltaker") else foerste.rolle
    return replace(foerste, rolle=rolle, andel=foerste.andel or andre.andel, merknad=foerste.merknad or andre.merknad)
