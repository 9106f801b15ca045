"""Judging an agreement against the law: one finding per requirement, computed, never a person's opinion."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from avtaler.domene.avtalegrunnlag import Avtalegrunnlag, Deltakergrunnlag
from avtaler.domene.felt import FELT
from avtaler.domene.hjemmel import Hjemmel, Sikkerhet
from avtaler.domene.krav import Funn, Krav, Resultat, Vurderes
from avtaler.domene.proever import PROEVER
from avtaler.domene.regelverk import Regelverk
from avtaler.domene.samarbeidsform import Samarbeidsform, kan_inngaas
from avtaler.domene.tekst import Tekst

__all__ = [
    "Avtalegrunnlag",
    "Deltakergrunnlag",
    "Resultat",
    "Vurdering",
    "kan_inngaas",
    "mulige_plassholdere",
    "mulige_utfall",
    "strengeste",
    "vurder_avtale",
]

#: Strictest first. A test proves that every outcome has its place.
STRENGHET = (Resultat.MANGLER, Resultat.MAA_VURDERES, Resultat.OPPFYLT, Resultat.IKKE_RELEVANT)


@dataclass(frozen=True)
class Vurdering:
    """What the rules say about one requirement of one agreement, with the sentence to show in both standards."""

    kode: str
    resultat: Resultat
    hjemmel: Hjemmel
    tittel: Tekst
    begrunnelse: Tekst
    sikkerhet: Sikkerhet


def vurder_avtale(grunnlag: Avtalegrunnlag, *, regelverk: Regelverk, dato: date) -> list[Vurdering]:
    """One finding per requirement that holds for the agreement's form on `dato`, in the order of the law.

    The caller chooses the date of judgement: today for «is this lawful now», the signing date for history.
    """
    form = regelverk.form(grunnlag.form)
    return [_vurder(krav, grunnlag, form, dato) for krav in regelverk.krav_for(form.kode, dato)]


def strengeste(vurderinger: Iterable[Vurdering]) -> Resultat:
    """The strictest outcome among the findings; IKKE_RELEVANT when there is none."""
    return min((vurdering.resultat for vurdering in vurderinger), key=STRENGHET.index, default=Resultat.IKKE_RELEVANT)


def _vurder(krav: Krav, grunnlag: Avtalegrunnlag, form: Samarbeidsform, dato: date) -> Vurdering:
    funn = _funn(krav, grunnlag, form, dato)
    resultat = _dempet(krav, funn.resultat)
    begrunnelse = krav.tekster[resultat].med(funn.verdier)
    return Vurdering(krav.kode, resultat, krav.hjemmel, krav.tittel, begrunnelse, krav.sikkerhet)


def _funn(krav: Krav, grunnlag: Avtalegrunnlag, form: Samarbeidsform, dato: date) -> Funn:
    if krav.tar_bestemmelse and grunnlag.har_bestemmelse(krav.kode):
        return Funn(Resultat.OPPFYLT)
    if krav.vurderes is Vurderes.FELT:
        return FELT[krav.proeve or ""].svar(grunnlag)
    if krav.vurderes is Vurderes.BEREGNET:
        return PROEVER[krav.proeve or ""].svar(grunnlag, form, dato)
    return Funn(Resultat.MAA_VURDERES if krav.vurderes is Vurderes.MANUELT else Resultat.MANGLER)


def _dempet(krav: Krav, resultat: Resultat) -> Resultat:
    """A rule that is not confirmed can ask for a judgement, but never declare an agreement deficient."""
    usikker = krav.sikkerhet is Sikkerhet.IKKE_BEKREFTET and resultat is Resultat.MANGLER
    return Resultat.MAA_VURDERES if usikker else resultat


def mulige_utfall(krav: Krav) -> frozenset[Resultat]:
    """The outcomes `krav` can have; it must have a text for each of them and for no other."""
    return frozenset(_dempet(krav, resultat) for resultat in _utfall(krav))


def _utfall(krav: Krav) -> frozenset[Resultat]:
    if krav.vurderes is Vurderes.FELT:
        return FELT[krav.proeve or ""].utfall | {Resultat.OPPFYLT}
    if krav.vurderes is Vurderes.BEREGNET:
        return PROEVER[krav.proeve or ""].utfall
    aapent = Resultat.MAA_VURDERES if krav.vurderes is Vurderes.MANUELT else Resultat.MANGLER
    return frozenset({Resultat.OPPFYLT, aapent})


def mulige_plassholdere(krav: Krav) -> frozenset[str]:
    """The facts a text of `krav` may mention."""
    if krav.vurderes is Vurderes.FELT:
        return FELT[krav.proeve or ""].gir
    return PROEVER[krav.proeve or ""].gir if krav.vurderes is Vurderes.BEREGNET else frozenset()
