"""What the page of a round shows besides the board: the words side by side, the debate, what can be done next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from avtaler.domene.ordforskjell import Avsnittspar, Bit, Slag, ordforskjell
from avtaler.domene.samsvar import Ordlydgruppe, lett_form
from avtaler.models import Innspill, Runde

from .ideer.innspill import Innspillsrad as Innbyggerrad
from .ideer.innspill import rundens_innspill
from .rundefoelger import Foelgevalg, foelgevalg
from .rundetavle import Rundetavle, rundetavle
from .statsmelding import Statsmeldingsoppgave, statsmeldingsoppgave

#: Paragraphs of words that are alike, added or removed, in the order they are read.
Merket = tuple[tuple[Bit, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Gruppepunkt:
    """The words of a group on one point where it deviates."""

    navn: str
    forskjell: Merket

    @property
    def er_endret(self) -> bool:
        return any(bit.slag is not Slag.LIK for avsnitt in self.forskjell for bit in avsnitt)


@dataclass(frozen=True, kw_only=True)
class Ordgruppe:
    """Councils with the same words, and what is marked in them against the proposal."""

    navn: tuple[str, ...]
    er_forslaget: bool
    er_felles: bool
    hele: Merket | None
    punkter: tuple[Gruppepunkt, ...]


@dataclass(frozen=True, kw_only=True)
class Sammenligning:
    """The words of two councils (or of the proposal and one) against each other."""

    fra: str
    til: str
    hele: Merket
    punkter: tuple[Gruppepunkt, ...]


@dataclass(frozen=True, kw_only=True)
class Innspillsrad:
    """One input and its answer."""

    id: int
    fra_hvem: str
    dato: date
    tekst: str
    svar: str
    svar_dato: date | None
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Rundelenke:
    """Another round of the same case."""

    id: int
    tittel: str


@dataclass(frozen=True, kw_only=True)
class Rundeside:
    """A round with everything its page shows on a date."""

    tavle: Rundetavle
    grupper: tuple[Ordgruppe, ...]
    valg: tuple[tuple[str, str], ...]
    sammenligning: Sammenligning | None
    innspill: tuple[Innspillsrad, ...]
    innbyggere: tuple[Innbyggerrad, ...]
    forbehandlet: date | None
    forbehandlet_merknad: str
    gjelder_part: str
    erstatter: Rundelenke | None
    nye_runder: tuple[Rundelenke, ...]
    foelger: tuple[Foelgevalg, ...]
    statsmelding: Statsmeldingsoppgave | None

    @property
    def ubesvarte(self) -> int:
        return sum(not rad.svar for rad in self.innspill)


FORSLAGET = "forslaget"


def rundeside(runde: Runde, *, dato: date, maalform: str, mellom: tuple[str, str] = ("", "")) -> Rundeside:
    """The page of one round (with agreement, driver and the party it is about at hand), in a fixed number of queries.

    ``mellom`` are the two to compare: keys of rows, or «forslaget».
    """
    tavle = rundetavle(runde, dato=dato)
    valg = tuple((str(rad.id), rad.navn) for rad in tavle.rader if rad.status in {"likelydende", "avvik"})
    return Rundeside(
        tavle=tavle, grupper=tuple(_grupper(tavle)), valg=valg, sammenligning=_sammenligning(tavle, valg, mellom),
        innspill=tuple(_innspill(runde, dato)), innbyggere=rundens_innspill(runde, dato=dato),
        gjelder_part=str(runde.gjelder_part or ""),
        forbehandlet=runde.forbehandlet if runde.forbehandlet and runde.forbehandlet <= dato else None,
        forbehandlet_merknad=runde.forbehandlet_merknad,
        erstatter=_lenke(runde.erstatter) if runde.erstatter_id else None,
        nye_runder=tuple(_lenke(ny) for ny in runde.nye_runder.all()),
        foelger=foelgevalg(runde, tavle),
        statsmelding=statsmeldingsoppgave(runde.avtale, dato=dato, maalform=maalform) if tavle.gjelder_fra else None,
    )  # fmt: skip


def _lenke(runde: Runde) -> Rundelenke:
    return Rundelenke(id=runde.pk, tittel=runde.tittel)


def _grupper(tavle: Rundetavle) -> Iterable[Ordgruppe]:
    navn = {str(rad.id): rad.navn for rad in tavle.rader}
    for gruppe in tavle.samsvar.grupper:
        yield Ordgruppe(
            navn=tuple(navn[en] for en in gruppe.hvem), er_forslaget=gruppe.er_forslaget,
            er_felles=gruppe is tavle.samsvar.felles,
            hele=_forskjell(tavle.forslag, gruppe.ordlyd.tekst) if None in gruppe.avvik else None,
            punkter=tuple(_gruppepunkter(tavle, gruppe)),
        )  # fmt: skip


def _gruppepunkter(tavle: Rundetavle, gruppe: Ordlydgruppe) -> Iterable[Gruppepunkt]:
    for punkt in gruppe.avvik:
        if punkt is not None:
            egne = gruppe.ordlyd.punkter[punkt.id]
            yield Gruppepunkt(navn=punkt.navn, forskjell=_forskjell(punkt.tekst, egne))


def _sammenligning(
    tavle: Rundetavle, valg: tuple[tuple[str, str], ...], mellom: tuple[str, str]
) -> Sammenligning | None:
    navn = dict(valg) | {FORSLAGET: ""}
    fra, til = mellom
    if fra not in navn or til not in navn or fra == til:
        return None
    ett, annet = _ordene(tavle, fra), _ordene(tavle, til)
    punkter = (Gruppepunkt(navn=p.navn, forskjell=_forskjell(ett[p.id], annet[p.id])) for p in tavle.punkter)
    return Sammenligning(
        fra=navn[fra], til=navn[til], hele=_forskjell(ett[0], annet[0]),
        punkter=tuple(punkt for punkt in punkter if punkt.er_endret),
    )  # fmt: skip


def _ordene(tavle: Rundetavle, hvem: str) -> dict[int, str]:
    """The whole wording under 0, and the words on each point under its key."""
    forslag = {0: tavle.forslag} | {punkt.id: punkt.tekst for punkt in tavle.punkter}
    rad = next((rad for rad in tavle.rader if str(rad.id) == hvem), None)
    if rad is None:
        return forslag
    egne = {p.id: celle.ordlyd for p, celle in zip(tavle.punkter, rad.punkter, strict=True) if celle.ordlyd}
    return forslag | egne | ({0: rad.ordlyd} if rad.ordlyd else {})


def _forskjell(foer: str, etter: str) -> Merket:
    """Quotation marks and dashes of another kind are not marked: they are no deviation."""
    return tuple(tuple(_flettet(par)) for par in ordforskjell(lett_form(foer), lett_form(etter)).avsnitt)


def _flettet(par: Avsnittspar) -> Iterable[Bit]:
    """One running text of the two: what was removed stands before what came in its place."""
    foer = list(par.foer)
    for bit in par.etter:
        yield from _ta_fjernet(foer)
        yield bit
        if bit.slag is Slag.LIK and foer:
            foer.pop(0)
    yield from foer


def _ta_fjernet(foer: list[Bit]) -> Iterable[Bit]:
    while foer and foer[0].slag is Slag.FJERNET:
        yield foer.pop(0)


def _innspill(runde: Runde, dato: date) -> Iterable[Innspillsrad]:
    for rad in Innspill.objects.filter(runde=runde, dato__lte=dato):
        besvart = rad.svar_dato is not None and rad.svar_dato <= dato
        yield Innspillsrad(
            id=rad.pk, fra_hvem=rad.fra_hvem, dato=rad.dato, tekst=rad.tekst, svar=rad.svar if besvart else "",
            svar_dato=rad.svar_dato if besvart else None, er_eksempel=rad.er_eksempel,
        )  # fmt: skip
