"""Finding what is wrong or late with one agreement on one date: the law's findings first, then the register's own."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from avtaler.domene.hjemmel import Hjemmel
from avtaler.domene.krav import Resultat
from avtaler.domene.lovkrav import Vurdering, vurder_avtale
from avtaler.domene.regelverk import Regelverk
from avtaler.domene.samarbeidsform import Samarbeidsform
from avtaler.domene.tekst import Tekst, antall_av

from .grunnlag import Ryddegrunnlag
from .proever import AVSLUTTET, LEVENDE, Proeve, Verdier
from .regel import Rydderegel, Rydderegler

#: Requirements that are findings of their own, by the test that judges them; the rest are gathered as «lovkrav».
EGNE_FUNN = {
    "omdannet_i_tide": "gammelt_grunnlag",
    "ny_delegering": "delegering_bortfalt",
    "fast_navn": "navnekrav",
    "navn_inneholder": "navnekrav",
    "meldt_staten": "ikke_meldt",
    "betegnelse_bakerst": "navnekrav",
    "min_deltakere": "mangler_deltaker",
}
AAPNE = frozenset({Resultat.MANGLER, Resultat.MAA_VURDERES})
KRAVORD = (Tekst("lovkrav", "lovkrav"), Tekst("lovkrav", "lovkrav"))


@dataclass(frozen=True)
class Ryddefunn:
    """One finding. ``avtrykk`` changes when the facts behind it do, and only then."""

    regel: Rydderegel
    tekst: Tekst
    hjemmel: Hjemmel | None
    avtrykk: str

    @property
    def kode(self) -> str:
        return self.regel.kode


def finn_funn(
    grunnlag: Ryddegrunnlag, *, regler: Rydderegler, regelverk: Regelverk, dato: date
) -> tuple[Ryddefunn, ...]:
    """Everything that is wrong or late with the agreement on ``dato``, in the order of ``regler``.

    An agreement that has ended is asked only what came after it.
    """
    if grunnlag.avtale.avsluttet(dato):
        funnet = _beregnet(AVSLUTTET, grunnlag, regler, regelverk, dato)
    else:
        funnet = [*_lovens(grunnlag, regler, regelverk, dato), *_beregnet(LEVENDE, grunnlag, regler, regelverk, dato)]
    rekkefoelge = list(regler)
    return tuple(sorted(funnet, key=lambda funn: rekkefoelge.index(funn.kode)))


def _beregnet(
    proever: Mapping[str, Proeve], grunnlag: Ryddegrunnlag, regler: Rydderegler, regelverk: Regelverk, dato: date
) -> list[Ryddefunn]:
    form = regelverk.form(grunnlag.avtale.form)
    svar = ((kode, proeve(grunnlag, form, dato)) for kode, proeve in proever.items())
    return [_eget(regler[kode], verdier) for kode, verdier in svar if verdier is not None]


def _lovens(grunnlag: Ryddegrunnlag, regler: Rydderegler, regelverk: Regelverk, dato: date) -> Iterator[Ryddefunn]:
    """What the law's checklist leaves open. A participant known only as a number counts towards the least number."""
    form = regelverk.form(grunnlag.avtale.form)
    proever = {krav.kode: krav.proeve for krav in regelverk.krav_for(form.kode, dato)}
    mangler: list[Vurdering] = []
    har_eget: set[str] = set()
    for vurdering in vurder_avtale(grunnlag.avtale, regelverk=regelverk, dato=dato):
        kode = EGNE_FUNN.get(proever[vurdering.kode] or "")
        if kode is None:
            mangler += [vurdering] if vurdering.resultat is Resultat.MANGLER else []
        elif (
            kode not in har_eget
            and vurdering.resultat in AAPNE
            and not (kode == "mangler_deltaker" and _nok_med_tallet(grunnlag, form))
        ):
            har_eget.add(kode)
            yield _fra_loven(regler[kode], vurdering)
    if form.er_avviklet_form and "gammelt_grunnlag" not in har_eget:
        yield _eget(regler["eldre_lov"], {"form": form.navn})
    if mangler:
        yield _samlet(regler["lovkrav"], mangler)


def _nok_med_tallet(grunnlag: Ryddegrunnlag, form: Samarbeidsform) -> bool:
    return len(grunnlag.avtale.parter) + grunnlag.andre_deltakere >= form.min_deltakere


def _eget(regel: Rydderegel, verdier: Verdier) -> Ryddefunn:
    if regel.tekst is None:
        raise ValueError(f"{regel.kode} has no text of its own")
    tekst = regel.tekst.med(verdier)
    return Ryddefunn(regel, tekst, None, _avtrykk(regel.kode, [tekst.nb]))


def _fra_loven(regel: Rydderegel, vurdering: Vurdering) -> Ryddefunn:
    avtrykk = _avtrykk(regel.kode, [vurdering.resultat, vurdering.begrunnelse.nb])
    return Ryddefunn(regel, vurdering.begrunnelse, vurdering.hjemmel, avtrykk)


def _samlet(regel: Rydderegel, mangler: list[Vurdering]) -> Ryddefunn:
    if regel.tekst is None:
        raise ValueError(f"{regel.kode} has no text of its own")
    titler = Tekst(nb="; ".join(v.tittel.nb for v in mangler), nn="; ".join(v.tittel.nn for v in mangler))
    tekst = regel.tekst.med({"antall": antall_av(len(mangler), *KRAVORD), "hvilke": titler})
    return Ryddefunn(regel, tekst, None, _avtrykk(regel.kode, (f"{v.kode}={v.begrunnelse.nb}" for v in mangler)))


def _avtrykk(kode: str, fakta: Iterable[str]) -> str:
    return sha256("\x1f".join([kode, *fakta]).encode()).hexdigest()
