"""Input data or text to an `Oppdrag`, strictly: unknown fields, floats and half-written dates are refused by name."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from kostnad.domene.deltaker import Deltaker, Periode
from kostnad.domene.feil import Noekkelfeil
from kostnad.domene.felt import Felt, er_skrivbar
from kostnad.domene.oppdrag import Avrunding, Oppdrag, Tilskudd, kontroller
from kostnad.domene.steg import STEGTYPER, Steg
from kostnad.domene.tekstformat import les_tekst


def les_oppdrag(innhold: bytes | str | Mapping[str, object]) -> Oppdrag:
    """Return the assignment in JSON or YAML, or in data already read (docs/fordeling.md). Raises `Noekkelfeil`."""
    data = les_tekst(innhold) if isinstance(innhold, (bytes, str)) else innhold
    felt = Felt(
        data, ("oppdrag", 0), krav=("beloep", "deltakere", "noekkel"), valgfri=("tilskudd", "avrunding", "periode")
    )
    oppdrag = Oppdrag(
        beloep_oere=felt.valgfri_oere("beloep"),
        deltakere=tuple(_les_deltaker(rad, nr) for nr, rad in enumerate(felt.liste("deltakere"), 1)),
        noekkel=les_noekkel(felt.liste("noekkel")),
        tilskudd=tuple(_les_tilskudd(rad, nr) for nr, rad in enumerate(felt.liste("tilskudd"), 1)),
        avrunding=_les_avrunding(felt),
        periode=_les_periode(felt.raa("periode")) if felt.har("periode") else None,
    )
    kontroller(oppdrag)
    return oppdrag


def les_noekkel(steg: list[object]) -> tuple[Steg, ...]:
    """Return the steps of a key. Raises `Noekkelfeil` that names the step."""
    return tuple(_les_steg(data, nr) for nr, data in enumerate(steg, 1))


def _les_steg(data: object, nr: int) -> Steg:
    navn = data.get("steg") if isinstance(data, Mapping) else None
    try:
        return _les_kjent_steg(data, navn)
    except Noekkelfeil as feil:
        raise feil.i_steg(nr, navn if isinstance(navn, str) and navn in STEGTYPER else None) from None


def _les_kjent_steg(data: object, navn: object) -> Steg:
    if not isinstance(data, Mapping):
        raise Noekkelfeil("ikke_objekt", sted=("steg", 0))
    if "steg" not in data:
        raise Noekkelfeil("mangler_felt", sted=("steg", 0), felt="steg")
    if not isinstance(navn, str) or navn not in STEGTYPER:
        raise Noekkelfeil("ukjent_steg", verdi=str(navn)[:40], kjente=", ".join(STEGTYPER))
    stegtype = STEGTYPER[navn]
    return stegtype.les(Felt(data, ("steg", 0), krav=("steg", *stegtype.krav), valgfri=stegtype.valgfri))


def _les_deltaker(data: object, nr: int) -> Deltaker:
    felt = Felt(data, ("deltaker", nr), krav=("id", "navn"), valgfri=("verdier", "fra", "til"))
    verdier = _les_verdier(felt.raa("verdier"), nr) if felt.har("verdier") else {}
    return Deltaker(felt.tekst("id"), felt.tekst("navn"), verdier, felt.dato("fra"), felt.dato("til"))


def _les_verdier(data: object, nr: int) -> dict[str, Fraction]:
    """Any name is a criterion here, so the names of the data are the known ones."""
    navn = tuple(data) if isinstance(data, Mapping) else ()
    felt = Felt(data, ("verdier", nr), valgfri=navn)
    for kriterium in navn:
        if not isinstance(kriterium, str) or not er_skrivbar(kriterium):
            raise Noekkelfeil("ikke_tekst", sted=("verdier", nr), felt=str(kriterium))
    return {kriterium: felt.tall(kriterium) for kriterium in navn}


def _les_tilskudd(data: object, nr: int) -> Tilskudd:
    felt = Felt(data, ("tilskudd", nr), krav=("navn", "beloep"))
    return Tilskudd(felt.tekst("navn"), felt.oere("beloep"))


def _les_avrunding(felt: Felt) -> Avrunding:
    verdi = felt.raa("avrunding") if felt.har("avrunding") else Avrunding.KRONE.value
    kjente = {avrunding.value: avrunding for avrunding in Avrunding}
    if not isinstance(verdi, str) or verdi not in kjente:
        raise Noekkelfeil(
            "ukjent_valg", sted=felt.sted, felt="avrunding", verdi=str(verdi)[:40], kjente=", ".join(kjente)
        )
    return kjente[verdi]


def _les_periode(data: object) -> Periode:
    felt = Felt(data, ("periode", 0), krav=("fra", "til"))
    fra, til = felt.dato("fra"), felt.dato("til")
    if fra is None or til is None:
        raise Noekkelfeil("mangler_felt", sted=("periode", 0), felt="fra" if fra is None else "til")
    return Periode(fra, til)
