"""One agreement of the list against the same one in the register: field by field, participant by participant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .kolonner import Felt
from .plan import (
    Avtaleverdier,
    Feltendring,
    Plandeltaker,
    Registeravtale,
    Registerdeltakelse,
    Status,
    Verdi,
)

#: The fact of the agreement that each column is about.
_FELT = {
    Felt.NAVN: "navn", Felt.FORM: "form", Felt.KLASSE: "klasse", Felt.OPPGAVER: "oppgaver", Felt.FORMAAL: "formaal",
    Felt.ORGNR: "orgnr", Felt.FRA: "fra", Felt.TIL: "til", Felt.OPPSIGELSE: "oppsigelse_maaneder",
    Felt.KILDE: "kilde", Felt.ANTALL: "andre_deltakere",
}  # fmt: skip
#: What an empty cell never takes away.
_ALDRI_TOMT = frozenset({"navn", "form", "klasse"})
_DELTAKERFELT = (
    "rolle", "fra", "til", "eierandel", "ansvarsandel", "medlemmer", "varamedlemmer", "del_av", "merknad"
)  # fmt: skip


@dataclass(frozen=True)
class Sammenligning:
    """The outcome: what is written, and what of the register the list does not mention."""

    status: Status
    verdier: Avtaleverdier
    deltakere: tuple[Plandeltaker, ...]
    endringer: tuple[Feltendring, ...] = ()
    bare_i_registeret: tuple[int, ...] = ()

    def uendret(self, finnes: Registeravtale) -> "Sammenligning":
        """The register as it is, whatever the list says."""
        return Sammenligning(Status.UENDRET, finnes.verdier, (), (), ())


def sammenlign(
    finnes: Registeravtale | None,
    verdier: Avtaleverdier,
    deltakere: Sequence[Plandeltaker],
    oppgitt: frozenset[Felt],
    har_id: bool,
) -> Sammenligning:
    """New when the register has none; else what changes. Only what the list says something about is compared."""
    if finnes is None:
        return Sammenligning(Status.NY, verdier, tuple(deltakere))
    nye = _verdier(finnes.verdier, verdier, oppgitt)
    endringer = tuple(_endringer(finnes.verdier, nye))
    utfall = [_deltaker(finnes, deltaker, har_id) for deltaker in _paret(finnes, deltakere)]
    nevnt = {deltaker.deltakelse_id for deltaker in utfall}
    endret = bool(endringer) or any(deltaker.status is not Status.UENDRET for deltaker in utfall)
    utelatt = tuple(deltakelse.id for deltakelse in finnes.deltakelser if deltakelse.id not in nevnt)
    return Sammenligning(
        Status.ENDRET if endret else Status.UENDRET, nye, tuple(utfall), endringer, utelatt if utfall else ()
    )


def _verdier(lagret: Avtaleverdier, lest: Avtaleverdier, oppgitt: frozenset[Felt]) -> Avtaleverdier:
    """The register's facts with those of the list over them."""
    nye = {}
    for felt, navn in _FELT.items():
        verdi = getattr(lest, navn)
        if felt in oppgitt and (verdi not in ("", None, ()) or navn not in _ALDRI_TOMT):
            nye[navn] = verdi if _flat(verdi) != _flat(getattr(lagret, navn)) else getattr(lagret, navn)
    if Felt.FRA in oppgitt and lest.til is not None:
        nye["til"] = lest.til
    return replace(lagret, **nye)


def _endringer(foer: Avtaleverdier, etter: Avtaleverdier) -> Iterator[Feltendring]:
    for navn in _FELT.values():
        gammel, ny = getattr(foer, navn), getattr(etter, navn)
        if _flat(gammel) != _flat(ny):
            yield Feltendring(navn, gammel, ny)


def _flat(verdi: Verdi) -> Verdi:
    """Line endings, and spaces that a spreadsheet takes away, are no change."""
    if isinstance(verdi, tuple):
        return _flat("\n".join(verdi))
    if isinstance(verdi, str):
        return "\n".join(" ".join(linje.split()) for linje in verdi.strip().splitlines())
    return verdi


def _paret(finnes: Registeravtale, deltakere: Sequence[Plandeltaker]) -> Iterator[Plandeltaker]:
    """Each participant of the list with the row of the register that it is: by its id, else by party and period."""
    kjente = {deltakelse.id: deltakelse for deltakelse in finnes.deltakelser}
    ledige = dict(kjente)
    for deltaker in deltakere:
        ledige.pop(deltaker.deltakelse_id or 0, None)
    for deltaker in deltakere:
        if deltaker.deltakelse_id in kjente:
            yield deltaker
            continue
        treff = _passer(deltaker, ledige)
        ledige.pop(treff.id if treff else 0, None)
        yield replace(deltaker, deltakelse_id=treff.id if treff else None, versjon=treff.versjon if treff else None)


def _passer(deltaker: Plandeltaker, ledige: dict[int, Registerdeltakelse]) -> Registerdeltakelse | None:
    samme = [d for d in ledige.values() if d.part_id == deltaker.part_id and d.del_av == deltaker.del_av]
    if "fra" in deltaker.oppgitt and len(samme) > 1:
        samme = [d for d in samme if d.fra == deltaker.fra] or samme
    # The newest period is the one a list of today is about.
    return max(samme, key=lambda d: (d.til is None, d.fra), default=None)


def _deltaker(finnes: Registeravtale, deltaker: Plandeltaker, har_id: bool) -> Plandeltaker:
    lagret = next((d for d in finnes.deltakelser if d.id == deltaker.deltakelse_id), None)
    if lagret is None:
        return replace(deltaker, status=Status.NY)
    endringer = tuple(_deltakerendringer(lagret, deltaker))
    beholdt = {
        navn: getattr(lagret, navn) for navn in _DELTAKERFELT if navn not in deltaker.oppgitt and navn != "merknad"
    }  # fmt: skip
    if "merknad" not in deltaker.oppgitt:
        beholdt["merknad"] = lagret.merknad
    versjon = deltaker.versjon if deltaker.versjon is not None else lagret.versjon
    status = Status.ENDRET if endringer else Status.UENDRET
    return replace(deltaker, status=status, endringer=endringer, versjon=versjon, **beholdt)


def _deltakerendringer(lagret: Registerdeltakelse, deltaker: Plandeltaker) -> Iterator[Feltendring]:
    if deltaker.part_id != lagret.part_id:
        yield Feltendring("part", lagret.part_id, deltaker.part_id or deltaker.navn)
    for navn in _DELTAKERFELT:
        if navn not in deltaker.oppgitt:
            continue
        gammel, ny = getattr(lagret, navn), getattr(deltaker, navn)
        if _flat(gammel) != _flat(ny) and not (navn == "fra" and ny is None):
            yield Feltendring(navn, gammel, ny)
